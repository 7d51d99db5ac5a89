package club.vafa.rules.condition;

import club.vafa.rules.RulesCode;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * It happened between these times of day, in the club's time zone: from 22:00 to 02:00 crosses
 * midnight. The first minute counts, the last does not.
 */
public record Hours(long from, long to) implements Condition {
  static final Kind<Condition> KIND =
      Kind.<Condition>of(
              "hours",
              Needs.NOTHING,
              List.of(Arg.of("from", Shape.TIME_OF_DAY), Arg.of("to", Shape.TIME_OF_DAY)),
              args -> new Hours(args.number("from"), args.number("to")))
          .checked((args, faults) -> {
            if (args.number("from") == args.number("to")) {
              faults.add("to", RulesCode.ENDS_BEFORE_IT_BEGINS, Map.of());
            }
          });

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
    return from < to
        ? (scene, line) -> scene.minute() >= from && scene.minute() < to
        : (scene, line) -> scene.minute() >= from || scene.minute() < to;
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return LocalTime.of(scene.minute() / 60, scene.minute() % 60);
  }
}
