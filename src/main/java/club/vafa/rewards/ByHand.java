package club.vafa.rewards;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Voucher.State;
import java.time.Instant;
import java.util.Map;

/** What people may do to a voucher: stop it for good or for now, let it count again. */
final class ByHand {
  private ByHand() {}

  /**
   * @param whole what a fresh voucher of its kind can give
   */
  static Outcome<State> next(Voucher voucher, long whole, Vouchers.Change change) {
    return switch (voucher.state()) {
      case REDEEMED -> refused(voucher, RewardsCode.VOUCHER_REDEEMED);
      case EXPIRED -> refused(voucher, RewardsCode.VOUCHER_EXPIRED);
      case CANCELLED -> refused(voucher, RewardsCode.VOUCHER_CANCELLED);
      case ISSUED, ACTIVE, RESERVED, PARTIALLY_REDEEMED, BLOCKED -> change(voucher, whole, change);
    };
  }

  private static Outcome<State> change(Voucher voucher, long whole, Vouchers.Change change) {
    return switch (change) {
      case CANCEL -> Outcome.done(State.CANCELLED);
      case BLOCK -> Outcome.done(State.BLOCKED);
      case UNBLOCK ->
          voucher.state() == State.BLOCKED
              ? Outcome.done(open(voucher, whole))
              : refused(voucher, RewardsCode.VOUCHER_NOT_BLOCKED);
      case RELEASE ->
          Outcome.done(voucher.state() == State.RESERVED ? open(voucher, whole) : voucher.state());
    };
  }

  /** The state of a voucher that nothing stops. */
  private static State open(Voucher voucher, long whole) {
    if (voucher.left() < whole) {
      return State.PARTIALLY_REDEEMED;
    }
    return voucher.issuedAt().equals(Instant.EPOCH) ? State.ISSUED : State.ACTIVE;
  }

  private static Outcome<State> refused(Voucher voucher, RewardsCode why) {
    return Outcome.refused(Refusal.at("", why, Map.of("code", voucher.shown())));
  }
}
