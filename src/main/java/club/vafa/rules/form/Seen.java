package club.vafa.rules.form;

import club.vafa.kernel.Amount;
import club.vafa.kernel.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a condition saw, as plain text with its type in front, for instance {@code
 * date:2026-03-28}. What did not apply is kept with the sale as JSON and told again later, maybe in
 * another language: so it is kept as what was seen, not as a sentence.
 */
public final class Seen {
  private Seen() {}

  /** A text, or a list of texts. */
  public static Object keep(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Money money -> "money:" + money.amount() + " " + money.currency().getCurrencyCode();
      case Amount amount -> "number:" + amount;
      case Long number -> "number:" + number;
      case BigDecimal number -> "number:" + number.toPlainString();
      case LocalDate date -> "date:" + date;
      case LocalTime time -> "time:" + time;
      case DayOfWeek day -> "day:" + day;
      case MonthDay day -> "season:" + day;
      case Boolean yes -> "yes:" + yes;
      case Collection<?> list -> list.stream().map(Seen::keep).toList();
      default -> "text:" + value;
    };
  }

  /** The value that was kept; texts without a known type in front are values themselves. */
  public static @Nullable Object read(@Nullable Object kept) {
    if (kept instanceof Collection<?> list) {
      return list.stream().map(Seen::known).toList();
    }
    return kept instanceof String text && text.isEmpty() ? null : kept == null ? null : known(kept);
  }

  private static Object known(@Nullable Object kept) {
    String text = String.valueOf(kept);
    int colon = text.indexOf(':');
    String value = text.substring(colon + 1);
    return switch (colon < 0 ? "" : text.substring(0, colon)) {
      case "money" -> money(value);
      case "number" -> new BigDecimal(value);
      case "date" -> LocalDate.parse(value);
      case "time" -> LocalTime.parse(value);
      case "day" -> DayOfWeek.valueOf(value);
      case "season" -> monthDay(value);
      case "yes" -> Boolean.valueOf(value);
      case "text" -> value;
      default -> text;
    };
  }

  private static Money money(String text) {
    List<String> parts = List.of(text.split(" "));
    Currency currency = Currency.getInstance(parts.get(1));
    long minor = Amount.of(new BigDecimal(parts.get(0)), Money.decimals(currency)).minor();
    return new Money(minor, currency);
  }

  private static MonthDay monthDay(String text) {
    return new MonthDay(
        Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(3)));
  }
}
