package club.vafa.operations.demo;

import club.vafa.api.Paging;
import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.cards.gifts.NewGiftCard;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.memberships.Membership;
import club.vafa.memberships.Memberships;
import club.vafa.memberships.Payment;
import club.vafa.rewards.Claim;
import club.vafa.rewards.ClaimQuery;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.Vouchers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What guests of the demo club get beside points, in the last two months of its year: they join the
 * plan, claim rewards and use their vouchers, and gift cards are sold.
 */
@Component
@Profile("demo")
class Perks {
  private static final int DAYS = 60;
  private static final int CHUNK = 200;
  private static final ClaimQuery WAITING =
      new ClaimQuery(null, Claim.State.REQUESTED, null, null, true);
  private static final Duration BAKED = Duration.ofDays(4);
  private static final List<String> WISHES = List.of("mug", "coffee", "cake", "breakfast");
  private static final List<Long> FACES = List.of(5_000_000L, 10_000_000L, 3_000_000L);
  private static final int FULL_STACK = 40;
  private static final int FEW = 8;
  private static final String BARISTA = "staff:cashier";
  private static final String OWNER = "staff:owner";

  private final Rewards rewards;
  private final Vouchers vouchers;
  private final Memberships memberships;
  private final GiftCards gifts;
  private final Clock clock;

  Perks(Rewards rewards, Vouchers vouchers, Memberships memberships, GiftCards gifts, Clock clock) {
    this.rewards = rewards;
    this.vouchers = vouchers;
    this.memberships = memberships;
    this.gifts = gifts;
    this.clock = clock;
  }

  /**
   * One day.
   *
   * @param left how many days are left of the year, this one included
   * @param guests who came the day before
   */
  void live(Club club, int left, List<MemberId> guests) {
    if (left > DAYS) {
      return;
    }
    memberships.bringUpTo(club, clock.instant(), CHUNK);
    if (left % 3 == 0) {
      oneOf(guests, guest -> joined(club, guest, left));
    }
    payFees(club, left);
    String wish = WISHES.get(left % WISHES.size());
    oneOf(guests, guest -> claimed(club, guest, wish));
    handOver(club, left);
    useVoucher(club, left);
    giftCards(club, left);
  }

  /** The first for whom it can be done; after a few it is given up. */
  private static void oneOf(List<MemberId> guests, Predicate<MemberId> act) {
    for (MemberId guest : guests.subList(0, Math.min(FEW, guests.size()))) {
      if (act.test(guest)) {
        return;
      }
    }
  }

  /** Every other pays at once, the others try it first. */
  private boolean joined(Club club, MemberId guest, int left) {
    Payment payment = left % 2 == 0 ? paid("join-" + left) : null;
    Memberships.Joining wanted = new Memberships.Joining(guest, "morning", payment, BARISTA);
    return memberships.join(club, wanted) instanceof Outcome.Done<Membership>;
  }

  private static Payment paid(String reference) {
    return new Payment("till", reference, Payment.Result.SUCCEEDED, null);
  }

  /** Most pay what fell due; one rests, one leaves. */
  private void payFees(Club club, int left) {
    for (Membership due : memberships.in(club.id(), Membership.State.PAST_DUE, null, CHUNK)) {
      if (left % 2 == 0) {
        memberships.pay(club, due.id(), paid("fee-" + left + "-" + due.id()), BARISTA);
      }
    }
    List<Membership> active = memberships.in(club.id(), Membership.State.ACTIVE, null, CHUNK);
    if (left == 9 && !active.isEmpty()) {
      memberships.cancel(club, active.getFirst().id(), false, OWNER);
    }
    if (left == 6 && !active.isEmpty()) {
      memberships.pause(club, active.getLast().id(), 21, OWNER);
    }
  }

  private boolean claimed(Club club, MemberId guest, String reward) {
    Rewards.NewClaim wanted = new Rewards.NewClaim(guest, reward, 1, null, null, null);
    return rewards.claim(club, wanted, BARISTA) instanceof Outcome.Done<Claim>;
  }

  /** A mug takes the potter four days; one cracks in the kiln, one is not wanted any more. */
  private void handOver(Club club, int left) {
    Instant before = clock.instant().minus(BAKED);
    for (Claim claim : rewards.claims(club.id(), WAITING, new Paging(CHUNK, null)).data()) {
      if (claim.claimedAt().isBefore(before)) {
        switch (left % 7) {
          case 3 -> rewards.fail(club, claim.id(), why("در کوره ترک خورد"));
          case 5 -> rewards.revoke(club, claim.id(), why("منصرف شد"));
          default -> rewards.fulfil(club, claim.id(), why(null));
        }
      }
    }
  }

  private static Vouchers.Reason why(@Nullable String text) {
    return new Vouchers.Reason(BARISTA, text);
  }

  private void useVoucher(Club club, int left) {
    List<Claim> latest =
        rewards.claims(club.id(), ClaimQuery.of(null), new Paging(FEW, null)).data();
    if (left % 2 == 0 && !latest.isEmpty()) {
      for (Voucher one : rewards.vouchers(club.id(), latest.getLast().id())) {
        vouchers.redeem(
            club,
            new Vouchers.Wish(one.shown(), one.member(), null, null, Doing.hash(BARISTA), BARISTA));
      }
    }
  }

  /** A stack without money for the counter, and some that are sold; of those one is lost. */
  private void giftCards(Club club, int left) {
    if (left == FULL_STACK) {
      made(club, new NewGiftCard(25, Paying.minor(club, FACES.getFirst()), null, 24, false, null));
    }
    if (left % 4 == 0) {
      long face = Paying.minor(club, FACES.get(left / 4 % FACES.size()));
      GiftCard sold = made(club, new NewGiftCard(1, face, null, 24, true, null));
      if (left == 12) {
        DemoClub.done(gifts.block(club, sold.id(), true));
      }
    }
  }

  private GiftCard made(Club club, NewGiftCard wanted) {
    GiftCards.By barista = new GiftCards.By(BARISTA, null);
    return DemoClub.done(gifts.make(club, wanted, barista)).getFirst().card();
  }
}
