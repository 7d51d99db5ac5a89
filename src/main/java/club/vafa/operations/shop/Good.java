package club.vafa.operations.shop;

import club.vafa.kernel.Language;
import java.util.Map;

/**
 * Something on the menu. Money in rial.
 *
 * @param price of a piece, or of a kilogram when it is sold by weight
 * @param cost what it costs the shop, for as much
 * @param popularity how often it is chosen beside the others
 */
public record Good(
    String sku,
    String category,
    long price,
    long cost,
    double popularity,
    Season season,
    Hours hours,
    boolean byWeight,
    Map<Language, String> names) {
  public Good {
    names = Map.copyOf(names);
  }

  /** When in the year it is wanted most. */
  public enum Season {
    ALL,
    WARM,
    COLD
  }

  /** When in the day it is wanted most. */
  public enum Hours {
    ALL,
    MORNING,
    NOON,
    EVENING
  }

  public String name(Language language) {
    return names.getOrDefault(language, sku);
  }

  /** What so many thousandths of it come to. */
  static long amount(long price, long quantity) {
    return Math.multiplyExact(price, quantity) / 1000;
  }
}
