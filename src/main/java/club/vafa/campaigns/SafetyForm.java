package club.vafa.campaigns;

import club.vafa.api.Decimal;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.rules.Policy;
import club.vafa.rules.Policy.Stacking;
import club.vafa.rules.RulesCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a club lays down for all its campaigns, as the API reads and tells it. What is missing is
 * off. Percentages are decimals of at most four places.
 *
 * @param marginShare the most of a sale's margin, in per cent, that may be given on it
 * @param assumedMargin the margin, in per cent of the price, of goods whose cost is unknown;
 *     missing leaves them outside the guard
 * @param stacking {@code all}, {@code best} or {@code at_most}
 * @param mostCampaigns how many campaigns a sale may have, for {@code at_most}
 * @param controlGroup the per cent of members that campaigns leave alone
 * @param secondPerson whether campaigns go live only when a second person approves
 */
public record SafetyForm(
    @Nullable Decimal marginShare,
    @Nullable Decimal assumedMargin,
    @Nullable String stacking,
    @Nullable Integer mostCampaigns,
    @Nullable Decimal controlGroup,
    @Nullable Boolean secondPerson) {
  private static final int MOST_CAMPAIGNS = 1_000;

  public static SafetyForm of(Safety safety) {
    Policy policy = safety.policy();
    return new SafetyForm(
        percent(policy.marginShare()),
        percent(policy.assumedMargin()),
        policy.stacking() == Stacking.ALL
            ? null
            : policy.stacking().name().toLowerCase(Locale.ROOT),
        policy.stacking() == Stacking.AT_MOST ? policy.most() : null,
        policy.control() == 0 ? null : percent(policy.control()),
        safety.secondPerson() ? true : null);
  }

  private static @Nullable Decimal percent(@Nullable Long share) {
    return share == null ? null : new Decimal(new BigDecimal(Amount.plain(share, Policy.DECIMALS)));
  }

  /** What is laid down, or what is wrong with it. */
  public Outcome<Safety> read(String pointer) {
    Input input = new Input();
    Optional<Stacking> known =
        stacking == null
            ? Optional.of(Stacking.ALL)
            : Arrays.stream(Stacking.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(stacking))
                .findFirst();
    if (known.isEmpty()) {
      input.refuse(
          pointer + "/stacking",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(String.valueOf(stacking)), "allowed", allowed()));
    }
    Policy policy =
        new Policy(
            share(input, pointer + "/marginShare", marginShare),
            share(input, pointer + "/assumedMargin", assumedMargin),
            known.orElse(Stacking.ALL),
            most(input, pointer, known.orElse(Stacking.ALL)),
            share(input, pointer + "/controlGroup", controlGroup, 0));
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new Safety(policy, Boolean.TRUE.equals(secondPerson)));
  }

  private static String allowed() {
    return Arrays.stream(Stacking.values())
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private int most(Input input, String pointer, Stacking known) {
    if (known != Stacking.AT_MOST) {
      return 0;
    }
    Integer most = input.required(pointer + "/mostCampaigns", mostCampaigns);
    if (most != null && (most < 1 || most > MOST_CAMPAIGNS)) {
      input.refuse(
          pointer + "/mostCampaigns",
          RulesCode.OUT_OF_RANGE,
          Map.of("min", "1", "max", String.valueOf(MOST_CAMPAIGNS)));
    }
    return most == null ? 0 : most;
  }

  private static @Nullable Long share(Input input, String pointer, @Nullable Decimal percent) {
    return percent == null ? null : Long.valueOf(share(input, pointer, percent, 0));
  }

  private static long share(
      Input input, String pointer, @Nullable Decimal percent, long otherwise) {
    if (percent == null) {
      return otherwise;
    }
    long share = input.minor(pointer, percent.value(), Policy.DECIMALS);
    if (share < 0 || share > Policy.WHOLE) {
      input.refuse(pointer, RulesCode.OUT_OF_RANGE, Map.of("min", "0", "max", "100"));
    }
    return share;
  }
}
