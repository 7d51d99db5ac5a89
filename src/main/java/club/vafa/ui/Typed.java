package club.vafa.ui;

import club.vafa.api.Decimal;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.CalendarKind.Parts;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into a form, by the names of its fields. It is read in the digits and the
 * calendar people write, and kept as it was typed, so that a form that is refused shows it again.
 */
public record Typed(Map<String, String> fields) {
  public static final Typed NOTHING = new Typed(Map.of());

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F'’]");
  private static final Pattern GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  /** No Jalali or Hijri year is that late: who writes one means the Gregorian calendar. */
  private static final int SURELY_GREGORIAN = 1700;

  public Typed {
    fields = Map.copyOf(fields);
  }

  /** This with one more field, for a form that begins with something in it. */
  public Typed with(String name, String value) {
    Map<String, String> more = new HashMap<>(fields);
    more.put(name, value);
    return new Typed(more);
  }

  /** Without the spaces around it; empty when there is nothing. */
  public String at(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  /** Whether a switch is on. */
  public boolean on(String name) {
    return !at(name).isEmpty();
  }

  /** A day as people of this calendar write it; nothing when the field is empty. */
  public Optional<LocalDate> day(String name, CalendarKind calendar, Input input) {
    String typed = at(name);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = day(typed, calendar);
    if (day.isEmpty()) {
      input.refuse("/" + name, UiCode.DAY_UNREADABLE);
    }
    return day;
  }

  private static Optional<LocalDate> day(String typed, CalendarKind calendar) {
    Matcher day = DAY.matcher(Digits.western(typed));
    if (!day.matches()) {
      return Optional.empty();
    }
    Parts parts =
        new Parts(
            Integer.parseInt(day.group(1)),
            Integer.parseInt(day.group(2)),
            Integer.parseInt(day.group(3)));
    return (parts.year() >= SURELY_GREGORIAN ? CalendarKind.GREGORIAN : calendar).date(parts);
  }

  /** A number as people write it, thousands apart or not; nothing when the field is empty. */
  public Optional<BigDecimal> number(String name, Input input) {
    String typed = at(name);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> number = number(typed);
    if (number.isEmpty()) {
      input.refuse("/" + name, InputCode.NOT_A_NUMBER);
    }
    return number;
  }

  private static Optional<BigDecimal> number(String typed) {
    String plain =
        SPACES
            .matcher(Digits.western(typed))
            .replaceAll("")
            .replace('−', '-')
            .replace("\u200E", "");
    boolean grouped = GROUPED.matcher(plain).matches();
    return Decimal.parse(grouped ? plain.replace(",", "") : plain.replace(',', '.'))
        .map(Decimal::value);
  }
}
