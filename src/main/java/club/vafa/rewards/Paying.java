package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.RewardTerms.MoneyPart;
import club.vafa.rewards.RewardTerms.Price;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a claim costs: units of a wallet and perhaps a part in money, both for all of its pieces. At
 * 500 points with up to 5 euros, each saving 60, who pays 3 euros needs 320 points.
 */
record Paying(Price price, long units, long money) {

  /** Which price is chosen: by its unit, and by whether money is offered. */
  record Choice(long quantity, @Nullable String unit, @Nullable Long money, Standing standing) {}

  static Outcome<Paying> of(Club club, RewardTerms terms, Choice choice) {
    List<Price> meant =
        terms.prices().stream()
            .filter(price -> choice.unit() == null || price.unit().equals(choice.unit()))
            .filter(price -> choice.money() == null || price.money() != null)
            .toList();
    if (meant.isEmpty()) {
      String allowed =
          terms.prices().stream().map(Price::unit).distinct().collect(Collectors.joining(", "));
      return Outcome.refused(
          Refusal.at(
              choice.money() == null ? "/unit" : "/money",
              RewardsCode.PRICE_UNKNOWN,
              Map.of("allowed", allowed)));
    }
    Price price =
        meant.stream()
            .filter(one -> choice.money() != null || one.money() == null)
            .findFirst()
            .orElse(meant.getFirst());
    MoneyPart part = price.money();
    if (part == null) {
      return Outcome.done(of(price, choice, 0, 0));
    }
    long money = choice.money() == null ? part.min() : choice.money();
    return part.allows(money)
        ? Outcome.done(of(price, choice, money, part.saved(money)))
        : Outcome.refused(
            Refusal.at(
                "/money",
                RewardsCode.MONEY_PART_FORM,
                Map.of(
                    "min", new Money(part.min(), club.currency()).toString(),
                    "max", new Money(part.max(), club.currency()).toString(),
                    "step", new Money(part.step(), club.currency()).toString())));
  }

  private static Paying of(Price price, Choice choice, long money, long saved) {
    long piece = Math.max(0, price.of(choice.standing().tiers()) - saved);
    return new Paying(
        price,
        Math.multiplyExact(piece, choice.quantity()),
        Math.multiplyExact(money, choice.quantity()));
  }
}
