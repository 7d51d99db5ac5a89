package club.vafa.rules.condition;

import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The member is on one of these plans, as who pays for it or as one of the household. */
public record Plans(List<String> any) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "plan",
          Needs.NOTHING,
          List.of(Arg.of("any", Shape.PLANS)),
          args -> new Plans(args.texts("any")));

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
    return (scene, line) -> {
      Person member = scene.member();
      return member != null && Among.oneOf(any, member.standing().plans());
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Person member = scene.member();
    return member == null ? null : member.standing().plans().stream().sorted().toList();
  }
}
