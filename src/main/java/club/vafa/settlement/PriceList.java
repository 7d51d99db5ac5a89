package club.vafa.settlement;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the coalition asks and pays for its units, from a day on.
 *
 * @param prices by the code of the unit
 */
public record PriceList(LocalDate from, Map<String, Price> prices) {
  public PriceList {
    prices = new TreeMap<>(prices);
  }
}
