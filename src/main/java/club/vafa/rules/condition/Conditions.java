package club.vafa.rules.condition;

import club.vafa.rules.form.Kind;
import java.util.List;

/** The kinds of conditions there are. */
public final class Conditions {
  /** All kinds, in the order of the reference page. */
  public static final List<Kind<Condition>> KINDS =
      List.of(
          Items.KIND,
          Categories.KIND,
          Contains.KIND,
          Minimum.KIND,
          Pieces.KIND,
          Coupons.KIND,
          Branches.KIND,
          Terminals.KIND,
          CardTypes.KIND,
          Weekdays.KIND,
          Hours.KIND,
          Dates.KIND,
          Season.KIND,
          DaysOfMonth.KIND,
          Birthday.KIND,
          FirstVisit.KIND,
          Visit.KIND,
          LastVisit.KIND,
          Spent.KIND,
          Joined.KIND,
          Referred.KIND,
          OwnDay.KIND,
          ProfileHas.KIND,
          Tiers.KIND,
          Segments.KIND,
          Plans.KIND,
          Entitled.KIND,
          Attribute.KIND,
          Not.KIND,
          AnyOf.KIND,
          AllOf.KIND);

  private Conditions() {}
}
