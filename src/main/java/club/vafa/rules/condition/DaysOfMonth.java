package club.vafa.rules.condition;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** It happened on one of these days of the month, in the club's calendar. */
public record DaysOfMonth(List<Long> any) implements Condition {
  private static final int MOST = 31;

  static final Kind<Condition> KIND =
      Kind.of(
          "dayOfMonth",
          Needs.NOTHING,
          List.of(Arg.of("any", Shape.COUNTS).between(1, MOST)),
          args -> new DaysOfMonth(args.list("any", Long.class)));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("any", any);
  }

  @Override
  public Test test() {
    long days = 0;
    for (long day : any) {
      days |= 1L << day;
    }
    long wanted = days;
    return (scene, line) -> (wanted & 1L << scene.day().parts().day()) != 0;
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return (long) scene.day().parts().day();
  }
}
