package club.vafa.rules.condition;

import club.vafa.kernel.InputCode;
import club.vafa.rules.RulesCode;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** It happened from this day to that, both included, in the club's time zone. */
public record Dates(@Nullable LocalDate from, @Nullable LocalDate to) implements Condition {
  static final Kind<Condition> KIND =
      Kind.<Condition>of(
              "dates",
              Needs.NOTHING,
              List.of(Arg.of("from", Shape.DATE).optional(), Arg.of("to", Shape.DATE).optional()),
              args ->
                  new Dates(
                      args.oneOrNull("from", LocalDate.class),
                      args.oneOrNull("to", LocalDate.class)))
          .checked(Dates::check);

  private static void check(Args args, Kind.Faults faults) {
    LocalDate from = args.oneOrNull("from", LocalDate.class);
    LocalDate to = args.oneOrNull("to", LocalDate.class);
    if (from == null && to == null) {
      faults.add("from", InputCode.REQUIRED, Map.of());
    } else if (from != null && to != null && to.isBefore(from)) {
      faults.add("to", RulesCode.ENDS_BEFORE_IT_BEGINS, Map.of());
    }
  }

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("from", from, "to", to);
  }

  @Override
  public Test test() {
    long first = from == null ? Long.MIN_VALUE : from.toEpochDay();
    long last = to == null ? Long.MAX_VALUE : to.toEpochDay();
    return (scene, line) -> {
      long day = scene.date().toEpochDay();
      return day >= first && day <= last;
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return scene.date();
  }
}
