package club.vafa.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What people in Iran reckon in: ten rial. Books and API know rial alone; toman are how amounts of
 * rial are written for people and typed by them. A rial too many is a tenth of a toman, never lost.
 */
public final class Toman {
  private static final String RIAL = "IRR";

  private Toman() {}

  /** Whether money of this currency may be shown in toman. */
  public static boolean suits(Currency currency) {
    return currency.getCurrencyCode().equals(RIAL);
  }

  /** 12,345 rial are 1,234.5 toman. */
  public static BigDecimal of(Money money) {
    return money.decimal().movePointLeft(1);
  }

  /** 1,234.5 toman are 12,345 rial. */
  public static BigDecimal rial(BigDecimal toman) {
    return toman.movePointRight(1);
  }
}
