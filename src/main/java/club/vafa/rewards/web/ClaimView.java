package club.vafa.rewards.web;

import club.vafa.clubs.Club;
import club.vafa.kernel.Amount;
import club.vafa.rewards.Claim;
import club.vafa.rewards.Voucher;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the API tells it.
 *
 * @param state requested, fulfilled, failed, revoked or expired
 * @param units what it cost of the unit; {@code money} is the part paid in money
 * @param vouchers it gave
 * @param steps what became of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimView(
    String id,
    String member,
    String reward,
    long quantity,
    @Nullable String session,
    @Nullable String unit,
    @Nullable String units,
    String money,
    String currency,
    String state,
    Instant claimedAt,
    @Nullable Instant dueAt,
    List<VoucherView> vouchers,
    List<StepView> steps) {

  /**
   * What became of a claim once.
   *
   * @param usable units that came back and count again, and those whose awards had ended
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StepView(
      String state,
      Instant at,
      String actor,
      @Nullable String reason,
      @Nullable String usable,
      @Nullable String expired) {}

  /** A claim with all that belongs to it. */
  record Whole(Claim claim, List<Voucher> vouchers, List<Claim.Step> steps) {}

  static ClaimView of(Club club, Whole whole, VoucherViews vouchers) {
    Claim claim = whole.claim();
    Integer number = claim.unit();
    int decimals = number == null ? 0 : club.unit(number).decimals();
    return new ClaimView(
        claim.id().toString(),
        claim.member().toString(),
        claim.reward().toString(),
        claim.quantity(),
        claim.session().isEmpty() ? null : claim.session(),
        number == null ? null : club.unit(number).code(),
        number == null ? null : Amount.plain(claim.units(), decimals),
        RewardView.money(club, claim.money()),
        club.currency().getCurrencyCode(),
        claim.state().name().toLowerCase(Locale.ROOT),
        claim.claimedAt(),
        claim.dueAt(),
        whole.vouchers().stream().map(one -> vouchers.of(club, one)).toList(),
        whole.steps().stream().map(step -> step(step, decimals)).toList());
  }

  private static StepView step(Claim.Step step, int decimals) {
    boolean back =
        switch (step.state()) {
          case FAILED, REVOKED, EXPIRED -> true;
          case REQUESTED, FULFILLED -> false;
        };
    return new StepView(
        step.state().name().toLowerCase(Locale.ROOT),
        step.at(),
        step.actor(),
        step.reason(),
        back ? Amount.plain(step.usable(), decimals) : null,
        back ? Amount.plain(step.expired(), decimals) : null);
  }
}
