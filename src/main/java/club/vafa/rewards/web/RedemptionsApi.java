package club.vafa.rewards.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.rewards.Fields;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.Vouchers;
import club.vafa.rewards.Vouchers.Wish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Vouchers at the till over HTTP: redeemed without a sale, set aside while one is paid. */
@RestController
@Tag(name = "Rewards")
class RedemptionsApi {
  private static final int LONGEST = 200;
  private static final int MOST_MINUTES = 24 * 60;

  private final Vouchers vouchers;
  private final VoucherViews views;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  RedemptionsApi(
      Vouchers vouchers,
      VoucherViews views,
      Clubs clubs,
      Answers answers,
      Idempotency idempotency) {
    this.vouchers = vouchers;
    this.views = views;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /**
   * A voucher to redeem without a sale.
   *
   * @param member who brings it, when it belongs to somebody
   * @param amount of money to take from one that keeps its rest; all when missing
   * @param reservation the name it was reserved under
   */
  record RedeemIn(
      @Nullable String code,
      @Nullable String member,
      @Nullable Decimal amount,
      @Nullable String reservation) {}

  /** A voucher to set aside while a sale is being paid. */
  record ReserveIn(
      @Nullable String code,
      @Nullable String member,
      @Nullable String reservation,
      @Nullable Integer minutes) {}

  /**
   * What a redemption took.
   *
   * @param amount of money, when the voucher takes money off
   */
  record RedeemedOut(VoucherView voucher, @Nullable String amount) {}

  @PostMapping("/v1/vouchers:redeem")
  @Needs(Scope.VOUCHERS_WRITE)
  @Gives(RedeemedOut.class)
  @Operation(
      operationId = "redeemVoucher",
      summary = "Redeem a voucher without a sale",
      description = "In a sale, name the code among the coupons of the purchase instead.")
  ResponseEntity<?> redeem(Caller caller, @RequestBody RedeemIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    Long amount =
        in.amount() == null
            ? null
            : Long.valueOf(new Fields(club, input).positiveMoney("/amount", in.amount()));
    Wish wish = wish(input, caller, new Brought(in.code(), in.member(), in.reservation(), amount));
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    return idempotency.once(
        request,
        () -> {
          Outcome<Vouchers.Redeemed> outcome = vouchers.redeem(club, wish);
          return VouchersApi.slowed(
              outcome,
              answers.ok(
                  outcome,
                  done -> {
                    VoucherView shown = views.of(club, done.voucher());
                    return new RedeemedOut(
                        shown, shown.left() == null ? null : RewardView.money(club, done.amount()));
                  }));
        });
  }

  @PostMapping("/v1/vouchers:reserve")
  @Needs(Scope.VOUCHERS_WRITE)
  @Gives(VoucherView.class)
  @Operation(
      operationId = "reserveVoucher",
      summary = "Set a voucher aside while a sale is being paid",
      description =
          "Until its time is over only who names the reservation redeems it. 15 minutes unless it"
              + " says more.")
  ResponseEntity<?> reserve(Caller caller, @RequestBody ReserveIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    int minutes = in.minutes() == null ? 15 : in.minutes();
    if (minutes < 1 || minutes > MOST_MINUTES) {
      input.refuse("/minutes", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_MINUTES));
    }
    Wish wish = wish(input, caller, new Brought(in.code(), in.member(), in.reservation(), null));
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    return idempotency.once(
        request,
        () -> {
          Outcome<Voucher> outcome = vouchers.reserve(club, wish, Duration.ofMinutes(minutes));
          return VouchersApi.slowed(outcome, answers.ok(outcome, done -> views.of(club, done)));
        });
  }

  /** What a body says of a voucher. */
  private record Brought(
      @Nullable String code,
      @Nullable String member,
      @Nullable String reservation,
      @Nullable Long amount) {}

  private static Wish wish(Input input, Caller caller, Brought brought) {
    String code = input.text("/code", brought.code(), LONGEST);
    Optional<MemberId> member =
        brought.member() == null ? Optional.empty() : MemberId.parse(brought.member());
    if (brought.member() != null && member.isEmpty()) {
      input.refuse("/member", InputCode.NOT_AN_ID);
    }
    String reservation = input.optionalText("/reservation", brought.reservation(), LONGEST);
    return new Wish(
        code, member.orElse(null), brought.amount(), reservation, caller.id(), caller.actor());
  }
}
