package club.vafa.rules.condition;

import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan entitles the member to one of these, and of what is limited some is left. */
public record Entitled(List<String> any) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "entitled",
          Needs.NOTHING,
          List.of(Arg.of("any", Shape.ENTITLEMENTS)),
          args -> new Entitled(args.texts("any")));

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
      return member != null && Among.oneOf(any, member.standing().entitlements());
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Person member = scene.member();
    return member == null ? null : member.standing().entitlements().stream().sorted().toList();
  }
}
