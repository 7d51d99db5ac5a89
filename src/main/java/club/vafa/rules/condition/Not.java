package club.vafa.rules.condition;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The condition does not hold; of goods, those for which it does not. */
public record Not(Condition of) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "not",
          Needs.NOTHING,
          List.of(Arg.of("of", Shape.CONDITION)),
          args -> new Not(args.one("of", Condition.class)));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("of", of);
  }

  @Override
  public List<Condition> parts() {
    return List.of(of);
  }

  @Override
  public boolean narrows() {
    return of.narrows();
  }

  @Override
  public Test test() {
    Test inner = of.test();
    return (scene, line) -> !inner.holds(scene, line);
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return null;
  }
}
