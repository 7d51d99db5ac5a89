package club.vafa.rules.condition;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** It happened on one of these days of the week, in the club's time zone. */
public record Weekdays(List<String> any) implements Condition {
  private static final List<String> CODES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  static final Kind<Condition> KIND =
      Kind.of(
          "weekday",
          Needs.NOTHING,
          List.of(Arg.of("any", Shape.CHOICES, CODES)),
          args -> new Weekdays(args.texts("any")));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("any", any);
  }

  /** The code of a day of the week. */
  public static String code(DayOfWeek day) {
    return CODES.get(day.getValue() - 1);
  }

  @Override
  public Test test() {
    int days = 0;
    for (String code : any) {
      days |= 1 << CODES.indexOf(code);
    }
    int wanted = days;
    return (scene, line) -> (wanted & 1 << (scene.date().getDayOfWeek().getValue() - 1)) != 0;
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return scene.date().getDayOfWeek();
  }
}
