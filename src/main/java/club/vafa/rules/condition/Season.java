package club.vafa.rules.condition;

import club.vafa.kernel.CalendarKind.Parts;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.MonthDay;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * It happened between these days of the year, both included, in the club's calendar: 12-25 to 01-13
 * crosses the end of the year. A last day that a year lacks ends with the month.
 */
public record Season(MonthDay from, MonthDay to) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "season",
          Needs.NOTHING,
          List.of(Arg.of("from", Shape.MONTH_DAY), Arg.of("to", Shape.MONTH_DAY)),
          args -> new Season(args.one("from", MonthDay.class), args.one("to", MonthDay.class)));

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
    int first = number(from.month(), from.day());
    int last = number(to.month(), to.day());
    return (scene, line) -> {
      Parts parts = scene.day().parts();
      int today = number(parts.month(), parts.day());
      return first <= last ? today >= first && today <= last : today >= first || today <= last;
    };
  }

  private static int number(int month, int day) {
    return month * 32 + day;
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Parts parts = scene.day().parts();
    return new MonthDay(parts.month(), parts.day());
  }
}
