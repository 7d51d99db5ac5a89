package club.vafa.rules.condition;

import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The member has spent at least so much before this, returns taken off. */
public record Spent(long atLeast) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "spent",
          Needs.NOTHING,
          List.of(Arg.of("atLeast", Shape.MONEY).above(0)),
          args -> new Spent(args.number("atLeast")));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("atLeast", atLeast);
  }

  @Override
  public Test test() {
    return (scene, line) -> {
      Person member = scene.member();
      return member != null && member.spent() >= atLeast;
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Person member = scene.member();
    return member == null ? null : scene.money(member.spent());
  }
}
