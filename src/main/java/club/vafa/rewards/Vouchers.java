package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.VoucherStore.Step;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Vouchers: looked up by their codes, redeemed, reserved, stopped, and opened for the main act. */
@Component
public class Vouchers {
  /** Codes of a pool that a round sets aside: some for each activity, and a few more. */
  private static final int POOL_EACH = 3;

  private static final int POOL_MORE = 10;

  private final VoucherStore store;
  private final Shelf shelf;
  private final Guesses guesses;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();

  Vouchers(VoucherStore store, Shelf shelf, Guesses guesses, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.shelf = shelf;
    this.guesses = guesses;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What a booklet is opened for.
   *
   * @param codes handed in
   * @param vouchers that may be taken back or given back
   * @param given codes of rewards that may be given
   * @param activities how many activities may give them
   */
  public record Asked(Set<String> codes, Set<UUID> vouchers, Set<String> given, int activities) {}

  /** Opens a booklet for change: its vouchers stay locked until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Booklet open(Club club, Asked asked) {
    return open(club, asked, true);
  }

  /** Opens a booklet to try something out; what comes of it is thrown away. */
  public Booklet look(Club club, Asked asked) {
    return open(club, asked, false);
  }

  /**
   * An empty booklet for what is only lived through again: vouchers of the past are not known, and
   * those that are given have no codes, of which there are always enough.
   */
  public Booklet rehearse(Club club) {
    return new Booklet(club, shelf, ids, chance, Booklet.Use.REHEARSED);
  }

  private Booklet open(Club club, Asked asked, boolean binding) {
    Booklet booklet =
        new Booklet(
            club, shelf, ids, chance, binding ? Booklet.Use.BINDING : Booklet.Use.LOOKED_AT);
    if (!asked.codes().isEmpty()) {
      Set<String> plain =
          asked.codes().stream().map(CodePattern::plain).collect(Collectors.toSet());
      store.byCodes(club.id(), plain, binding).forEach(booklet::add);
    }
    if (!asked.vouchers().isEmpty()) {
      store.lock(club.id(), asked.vouchers()).forEach(booklet::add);
    }
    Shelf.Live live = shelf.live(club.id());
    Set<String> given = new HashSet<>(asked.given());
    live.cards().values().forEach(card -> given.add(card.reward()));
    for (String code : given) {
      live.reward(code)
          .filter(reward -> reward.vouchers().map(terms -> terms.pattern() == null).orElse(false))
          .ifPresent(reward ->
              booklet.pool(
                  reward.id(),
                  store.free(
                      club.id(),
                      reward.id(),
                      clock.instant(),
                      asked.activities() * POOL_EACH + POOL_MORE)));
    }
    return booklet;
  }

  /** The numbers of the units whose stamps fill cards in this club: their lots are needed. */
  public Set<Integer> unitsOfCards(ClubId club) {
    return shelf.live(club).cards().keySet();
  }

  /** Writes what was changed, in statements that may go out together with others. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(Club club, Booklet booklet) {
    store.insert(club.id(), booklet.fresh());
    store.update(club.id(), booklet.changed());
    store.insertSteps(club.id(), booklet.steps());
  }

  /** The name of the reward a voucher is for, as it was when the voucher was made. */
  public String name(ClubId club, RewardId reward, int version, Language language) {
    return shelf.terms(club, reward, version).name(language);
  }

  public Optional<Voucher> find(ClubId club, VoucherId id) {
    return store.find(club, id);
  }

  /**
   * The voucher of a code. A code that is none answers the same whatever it looks like, and who
   * asks for many of those has to wait.
   *
   * @param who asks, by which wrong codes are counted
   */
  public Outcome<Voucher> find(ClubId club, UUID who, String code) {
    return guesses.count(who, () -> store.byCode(club, CodePattern.plain(code)));
  }

  /** A member's vouchers, newest first. */
  public List<Voucher> of(ClubId club, MemberId member, @Nullable UUID before, int limit) {
    return store.ofMember(club, member, before, limit);
  }

  /** What it does at the till. */
  public VoucherTerms terms(ClubId club, Voucher voucher) {
    VoucherTerms terms = shelf.terms(club, voucher.reward(), voucher.version()).voucher();
    if (terms == null) {
      throw new IllegalStateException("a voucher of a reward that gives none: " + voucher.id());
    }
    return terms;
  }

  /**
   * A redemption at the till.
   *
   * @param amount of a voucher that keeps its rest, minor units; null for all of it
   * @param reservation under which it was reserved, or null
   * @param who asks, by which wrong codes are counted
   */
  public record Wish(
      String code,
      @Nullable MemberId member,
      @Nullable Long amount,
      @Nullable String reservation,
      UUID who,
      String actor) {}

  /** A voucher after a redemption, and what that took of it. */
  public record Redeemed(Voucher voucher, long amount) {}

  /** Redeems a voucher without a sale. */
  @Transactional
  public Outcome<Redeemed> redeem(Club club, Wish wish) {
    return lockFor(club, wish)
        .then(voucher -> {
          long amount = voucher.left();
          if (terms(club.id(), voucher).keepsRest() && wish.amount() != null) {
            amount = wish.amount();
          }
          if (amount > voucher.left()) {
            return Outcome.refused(
                Refusal.at(
                    "/amount",
                    RewardsCode.VOUCHER_AMOUNT_TOO_LARGE,
                    Map.of(
                        "code",
                        voucher.shown(),
                        "left",
                        new Money(voucher.left(), club.currency()).toString())));
          }
          long left = voucher.left() - amount;
          Voucher.State next = left > 0 ? Voucher.State.PARTIALLY_REDEEMED : Voucher.State.REDEEMED;
          Voucher after = voucher.with(next, left, null);
          save(club.id(), after, new Why("redeemed", amount, wish.actor(), null));
          return Outcome.done(new Redeemed(after, amount));
        });
  }

  /**
   * Sets a voucher aside for a sale that is being paid; whoever names the reservation redeems it.
   */
  @Transactional
  public Outcome<Voucher> reserve(Club club, Wish wish, Duration time) {
    String whom = wish.reservation() == null ? wish.actor() : wish.reservation();
    return lockFor(club, wish)
        .map(voucher -> {
          Voucher after = voucher.reserved(clock.instant().plus(time), whom);
          save(club.id(), after, new Why("reserved", 0, wish.actor(), null));
          return after;
        });
  }

  private Outcome<Voucher> lockFor(Club club, Wish wish) {
    return guesses
        .count(
            wish.who(),
            () ->
                store.byCodes(club.id(), Set.of(CodePattern.plain(wish.code())), true).stream()
                    .findFirst())
        .then(voucher ->
            Usable.against(
                    voucher, new Usable.Bearer(wish.member(), clock.instant(), wish.reservation()))
                .<Outcome<Voucher>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(voucher)));
  }

  /** What may be done to a voucher by hand. */
  public enum Change {
    CANCEL,
    BLOCK,
    UNBLOCK,
    RELEASE
  }

  /** Stops a voucher for good or for now, or lets it count again. */
  @Transactional
  public Outcome<Voucher> change(ClubId club, VoucherId id, Change change, Reason reason) {
    return store.lock(club, Set.of(id.value())).stream()
        .findFirst()
        .map(voucher ->
            ByHand.next(voucher, terms(club, voucher).whole(), change)
                .map(next -> {
                  Voucher after = voucher.in(next);
                  String what = change.name().toLowerCase(java.util.Locale.ROOT);
                  save(club, after, new Why(what, 0, reason.actor(), reason.text()));
                  return after;
                }))
        .orElseGet(() -> Outcome.refused(Refusal.of(RewardsCode.VOUCHER_NOT_FOUND)));
  }

  /** Who changed something and why. */
  public record Reason(String actor, @Nullable String text) {}

  private record Why(String what, long amount, String actor, @Nullable String reason) {}

  private void save(ClubId club, Voucher after, Why why) {
    Instant now = clock.instant();
    store.update(club, List.of(after));
    store.insertSteps(
        club,
        List.of(
            new Step(
                after.id(),
                ids.next(),
                why.what(),
                why.amount(),
                null,
                now,
                why.actor(),
                why.reason())));
    feed.append(club, "voucher." + why.what(), after.id().value(), null, now);
  }
}
