package club.vafa.rules.condition;

import club.vafa.rules.form.Described;
import club.vafa.rules.form.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a rule asks for. All conditions of a rule must hold. */
public sealed interface Condition extends Described
    permits AllOf,
        AnyOf,
        Attribute,
        Birthday,
        Branches,
        CardTypes,
        Categories,
        Contains,
        Coupons,
        Dates,
        DaysOfMonth,
        Entitled,
        FirstVisit,
        Hours,
        Items,
        Joined,
        LastVisit,
        Minimum,
        Not,
        OwnDay,
        Pieces,
        Plans,
        ProfileHas,
        Referred,
        Season,
        Segments,
        Spent,
        Terminals,
        Tiers,
        Visit,
        Weekdays {

  @Override
  Kind<Condition> kind();

  /** Whether it is asked of each line of goods, leaving those for which it holds. */
  default boolean narrows() {
    return false;
  }

  /** What a group is made of. */
  default List<Condition> parts() {
    return List.of();
  }

  Test test();

  /** The value it looked at, for the explanation; null when there was none. */
  @Nullable Object seen(Scene scene);
}
