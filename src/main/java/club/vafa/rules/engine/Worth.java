package club.vafa.rules.engine;

import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.amount.Whole;
import java.math.RoundingMode;
import java.util.List;

/** What effects are worth to the member in money, as far as that is known. */
final class Worth {
  private Worth() {}

  static long of(List<Effect> effects, List<Held> held, Vocabulary vocabulary) {
    long sum = 0;
    for (Effect effect : effects) {
      sum =
          Whole.plus(
              sum,
              switch (effect) {
                case Effect.Discount discount -> discount.granted();
                case Effect.Earn earn -> of(vocabulary.units().get(earn.unit()), earn.granted());
                case Effect.Gift gift -> of(gift, held);
                case Effect.Voucher _ -> 0;
              });
    }
    return sum;
  }

  private static long of(@org.jspecify.annotations.Nullable UnitInfo unit, long granted) {
    return unit == null || unit.worth() == null
        ? 0
        : Whole.scale(
            granted, unit.worth().numerator(), unit.worth().denominator(), RoundingMode.DOWN);
  }

  private static long of(Effect.Gift gift, List<Held> held) {
    return held.stream()
        .filter(rule -> rule.rule().source().equals(gift.source()))
        .flatMap(rule -> rule.rule().gifts().stream())
        .filter(free -> free.effect().equals(gift))
        .mapToLong(Gifts.Free::cost)
        .findFirst()
        .orElse(0);
  }
}
