package club.vafa.rules.condition;

import club.vafa.kernel.InputCode;
import club.vafa.rules.RulesCode;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of the event has one of these values, or lies between two. Numbers and dates can be
 * bounded; texts and yes-or-no are compared as they are.
 *
 * @param any values, as their attribute's type
 */
public record Attribute(
    String name, List<Object> any, @Nullable Object atLeast, @Nullable Object atMost)
    implements Condition {
  static final Kind<Condition> KIND =
      Kind.<Condition>of(
              "attribute",
              Needs.EVENT,
              List.of(
                  Arg.of("name", Shape.ATTRIBUTE),
                  Arg.of("any", Shape.VALUES).optional(),
                  Arg.of("atLeast", Shape.VALUE).optional(),
                  Arg.of("atMost", Shape.VALUE).optional()),
              args ->
                  new Attribute(
                      args.text("name"),
                      args.list("any", Object.class),
                      args.value("atLeast"),
                      args.value("atMost")))
          .checked(Attribute::check);

  private static void check(Args args, Kind.Faults faults) {
    Object least = args.value("atLeast");
    Object most = args.value("atMost");
    if (!args.has("any") && least == null && most == null) {
      faults.add("any", InputCode.REQUIRED, Map.of());
    }
    for (String bound : List.of("atLeast", "atMost")) {
      if (args.value(bound) instanceof String || args.value(bound) instanceof Boolean) {
        faults.add(bound, RulesCode.NOT_WITH_ATTRIBUTE, Map.of("name", args.text("name")));
      }
    }
    if (least != null && most != null && compare(least, most) > 0) {
      faults.add("atMost", RulesCode.ENDS_BEFORE_IT_BEGINS, Map.of());
    }
  }

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of(
        "name", name, "any", any.isEmpty() ? null : any, "atLeast", atLeast, "atMost", atMost);
  }

  @Override
  public Test test() {
    return (scene, line) -> {
      Object value = scene.facts().attributes().get(name);
      return value != null
          && (any.isEmpty() || any.stream().anyMatch(wanted -> compare(value, wanted) == 0))
          && (atLeast == null || (comparable(value, atLeast) && compare(value, atLeast) >= 0))
          && (atMost == null || (comparable(value, atMost) && compare(value, atMost) <= 0));
    };
  }

  private static boolean comparable(Object left, Object right) {
    return left.getClass() == right.getClass();
  }

  /** Zero when equal; values of different types are never equal. */
  private static int compare(Object left, Object right) {
    if (left instanceof BigDecimal number && right instanceof BigDecimal other) {
      return number.compareTo(other);
    }
    if (left instanceof LocalDate date && right instanceof LocalDate other) {
      return date.compareTo(other);
    }
    return left.equals(right) ? 0 : 1;
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return scene.facts().attributes().get(name);
  }
}
