package club.vafa.clubs;

import club.vafa.kernel.Amount;
import club.vafa.kernel.Forms;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Worded;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of balance members have.
 *
 * @param number small, never reused; what the books store
 * @param decimals of one unit, 0 to 6
 * @param rounding how awards that do not come out even are rounded
 * @param mayOwe whether a member's balance may fall below zero
 * @param worth minor units of money for one minor unit when a sale is paid with it, or null when it
 *     cannot pay
 * @param byTier what holds instead for members of a tier; of several, the first
 * @param forms its name beside numbers
 */
public record Unit(
    int number,
    String code,
    Kind kind,
    Map<Language, String> names,
    int decimals,
    RoundingMode rounding,
    boolean mayOwe,
    @Nullable Rate worth,
    Expiry expiry,
    Waiting waiting,
    List<ByTier> byTier,
    Forms forms) {

  public Unit {
    names = Map.copyOf(names);
    byTier = List.copyOf(byTier);
  }

  /** A unit that is the same in every tier and beside every number. */
  public Unit(
      int number,
      String code,
      Kind kind,
      Map<Language, String> names,
      int decimals,
      RoundingMode rounding,
      boolean mayOwe,
      @Nullable Rate worth,
      Expiry expiry,
      Waiting waiting) {
    this(
        number,
        code,
        kind,
        names,
        decimals,
        rounding,
        mayOwe,
        worth,
        expiry,
        waiting,
        List.of(),
        Forms.NONE);
  }

  /** When awards of members of a tier end and how long they wait; null as for everybody. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ByTier(String tier, @Nullable Expiry expiry, @Nullable Waiting waiting) {}

  /** The unit as it is for a member of these tiers. */
  public Unit in(Set<String> tiers) {
    for (ByTier own : byTier) {
      if (tiers.contains(own.tier())) {
        return lasting(
            own.expiry() == null ? expiry : own.expiry(),
            own.waiting() == null ? waiting : own.waiting());
      }
    }
    return this;
  }

  private Unit lasting(Expiry ends, Waiting waits) {
    return new Unit(
        number, code, kind, names, decimals, rounding, mayOwe, worth, ends, waits, byTier, forms);
  }

  /** The same unit under the number its club gave it. */
  public Unit numbered(int given) {
    return new Unit(
        given, code, kind, names, decimals, rounding, mayOwe, worth, expiry, waiting, byTier,
        forms);
  }

  /** The same unit with another waiting time. */
  public Unit waiting(Waiting other) {
    return lasting(expiry, other);
  }

  /** Money for one whole unit at a rate: one point of 5 cents is {@code 0.05}. */
  public String worthOfOne(Club club, Rate rate) {
    return BigDecimal.valueOf(rate.numerator())
        .movePointRight(decimals)
        .movePointLeft(Money.decimals(club.currency()))
        .divide(
            BigDecimal.valueOf(rate.denominator()),
            Amount.MOST_DECIMALS * 2,
            RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The rate of so much money for one whole unit. */
  public Rate rate(Club club, BigDecimal worth) {
    return Rate.of(worth.movePointRight(Money.decimals(club.currency()) - decimals));
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

  /** The name as it stands beside this number: one point, two points. */
  public String counted(Language language, BigDecimal number) {
    return forms.beside(number, language, name(language));
  }

  /** The same beside so many minor units. */
  public String counted(Language language, long minor) {
    return counted(language, BigDecimal.valueOf(minor, decimals));
  }

  /** The same in whatever language a sentence is told. */
  public Worded counted(long minor) {
    return language -> counted(language, minor);
  }

  /** When awards of a unit expire. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Expiry.Never.class, name = "never"),
    @JsonSubTypes.Type(value = Expiry.Rolling.class, name = "rolling"),
    @JsonSubTypes.Type(value = Expiry.AtEndOf.class, name = "at_end_of"),
    @JsonSubTypes.Type(value = Expiry.WhileActive.class, name = "while_active")
  })
  public sealed interface Expiry {
    /** They stay. */
    record Never() implements Expiry {}

    /** So many months and days after they become usable, stretched to the end of a period. */
    record Rolling(int months, int days, EndOf endOf) implements Expiry {}

    /** At the end of the running month or year of the club's calendar, or so many later. */
    record AtEndOf(EndOf endOf, int later) implements Expiry {}

    /** All of the wallet so long after the member's last activity. */
    record WhileActive(int months, int days) implements Expiry {}
  }

  /** The period whose end an expiry is stretched to. */
  public enum EndOf {
    @JsonProperty("instant")
    INSTANT,
    @JsonProperty("day")
    DAY,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("year")
    YEAR
  }

  /** How long awards wait before they can be spent. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Waiting.None.class, name = "none"),
    @JsonSubTypes.Type(value = Waiting.Days.class, name = "days"),
    @JsonSubTypes.Type(value = Waiting.Event.class, name = "event"),
    @JsonSubTypes.Type(value = Waiting.NextVisit.class, name = "next_visit")
  })
  public sealed interface Waiting {
    /** They can be spent at once. */
    record None() implements Waiting {}

    /** So many days, for instance the time in which goods can be returned. */
    record Days(int days) implements Waiting {}

    /** Until an event of this type is recorded for the member. */
    record Event(String type) implements Waiting {}

    /** Until the member buys again; that sale may be paid with them already. */
    record NextVisit() implements Waiting {
      /** What the books write such an award waits for. No event type has this code. */
      public static final String CODE = "next_visit";
    }
  }
}
