package club.vafa.rules;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Rate;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the definitions of one club may name, and how its amounts are kept.
 *
 * @param tiers the codes of the club's tiers; null when any may be named
 */
public record Vocabulary(
    Map<String, UnitInfo> units,
    Currency currency,
    CalendarKind calendar,
    ZoneId zone,
    Map<String, EventSchema> events,
    @Nullable Set<String> tiers) {

  public Vocabulary {
    units = Map.copyOf(units);
    events = Map.copyOf(events);
    tiers = tiers == null ? null : Set.copyOf(tiers);
  }

  /** Words among which any tier may be named. */
  public Vocabulary(
      Map<String, UnitInfo> units,
      Currency currency,
      CalendarKind calendar,
      ZoneId zone,
      Map<String, EventSchema> events) {
    this(units, currency, calendar, zone, events, null);
  }

  /** The same for what was published before: tiers are not looked up again. */
  public Vocabulary ofAnyTier() {
    return new Vocabulary(units, currency, calendar, zone, events);
  }

  /** The same with these tiers. */
  public Vocabulary in(Set<String> others) {
    return new Vocabulary(units, currency, calendar, zone, events, others);
  }

  /** The decimals money is kept with. */
  public int moneyDecimals() {
    return Money.decimals(currency);
  }

  /**
   * A kind of balance.
   *
   * @param worth what one minor unit costs the club in minor units of money, or null when unknown:
   *     then budgets in money count discounts alone
   */
  public record UnitInfo(
      String code,
      int decimals,
      RoundingMode rounding,
      Kind kind,
      Map<Language, String> names,
      @Nullable Rate worth) {
    public UnitInfo {
      names = Map.copyOf(names);
      if (rounding == RoundingMode.UNNECESSARY) {
        throw new IllegalArgumentException("a unit names how it is rounded");
      }
      if (worth != null && worth.numerator() < 0) {
        throw new IllegalArgumentException("a unit is worth nothing or something");
      }
    }

    /** What the unit is to the club. */
    public enum Kind {
      POINTS,
      STAMPS,
      CREDIT,
      STATUS
    }

    public String name(Language language) {
      return names.getOrDefault(language, code);
    }
  }

  /** The attributes of a custom event. */
  public record EventSchema(Map<String, AttributeKind> attributes) {
    public EventSchema {
      attributes = Map.copyOf(attributes);
    }
  }

  /** What an attribute of an event holds: String, BigDecimal, Boolean or LocalDate. */
  public enum AttributeKind {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE
  }
}
