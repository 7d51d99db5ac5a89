package club.vafa.rules;

import club.vafa.kernel.CalendarKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything rules may look at for one activity. The same facts always give the same decision: a
 * return decides again with the facts of the sale, and an explanation is the decision made again.
 *
 * @param trigger what happened
 * @param eventType the club's own event type when the trigger is an event, else empty
 * @param at when it happened, not when it was recorded
 * @param sale the basket of a purchase or return
 * @param attributes typed attributes of an event: String, BigDecimal, Boolean or LocalDate
 * @param member the member, or nothing for an anonymous sale
 * @param used what the counters of caps and budgets held before
 */
public record Facts(
    TriggerKind trigger,
    String eventType,
    Instant at,
    ZoneId zone,
    CalendarKind calendar,
    @Nullable Sale sale,
    Map<String, Object> attributes,
    @Nullable Person member,
    Usage used) {

  /** What can set rules off. */
  public enum TriggerKind {
    PURCHASE,
    RETURN,
    EVENT,
    ENROLMENT,
    BIRTHDAY,
    TIME
  }

  /**
   * The basket. Money is in whole minor units of the club's currency.
   *
   * @param paidByWallets the part of what is due that is paid with points, credit or gift cards,
   *     which does not earn when the club says so
   */
  public record Sale(
      String branch,
      String terminal,
      String cardType,
      List<Line> lines,
      Set<String> coupons,
      long paidByWallets) {}

  /**
   * One line of goods.
   *
   * @param quantity in thousandths: 2 pieces are 2000
   * @param amount after the shop's own discounts, minor units
   * @param cost of the whole line, minor units, or null when unknown
   */
  public record Line(String sku, String category, long quantity, long amount, @Nullable Long cost) {
    public static final int QUANTITY_DECIMALS = 3;
  }

  /**
   * What is known of the member before this activity.
   *
   * @param standing where the member stands in the club
   * @param visits purchases before this one
   * @param spent total of those purchases after returns, minor units
   */
  public record Person(
      LocalDate joined,
      @Nullable LocalDate birthDate,
      Standing standing,
      long visits,
      long spent,
      @Nullable Instant firstVisit,
      @Nullable Instant lastVisit) {
    public Person {
      // Activities recorded before members had a standing say nothing of it.
      standing = Objects.requireNonNullElse(standing, Standing.NONE);
    }
  }

  /**
   * Where a member stands in the club.
   *
   * @param tiers codes of the tiers held, at most one of each tier set
   * @param segments codes of the segments the member belongs to
   * @param draw a number of the member's own, by which experiments are drawn; null where the club
   *     has none
   */
  public record Standing(Set<String> tiers, Set<String> segments, @Nullable Long draw) {
    public static final Standing NONE = new Standing(Set.of(), Set.of());

    public Standing(
        @Nullable Set<String> tiers, @Nullable Set<String> segments, @Nullable Long draw) {
      this.tiers = tiers == null ? Set.of() : Set.copyOf(tiers);
      this.segments = segments == null ? Set.of() : Set.copyOf(segments);
      this.draw = draw;
    }

    /** A standing in a club without experiments. */
    public Standing(Set<String> tiers, Set<String> segments) {
      this(tiers, segments, null);
    }

    /** The same standing with the member's number. */
    public Standing drawing(long number) {
      return new Standing(tiers, segments, number);
    }
  }
}
