package club.vafa.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * What people in Iran reckon in: ten rial. Books and API know rial alone; toman are how amounts of
 * rial are written for people and typed by them. A rial too many is a tenth of a toman, never lost.
 */
public final class Toman {
  /** The word for it stands in the language files. */
  public static final String WORD = "kernel.toman";

  private static final String RIAL = "IRR";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,20})?");

  private Toman() {}

  /** Whether money of this currency may be shown in toman. */
  public static boolean suits(Currency currency) {
    return currency.getCurrencyCode().equals(RIAL);
  }

  /** 12,345 rial are 1,234.5 toman. */
  public static BigDecimal of(Money money) {
    return of(money.decimal());
  }

  public static BigDecimal of(BigDecimal rial) {
    return rial.movePointLeft(1);
  }

  public static BigDecimal rial(BigDecimal toman) {
    return toman.movePointRight(1);
  }

  /** What was typed in toman as rial; what is no number stays, to be refused as it is. */
  public static String rial(String typed) {
    return moved(typed, 1);
  }

  /** An amount of rial as it is typed in toman. */
  public static String typed(String rial) {
    return moved(rial, -1);
  }

  private static String moved(String number, int places) {
    if (!NUMBER.matcher(number).matches()) {
      return number;
    }
    BigDecimal moved = new BigDecimal(number).movePointRight(places).stripTrailingZeros();
    return moved.setScale(Math.max(0, moved.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }
}
