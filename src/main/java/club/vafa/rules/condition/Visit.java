package club.vafa.rules.condition;

import club.vafa.kernel.InputCode;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** This sale is the member's n-th, or every n-th: the 5th, or the 5th, 10th, 15th and so on. */
public record Visit(long number, boolean every) implements Condition {
  private static final long MOST = 1_000_000;

  static final Kind<Condition> KIND =
      Kind.<Condition>of(
              "visit",
              Needs.SALE,
              List.of(
                  Arg.of("number", Shape.COUNT).between(1, MOST).optional(),
                  Arg.of("every", Shape.COUNT).between(2, MOST).optional()),
              args ->
                  args.has("every")
                      ? new Visit(args.number("every"), true)
                      : new Visit(args.number("number"), false))
          .checked((args, faults) -> {
            if (args.has("number") == args.has("every")) {
              faults.add("", InputCode.EXACTLY_ONE, Map.of("allowed", "number, every"));
            }
          });

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of(every ? "every" : "number", number);
  }

  @Override
  public Test test() {
    return (scene, line) -> {
      Person member = scene.member();
      if (member == null) {
        return false;
      }
      long visit = Math.max(0, member.visits()) + 1;
      return every ? visit % number == 0 : visit == number;
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Person member = scene.member();
    return member == null ? null : Math.max(0, member.visits()) + 1;
  }
}
