package club.vafa.campaigns;

import club.vafa.campaigns.CodeStore.NewCode;
import club.vafa.campaigns.CouponCode.State;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps coupons and their codes: defined, made, reserved, held for a sale, redeemed. */
@Component
public class Coupons {
  private static final int CHUNK = 10_000;
  private static final Pattern FORM = Pattern.compile("[A-Z0-9#?-]{4,40}");

  /** Of so many codes tried by chance, at most one is good. */
  private static final long TRIES = 1_000_000;

  private final CouponStore store;
  private final CodeStore codes;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Coupons(CouponStore store, CodeStore codes, Ids ids, Clock clock) {
    this.store = store;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
  }

  /** A code as it is compared: case, outer spaces and the script of digits do not matter. */
  public static String plain(String code) {
    return Digits.western(code.strip()).toUpperCase(Locale.ROOT);
  }

  /** Whether what one member uses of a coupon can be missing to another. */
  public boolean shared(ClubId club) {
    List<Coupon> page = store.list(club, null, CHUNK);
    while (!page.isEmpty()) {
      for (Coupon coupon : page) {
        if (coupon.kind() == Coupon.Kind.UNIQUE
            || coupon.limits().stream().anyMatch(limit -> !limit.personal())) {
          return true;
        }
      }
      page = page.size() < CHUNK ? List.of() : store.list(club, page.getLast().id().value(), CHUNK);
    }
    return false;
  }

  /** Defines a coupon; its code must not be in use as any other. */
  @Transactional
  public Outcome<Coupon> define(ClubId club, NewCoupon wanted) {
    Coupon coupon = wanted.as(new CouponId(ids.next()), clock.instant());
    if (codes.find(club, List.of(coupon.code())).containsKey(coupon.code())) {
      return Outcome.refused(
          Refusal.at("/code", CampaignsCode.COUPON_CODE_TAKEN, Map.of("value", coupon.code())));
    }
    store.insert(club, coupon, wanted.actor());
    codes.insert(
        club, List.of(new NewCode(coupon.code(), coupon.id().value(), null, State.ACTIVE, null)));
    return Outcome.done(coupon);
  }

  /** Ends a coupon with all its codes; what was redeemed stays redeemed. */
  @Transactional
  public Outcome<Coupon> cancel(ClubId club, CouponId id) {
    if (store.find(club, id).isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.COUPON_NOT_FOUND));
    }
    store.cancel(club, id);
    return Outcome.done(store.find(club, id).orElseThrow());
  }

  public Optional<Coupon> find(ClubId club, CouponId id) {
    return store.find(club, id);
  }

  public List<Coupon> list(ClubId club, @Nullable UUID after, int limit) {
    return store.list(club, after, limit);
  }

  /** Orders unique codes; they are made in the background. */
  @Transactional
  public Outcome<CouponBatch> make(ClubId club, NewBatch wanted) {
    Optional<Coupon> coupon = store.find(club, wanted.coupon());
    if (coupon.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.COUPON_NOT_FOUND));
    }
    if (coupon.get().kind() != Coupon.Kind.UNIQUE) {
      return Outcome.refused(Refusal.of(CampaignsCode.COUPON_IS_SHARED));
    }
    if (coupon.get().cancelled()) {
      return Outcome.refused(Refusal.of(CampaignsCode.COUPON_IS_CANCELLED));
    }
    CodePattern pattern = new CodePattern(wanted.pattern(), wanted.alphabet());
    if (!FORM.matcher(wanted.pattern()).matches() || !pattern.wellFormed()) {
      return Outcome.refused(Refusal.at("/pattern", CampaignsCode.CODE_PATTERN));
    }
    if (!pattern.hides(wanted.count(), TRIES)) {
      return Outcome.refused(
          Refusal.at(
              "/pattern",
              CampaignsCode.CODE_PATTERN_GUESSABLE,
              Map.of("needed", pattern.needed(wanted.count(), TRIES))));
    }
    CouponBatch batch =
        new CouponBatch(
            new BatchId(ids.next()),
            wanted.coupon(),
            wanted.pattern(),
            wanted.alphabet(),
            wanted.count(),
            0,
            wanted.active(),
            wanted.until(),
            clock.instant(),
            null);
    store.insert(club, batch, wanted.actor());
    return Outcome.done(batch);
  }

  /** Makes some of the codes that were ordered; says whether any were left to make. */
  @Transactional
  public boolean makeSome(ClubId club) {
    Optional<CouponBatch> found = store.unfinished(club);
    if (found.isEmpty()) {
      return false;
    }
    CouponBatch batch = found.get();
    CodePattern pattern = new CodePattern(batch.pattern(), batch.alphabet());
    State state = batch.active() ? State.ACTIVE : State.ISSUED;
    List<NewCode> some = new ArrayList<>();
    for (int at = Math.min(CHUNK, batch.wanted() - batch.made()); at > 0; at--) {
      some.add(
          new NewCode(
              pattern.draw(random),
              batch.coupon().value(),
              batch.id().value(),
              state,
              batch.until()));
    }
    // In order, so that the index is walked through once.
    some.sort(Comparator.comparing(NewCode::code));
    int made = batch.made() + codes.insert(club, some);
    store.progress(club, batch.id(), made, made == batch.wanted() ? clock.instant() : null);
    return true;
  }

  /** Lets the codes of a batch be used. */
  @Transactional
  public Outcome<CouponBatch> activate(ClubId club, BatchId id) {
    if (store.batch(club, id).isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.COUPON_BATCH_NOT_FOUND));
    }
    store.activate(club, id);
    return Outcome.done(store.batch(club, id).orElseThrow());
  }

  public Optional<CouponBatch> batch(ClubId club, BatchId id) {
    return store.batch(club, id);
  }

  public List<CouponBatch> batches(ClubId club, CouponId coupon, @Nullable UUID after, int limit) {
    return store.batches(club, coupon, after, limit);
  }

  public Optional<CouponCode> code(ClubId club, String code) {
    return Optional.ofNullable(codes.find(club, List.of(plain(code))).get(plain(code)))
        .filter(CouponCode::usable);
  }

  public List<CouponCode> codes(ClubId club, CouponId coupon, String after, int limit) {
    return codes.ofCoupon(club, coupon, after, limit);
  }

  /** What is reserved to a member. */
  public List<CouponCode> of(ClubId club, MemberId member, String after, int limit) {
    return codes.ofMember(club, member, after, limit);
  }

  /** Reserves a unique code to a member, or to nobody any more. */
  @Transactional
  public Outcome<CouponCode> reserve(
      ClubId club, String code, @Nullable MemberId member, boolean hard) {
    return changeable(club, code)
        .map(known -> {
          codes.reserve(club, known.code(), member, member != null && hard);
          return again(club, known);
        });
  }

  /** Holds a unique code for one sale, so that no other can use it meanwhile. */
  @Transactional
  public Outcome<CouponCode> hold(ClubId club, String code, String sale, Duration time) {
    Instant now = clock.instant();
    return changeable(club, code)
        .then(known -> {
          if (known.heldByAnother(sale, now)) {
            return Outcome.refused(Refusal.of(CampaignsCode.CODE_HELD));
          }
          codes.hold(club, known.code(), now.plus(time), sale);
          return Outcome.done(again(club, known));
        });
  }

  @Transactional
  public Outcome<CouponCode> cancelCode(ClubId club, String code) {
    return changeable(club, code)
        .map(known -> {
          codes.cancel(club, known.code());
          return again(club, known);
        });
  }

  private CouponCode again(ClubId club, CouponCode known) {
    return codes.lock(club, known.code()).orElseThrow();
  }

  private Outcome<CouponCode> changeable(ClubId club, String code) {
    Optional<CouponCode> known = codes.lock(club, plain(code)).filter(CouponCode::unique);
    if (known.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.CODE_NOT_FOUND));
    }
    return switch (known.get().state()) {
      case REDEEMED -> Outcome.refused(Refusal.of(CampaignsCode.CODE_REDEEMED));
      case CANCELLED -> Outcome.refused(Refusal.of(CampaignsCode.CODE_CANCELLED));
      case ISSUED, ACTIVE -> Outcome.done(known.get());
    };
  }

  /** What is reserved to a member goes with them into another. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(ClubId club, MemberId from, MemberId into) {
    codes.move(club, from, into);
  }

  /** Codes that only this member could use end with them; others are for everybody again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(ClubId club, MemberId member) {
    codes.forget(club, member);
  }

  /** The codes handed in on a round of sales; unique ones are locked until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, CouponCode> take(ClubId club, Collection<String> plain) {
    return codes.take(club, plain);
  }

  /** The codes handed in, unlocked. */
  public Map<String, CouponCode> look(ClubId club, Collection<String> plain) {
    return codes.find(club, plain);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void write(ClubId club, List<Redemption> changed) {
    codes.redeem(club, changed);
  }
}
