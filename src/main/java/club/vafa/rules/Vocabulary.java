package club.vafa.rules;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Forms;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the definitions of one club may name, and how its amounts are kept.
 *
 * @param toman whether money in rial is told in toman
 * @param names of what other rooms keep and definitions may name
 * @param called how people know what is named by its code
 */
public record Vocabulary(
    Map<String, UnitInfo> units,
    Currency currency,
    boolean toman,
    CalendarKind calendar,
    ZoneId zone,
    Map<String, EventSchema> events,
    Names names,
    Called called) {

  public Vocabulary {
    units = Map.copyOf(units);
    events = Map.copyOf(events);
  }

  /** Words among which any name may stand. */
  public Vocabulary(
      Map<String, UnitInfo> units,
      Currency currency,
      CalendarKind calendar,
      ZoneId zone,
      Map<String, EventSchema> events) {
    this(units, currency, false, calendar, zone, events, Names.ANY, Called.NOTHING);
  }

  /** The same for what was published before: names are not looked up again. */
  public Vocabulary ofAnyName() {
    return new Vocabulary(units, currency, toman, calendar, zone, events, Names.ANY, called);
  }

  /** The same where things are called so. */
  public Vocabulary calling(Called others) {
    return new Vocabulary(units, currency, toman, calendar, zone, events, names, others);
  }

  /** The same with these tiers. */
  public Vocabulary in(Set<String> tiers) {
    Names others = new Names(tiers, names.rewards(), names.plans(), names.entitlements());
    return new Vocabulary(units, currency, toman, calendar, zone, events, others, called);
  }

  /**
   * Codes of what other rooms keep, also of what has ended: definitions of then still name it. Null
   * when any may be named.
   */
  public record Names(
      @Nullable Set<String> tiers,
      @Nullable Set<String> rewards,
      @Nullable Set<String> plans,
      @Nullable Set<String> entitlements) {
    public static final Names ANY = new Names(null, null, null, null);

    public Names {
      tiers = tiers == null ? null : Set.copyOf(tiers);
      rewards = rewards == null ? null : Set.copyOf(rewards);
      plans = plans == null ? null : Set.copyOf(plans);
      entitlements = entitlements == null ? null : Set.copyOf(entitlements);
    }
  }

  /** The decimals money is kept with. */
  public int moneyDecimals() {
    return Money.decimals(currency);
  }

  /**
   * A kind of balance.
   *
   * @param forms its name beside numbers
   * @param worth what one minor unit costs the club in minor units of money, or null when unknown:
   *     then budgets in money count discounts alone
   */
  public record UnitInfo(
      String code,
      int decimals,
      RoundingMode rounding,
      Kind kind,
      Map<Language, String> names,
      Forms forms,
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

    /** A unit whose name is the same beside every number. */
    public UnitInfo(
        String code,
        int decimals,
        RoundingMode rounding,
        Kind kind,
        Map<Language, String> names,
        @Nullable Rate worth) {
      this(code, decimals, rounding, kind, names, Forms.NONE, worth);
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

    /** The name as it stands beside this number. */
    public String counted(Language language, BigDecimal number) {
      return forms.beside(number, language, name(language));
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
