package club.vafa.clubs;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Rate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version of the loyalty table: what a unit is worth when a sale is paid with it, and how much of
 * a sale it may pay. Of the rows, the first one that fits the day and the member holds; where none
 * does, the base.
 *
 * @param from when it begins to hold; the version after it ends it
 * @param base minor units of money for one minor unit, or null when it cannot pay outside the rows
 * @param minimum the least a payment takes, minor units of the unit
 * @param step what a payment is a multiple of, minor units of the unit
 * @param maximum the most a payment takes, minor units of the unit
 * @param maxPercent the most of a sale it pays, after discounts
 * @param goods which goods it pays piece by piece; the first that fits holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Worth(
    Instant from,
    @Nullable Rate base,
    List<Row> rows,
    @Nullable Long minimum,
    @Nullable Long step,
    @Nullable Long maximum,
    @Nullable Integer maxPercent,
    List<Goods> goods) {

  public Worth {
    rows = List.copyOf(rows);
    // Versions that were kept before goods had prices hold none.
    goods = goods == null ? List.of() : List.copyOf(goods);
  }

  /** The same worth for payments of any size. */
  public Worth unbounded() {
    return new Worth(from, base, rows, null, null, null, null, goods);
  }

  /** What a unit is worth that has no table. */
  public static Worth of(@Nullable Rate base) {
    return new Worth(Instant.MIN, base, List.of(), null, null, null, null, List.of());
  }

  /** The same table from another instant on. */
  public Worth from(Instant other) {
    return new Worth(other, base, rows, minimum, step, maximum, maxPercent, goods);
  }

  /** The same table with another base. */
  Worth base(@Nullable Rate other) {
    return new Worth(from, other, rows, minimum, step, maximum, maxPercent, goods);
  }

  /**
   * A row of the table; what is null does not narrow it.
   *
   * @param season days of every year in the club's calendar
   * @param dates days of one year
   * @param tier code of the tier the member must hold
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      @Nullable Season season, @Nullable Dates dates, @Nullable String tier, Rate worth) {
    boolean fits(CalendarKind calendar, LocalDate day, Set<String> tiers) {
      return Worth.fits(new When(season, dates, tier), calendar, day, tiers);
    }
  }

  /**
   * A piece of goods for so many of the unit.
   *
   * @param sku of the goods; null for all of the category
   * @param category of the goods; null when the sku says which
   * @param units minor units of the unit for a whole piece
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Goods(
      @Nullable Season season,
      @Nullable Dates dates,
      @Nullable String tier,
      @Nullable String sku,
      @Nullable String category,
      long units) {
    boolean is(String wanted, String kind) {
      return sku == null ? kind.equals(category) : sku.equals(wanted);
    }
  }

  private record When(@Nullable Season season, @Nullable Dates dates, @Nullable String tier) {}

  private static boolean fits(When when, CalendarKind calendar, LocalDate day, Set<String> tiers) {
    return (when.season() == null || when.season().holds(calendar, day))
        && (when.dates() == null || when.dates().hold(day))
        && (when.tier() == null || tiers.contains(when.tier()));
  }

  /** Goods that somebody wants to pay, by whom and when. */
  public record Wanted(
      CalendarKind calendar, LocalDate day, Set<String> tiers, String sku, String category) {}

  /** Minor units of the unit for a piece of goods; null when it does not pay them. */
  public @Nullable Long price(Wanted wanted) {
    for (Goods row : goods) {
      When when = new When(row.season(), row.dates(), row.tier());
      if (row.is(wanted.sku(), wanted.category())
          && fits(when, wanted.calendar(), wanted.day(), wanted.tiers())) {
        return row.units();
      }
    }
    return null;
  }

  /** Which goods it pays on this day, whoever the member is. */
  public List<Goods> goods(CalendarKind calendar, LocalDate day) {
    return goods.stream()
        .filter(row -> row.season() == null || row.season().holds(calendar, day))
        .filter(row -> row.dates() == null || row.dates().hold(day))
        .toList();
  }

  /** From a day of every year to another, both included; it may cross the end of the year. */
  public record Season(int fromMonth, int fromDay, int toMonth, int toDay) {
    boolean holds(CalendarKind calendar, LocalDate day) {
      CalendarKind.Parts parts = calendar.parts(day);
      int today = number(parts.month(), parts.day());
      int first = number(fromMonth, fromDay);
      int last = number(toMonth, toDay);
      return first <= last ? today >= first && today <= last : today >= first || today <= last;
    }

    private static int number(int month, int day) {
      return month * 32 + day;
    }
  }

  /** From one date to another, both included. */
  public record Dates(LocalDate first, LocalDate last) {
    boolean hold(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /** Money for one minor unit on this day and for a member of these tiers; null when none. */
  public @Nullable Rate rate(CalendarKind calendar, LocalDate day, Set<String> tiers) {
    for (Row row : rows) {
      if (row.fits(calendar, day, tiers)) {
        return row.worth();
      }
    }
    return base;
  }
}
