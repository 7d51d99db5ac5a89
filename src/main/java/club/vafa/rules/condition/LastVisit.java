package club.vafa.rules.condition;

import club.vafa.kernel.InputCode;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.RulesCode;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The member was last here so many days ago; who never was does not meet it. */
public record LastVisit(@Nullable Long atLeast, @Nullable Long atMost) implements Condition {
  private static final long MOST_DAYS = 36_500;

  static final Kind<Condition> KIND =
      Kind.<Condition>of(
              "lastVisit",
              Needs.NOTHING,
              List.of(
                  Arg.of("atLeast", Shape.COUNT).between(0, MOST_DAYS).optional(),
                  Arg.of("atMost", Shape.COUNT).between(0, MOST_DAYS).optional()),
              args -> new LastVisit(args.numberOrNull("atLeast"), args.numberOrNull("atMost")))
          .checked(LastVisit::check);

  private static void check(Args args, Kind.Faults faults) {
    if (!args.has("atLeast") && !args.has("atMost")) {
      faults.add("atLeast", InputCode.REQUIRED, Map.of());
    } else if (args.number("atLeast", 0) > args.number("atMost", MOST_DAYS)) {
      faults.add("atMost", RulesCode.ENDS_BEFORE_IT_BEGINS, Map.of());
    }
  }

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("atLeast", atLeast, "atMost", atMost);
  }

  @Override
  public Test test() {
    long least = atLeast == null ? 0 : atLeast;
    long most = atMost == null ? Long.MAX_VALUE : atMost;
    return (scene, line) -> {
      Long days = days(scene);
      return days != null && days >= least && days <= most;
    };
  }

  private static @Nullable Long days(Scene scene) {
    Person member = scene.member();
    Instant last = member == null ? null : member.lastVisit();
    return last == null
        ? null
        : scene.date().toEpochDay() - LocalDate.ofInstant(last, scene.facts().zone()).toEpochDay();
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return days(scene);
  }
}
