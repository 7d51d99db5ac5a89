package club.vafa.campaigns.web;

import club.vafa.campaigns.Safety;
import club.vafa.campaigns.SafetyForm;
import club.vafa.kernel.Amount;
import club.vafa.rules.Policy;
import club.vafa.rules.Policy.Stacking;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a club has laid down for all its campaigns, as the API tells it; see {@link SafetyForm}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SafetyView(
    @Nullable String marginShare,
    @Nullable String assumedMargin,
    String stacking,
    @Nullable Integer mostCampaigns,
    String controlGroup,
    boolean secondPerson) {

  static SafetyView of(Safety safety) {
    Policy policy = safety.policy();
    return new SafetyView(
        percent(policy.marginShare()),
        percent(policy.assumedMargin()),
        policy.stacking().name().toLowerCase(Locale.ROOT),
        policy.stacking() == Stacking.AT_MOST ? policy.most() : null,
        Amount.plain(policy.control(), Policy.DECIMALS),
        safety.secondPerson());
  }

  private static @Nullable String percent(@Nullable Long share) {
    return share == null ? null : Amount.plain(share, Policy.DECIMALS);
  }
}
