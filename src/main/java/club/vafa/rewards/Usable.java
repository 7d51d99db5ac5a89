package club.vafa.rewards;

import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a voucher counts, and if not, why: the first reason in the order of asking. */
final class Usable {
  private Usable() {}

  /**
   * Who brings it, when.
   *
   * @param reservation for whom it may be reserved; null for whoever did not reserve
   */
  record Bearer(@Nullable MemberId member, Instant at, @Nullable String reservation) {}

  static Optional<Refusal> against(Voucher voucher, Bearer bearer) {
    RewardsCode code = code(voucher, bearer);
    return code == null ? Optional.empty() : Optional.of(refusal(voucher, code));
  }

  private static @Nullable RewardsCode code(Voucher voucher, Bearer bearer) {
    RewardsCode byState =
        switch (voucher.state()) {
          case ISSUED -> RewardsCode.VOUCHER_NOT_HANDED_OUT;
          case BLOCKED -> RewardsCode.VOUCHER_BLOCKED;
          case CANCELLED -> RewardsCode.VOUCHER_CANCELLED;
          case EXPIRED -> RewardsCode.VOUCHER_EXPIRED;
          case REDEEMED -> RewardsCode.VOUCHER_REDEEMED;
          case RESERVED ->
              isReservedForOthers(voucher, bearer) ? RewardsCode.VOUCHER_RESERVED : null;
          case ACTIVE, PARTIALLY_REDEEMED -> null;
        };
    if (byState != null) {
      return byState;
    }
    if (voucher.endedBy(bearer.at())) {
      return RewardsCode.VOUCHER_EXPIRED;
    }
    if (voucher.member() == null || voucher.member().equals(bearer.member())) {
      return null;
    }
    return bearer.member() == null
        ? RewardsCode.VOUCHER_NEEDS_MEMBER
        : RewardsCode.VOUCHER_OF_ANOTHER_MEMBER;
  }

  private static boolean isReservedForOthers(Voucher voucher, Bearer bearer) {
    Instant until = voucher.reservedUntil();
    return until != null
        && until.isAfter(bearer.at())
        && (bearer.reservation() == null || !bearer.reservation().equals(voucher.reservedFor()));
  }

  static Refusal refusal(Voucher voucher, RewardsCode code) {
    return Refusal.at("/code", code, Map.of("code", voucher.shown()));
  }
}
