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
    TIME,
    /** A member whom this one brought along bought something: the goods are the friend's. */
    REFERRAL,
    /** The member joined or something of the profile changed. */
    PROFILE;

    /** Whether there are goods to look at. */
    public boolean bringsGoods() {
      return switch (this) {
        case PURCHASE, RETURN, REFERRAL -> true;
        case EVENT, ENROLMENT, BIRTHDAY, TIME, PROFILE -> false;
      };
    }
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
   * @param plans codes of the plans the member is on, also through the household
   * @param entitlements codes of what they entitle to; of what is limited, only while some is left
   * @param profile the fields that the profile holds, when a campaign asks for them
   * @param referred whether another member brought this one along; null for no
   * @param draw a number of the member's own, by which experiments are drawn; null where the club
   *     has none
   * @param ownDays days the member has chosen, when a campaign asks for them
   */
  public record Standing(
      Set<String> tiers,
      Set<String> segments,
      Set<String> plans,
      Set<String> entitlements,
      Set<String> profile,
      @Nullable Boolean referred,
      @Nullable Long draw,
      Set<LocalDate> ownDays) {
    public static final Standing NONE = new Standing(Set.of(), Set.of());

    public Standing(
        @Nullable Set<String> tiers,
        @Nullable Set<String> segments,
        @Nullable Set<String> plans,
        @Nullable Set<String> entitlements,
        @Nullable Set<String> profile,
        @Nullable Boolean referred,
        @Nullable Long draw,
        @Nullable Set<LocalDate> ownDays) {
      this.tiers = tiers == null ? Set.of() : Set.copyOf(tiers);
      this.segments = segments == null ? Set.of() : Set.copyOf(segments);
      this.plans = plans == null ? Set.of() : Set.copyOf(plans);
      this.entitlements = entitlements == null ? Set.of() : Set.copyOf(entitlements);
      this.profile = profile == null ? Set.of() : Set.copyOf(profile);
      this.referred = Boolean.TRUE.equals(referred) ? true : null;
      this.draw = draw;
      this.ownDays = ownDays == null ? Set.of() : Set.copyOf(ownDays);
    }

    public Standing(@Nullable Set<String> tiers, @Nullable Set<String> segments) {
      this(tiers, segments, null, null, null, null, null, null);
    }

    /** The same with what paid memberships bring. */
    public Standing with(Set<String> itsPlans, Set<String> itsEntitlements) {
      return new Standing(
          tiers, segments, itsPlans, itsEntitlements, profile, referred, draw, ownDays);
    }

    public Standing withProfile(Set<String> fields) {
      return new Standing(tiers, segments, plans, entitlements, fields, referred, draw, ownDays);
    }

    public Standing broughtAlong() {
      return new Standing(tiers, segments, plans, entitlements, profile, true, draw, ownDays);
    }

    /** The same with the member's number. */
    public Standing drawing(long number) {
      return new Standing(tiers, segments, plans, entitlements, profile, referred, number, ownDays);
    }

    /** The same with the member's own days. */
    public Standing having(Set<LocalDate> days) {
      return new Standing(tiers, segments, plans, entitlements, profile, referred, draw, days);
    }

    public boolean wasReferred() {
      return referred != null;
    }

    /** The same with other tiers. */
    public Standing in(Set<String> others) {
      return others.equals(tiers)
          ? this
          : new Standing(others, segments, plans, entitlements, profile, referred, draw, ownDays);
    }
  }
}
