package club.vafa.referrals;

import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The referrals of a club as its people see them: codes, lists, what is blocked, settings. */
@Component
public class Referrals {
  private static final int MOST_TRIES = 20;
  private static final int LATEST = 50;

  private final ReferralStore store;
  private final CodeStore codes;
  private final SettingStore settings;
  private final Members members;
  private final Feed feed;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Referrals(
      ReferralStore store,
      CodeStore codes,
      SettingStore settings,
      Members members,
      Feed feed,
      Clock clock) {
    this.store = store;
    this.codes = codes;
    this.settings = settings;
    this.members = members;
    this.feed = feed;
    this.clock = clock;
  }

  /** A member's code, made when it is first asked for, and what came of it. */
  @Transactional
  public Outcome<Advocate> advocate(ClubId club, MemberId member) {
    MemberRow row = members.look(club, Set.of(member)).get(member);
    if (row == null) {
      return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    Optional<Refusal> unfit = row.refusal();
    if (unfit.isPresent()) {
      return Outcome.refused(unfit.get());
    }
    String code = code(club, member);
    String link = settings(club).link();
    return Outcome.done(
        new Advocate(
            ReferralCodes.shown(code),
            link == null ? null : link.replace(ReferralSettings.PLACE, code),
            store.counts(club, member),
            store.list(club, new ReferralQuery(null, member), null, LATEST)));
  }

  private String code(ClubId club, MemberId member) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<String> known = codes.of(club, member);
      if (known.isPresent()) {
        return known.get();
      }
      codes.insert(club, member, ReferralCodes.make(random), clock.instant());
    }
    throw new IllegalStateException("no code is free for " + member);
  }

  /** Whether there is or was such a member. */
  public boolean knows(ClubId club, MemberId member) {
    return !members.look(club, Set.of(member)).isEmpty();
  }

  public Optional<Referral> find(ClubId club, ReferralId id) {
    return store.find(club, id);
  }

  /** What became of a referral, oldest first. */
  public List<ReferralStep> steps(ClubId club, ReferralId id) {
    return store.steps(club, id);
  }

  /** Referrals, newest first. */
  public Page<Referral> list(ClubId club, ReferralQuery query, Paging paging) {
    return Page.of(
        store.list(club, query, paging.after(), paging.limit() + 1),
        paging.limit(),
        referral -> Cursor.of(referral.id().value()));
  }

  /** Who decides about a referral, and why. */
  public record Verdict(String actor, @Nullable String reason) {}

  /** Lets a blocked referral pass; what the friend bought meanwhile counts a moment later. */
  @Transactional
  public Outcome<Referral> release(ClubId club, ReferralId id, Verdict verdict) {
    return locked(club, id)
        .then(referral ->
            referral.state() == ReferralState.BLOCKED
                ? Outcome.done(referral.released())
                : Outcome.refused(
                    Refusal.at(
                        "",
                        ReferralsCode.REFERRAL_NOT_BLOCKED,
                        java.util.Map.of("state", referral.state().word()))))
        .map(referral -> write(club, referral, "referral.released", verdict));
  }

  /** Calls a referral off that has not come to anything yet. */
  @Transactional
  public Outcome<Referral> cancel(ClubId club, ReferralId id, Verdict verdict) {
    return locked(club, id)
        .then(referral ->
            referral.state().waits()
                ? Outcome.done(referral.in(ReferralState.CANCELLED))
                : Outcome.refused(
                    Refusal.at(
                        "",
                        ReferralsCode.REFERRAL_SETTLED,
                        java.util.Map.of("state", referral.state().word()))))
        .map(referral -> write(club, referral, "referral.cancelled", verdict));
  }

  private Outcome<Referral> locked(ClubId club, ReferralId id) {
    return store
        .lock(club, id)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(ReferralsCode.REFERRAL_NOT_FOUND)));
  }

  private Referral write(ClubId club, Referral referral, String kind, Verdict verdict) {
    store.update(club, referral);
    store.step(
        club,
        referral.id(),
        new ReferralStep(referral.state(), clock.instant(), verdict.actor(), verdict.reason()));
    feed.append(club, kind, referral.id().value(), null, clock.instant());
    return referral;
  }

  public ReferralSettings settings(ClubId club) {
    return settings.latest(club).orElse(ReferralSettings.USUAL);
  }

  /** Other settings from now on; referrals that are blocked or open stay so. */
  @Transactional
  public Outcome<ReferralSettings> change(ClubId club, ReferralSettings wanted, String actor) {
    return wanted
        .checked()
        .map(checked -> {
          settings.insert(club, checked, clock.instant(), actor);
          return checked;
        });
  }
}
