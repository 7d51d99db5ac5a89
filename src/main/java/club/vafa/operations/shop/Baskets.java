package club.vafa.operations.shop;

import club.vafa.operations.shop.Act.Line;
import club.vafa.operations.shop.Good.Season;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody takes: goods are chosen until they come to about what the visit was to cost, which
 * is lognormal around the person's own median. Season, hour and old love decide which goods.
 */
final class Baskets {
  private static final double STRANGERS_MEDIAN = 2_300_000;
  private static final double STRANGERS_SPREAD = 0.55;
  private static final double SPREAD = 0.45;
  private static final int MOST_LINES = 14;

  /** From here on a visit is for a whole party, and goods are taken by the dozen. */
  private static final long PARTY = 14_000_000;

  private final List<Good> menu;

  Baskets(List<Good> menu) {
    this.menu = menu;
  }

  /** The moment of a visit. */
  record Moment(Weather day, int minute) {}

  List<Line> fill(@Nullable Person person, Moment moment, Dice dice) {
    double target =
        person == null
            ? dice.around(STRANGERS_MEDIAN, STRANGERS_SPREAD)
            : dice.around(person.basket(), SPREAD);
    Map<Good, Long> basket = new LinkedHashMap<>();
    long sum = 0;
    while (basket.isEmpty() || (sum < target * 0.86 && basket.size() < MOST_LINES)) {
      double left = target - sum;
      double[] weights = weights(person == null ? Set.of() : person.favourites(), moment, left);
      Good good = menu.get(dice.weighted(weights));
      long quantity = quantity(good, left, target > PARTY, dice);
      basket.merge(good, quantity, Long::sum);
      sum += Good.amount(good.price(), quantity);
    }
    List<Line> lines = new ArrayList<>();
    basket.forEach((good, quantity) ->
        lines.add(
            new Line(
                good,
                quantity,
                Good.amount(good.price(), quantity),
                Good.amount(good.cost(), quantity))));
    return lines;
  }

  private double[] weights(Set<String> favourites, Moment moment, double left) {
    double[] weights = new double[menu.size()];
    double warm = StrictMath.exp(1.3 * moment.day().warmth());
    double sum = 0;
    double[] cheap = new double[menu.size()];
    for (int at = 0; at < weights.length; at++) {
      Good good = menu.get(at);
      double weight = good.popularity() * season(good.season(), warm) * hour(good, moment);
      weight *= favourites.contains(good.sku()) ? 9 : 1;
      double least = good.byWeight() ? good.price() * 0.2 : good.price();
      weights[at] = least > left * 1.35 ? 0 : weight;
      cheap[at] = weight / least;
      sum += weights[at];
    }
    // Who wants to spend less than anything costs takes something cheap.
    return sum == 0 ? cheap : weights;
  }

  private static double season(Season season, double warm) {
    return switch (season) {
      case ALL -> 1;
      case WARM -> warm;
      case COLD -> 1 / warm;
    };
  }

  private static double hour(Good good, Moment moment) {
    int hour = moment.minute() / 60;
    boolean fits =
        switch (good.hours()) {
          case ALL -> true;
          case MORNING -> hour < (moment.day().holiday() ? 13 : 12);
          case NOON -> hour >= 12 && hour < 16;
          case EVENING -> hour >= 16;
        };
    double otherwise = good.category().equals("breakfast") ? 0.08 : 0.35;
    return fits ? 1 : otherwise;
  }

  /** Thousandths: whole pieces, or weight in steps of 50 grams. */
  private static long quantity(Good good, double left, boolean party, Dice dice) {
    if (good.byWeight()) {
      double wanted = Math.min(left / good.price(), dice.between(0.2, party ? 3 : 0.9));
      return Math.max(4, (int) (wanted * 20)) * 50L;
    }
    double most = Math.max(1, left * 1.2 / good.price());
    double wanted = party ? left / good.price() * dice.between(0.12, 0.35) : two(dice);
    return Math.clamp(Math.round(wanted), 1, (int) most) * 1000L;
  }

  private static double two(Dice dice) {
    return dice.chance(0.22) ? 2 : 1;
  }
}
