package club.vafa.referrals;

import club.vafa.activity.Purchase;
import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals as the main act sees them: whose purchases matter, and what came of them. Each change
 * is a short transaction of its own, so that no lock of a referral is ever held while the books of
 * its advocate are waited for.
 */
@Component
public class Qualifying {
  private static final Set<ReferralState> COUNTING =
      EnumSet.copyOf(
          EnumSet.allOf(ReferralState.class).stream().filter(ReferralState::counts).toList());

  private final ReferralStore store;
  private final SettingStore settings;
  private final Scoring scoring;
  private final Feed feed;
  private final Clock clock;

  Qualifying(ReferralStore store, SettingStore settings, Scoring scoring, Feed feed, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.scoring = scoring;
    this.feed = feed;
    this.clock = clock;
  }

  /** Whether the club has any referral. */
  public boolean any(ClubId club) {
    return store.any(club);
  }

  /** Who of these was brought along by somebody, as rules see it. */
  public Set<MemberId> referred(ClubId club, Collection<MemberId> members) {
    return members.isEmpty() ? Set.of() : store.friends(club, members, COUNTING);
  }

  /** Whose purchases may make a referral qualify. */
  public Set<MemberId> waiting(ClubId club, Collection<MemberId> members) {
    return members.isEmpty() ? Set.of() : store.friends(club, members, Set.of(ReferralState.OPEN));
  }

  /** The referrals that qualified by these purchases. */
  public List<Referral> byPurchases(ClubId club, Collection<UUID> purchases) {
    return purchases.isEmpty() ? List.of() : store.byPurchases(club, purchases);
  }

  public Optional<Referral> find(ClubId club, ReferralId id) {
    return store.find(club, id);
  }

  /**
   * The referral that a friend's purchase may make qualify: open, in time, and with no more signs
   * against it than there may be, now that the friend has bought.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Optional<Referral> judge(Club where, MemberId friend, Purchase purchase) {
    ClubId club = where.id();
    Optional<Referral> found =
        store.ofFriend(club, friend).filter(one -> one.state() == ReferralState.OPEN);
    if (found.isEmpty()) {
      return found;
    }
    Referral referral = found.get();
    ReferralSettings now = settings.latest(club).orElse(ReferralSettings.USUAL);
    // Whoever joins at the till does so in the middle of the sale, so days are compared.
    LocalDate joined = where.day(referral.joinedAt());
    LocalDate bought = where.day(purchase.occurredAt());
    if (bought.isBefore(joined) || bought.isAfter(joined.plusDays(now.openDays()))) {
      return Optional.empty();
    }
    Scoring.Score score = scoring.score(club, now, referral, purchase);
    if (!score.blocks() || referral.cleared()) {
      return found;
    }
    change(club, referral.id(), "signals", one -> one.state().waits() ? one.scored(score) : one);
    return Optional.empty();
  }

  /** The advocate had what campaigns give. Whatever was decided meanwhile, the books say so. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void qualified(ClubId club, ReferralId id, UUID purchase, UUID event) {
    change(club, id, null, one -> one.event() == null ? one.qualified(purchase, event) : one);
  }

  /** The purchase that qualified came back whole. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void returned(ClubId club, ReferralId id) {
    change(club, id, null, one -> one.event() == null ? one : one.in(ReferralState.RETURNED));
  }

  private void change(
      ClubId club,
      ReferralId id,
      @org.jspecify.annotations.Nullable String reason,
      UnaryOperator<Referral> change) {
    Referral before = store.lock(club, id).orElseThrow();
    Referral after = change.apply(before);
    if (after.state() == before.state()) {
      return;
    }
    store.update(club, after);
    store.step(
        club, id, new ReferralStep(after.state(), clock.instant(), ReferralPart.VAFA, reason));
    feed.append(club, "referral." + after.state().word(), id.value(), null, clock.instant());
  }
}
