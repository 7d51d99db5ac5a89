package club.vafa.rules.condition;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** At least one of the conditions holds; of goods, those for which one does. */
public record AnyOf(List<Condition> of) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "any",
          Needs.NOTHING,
          List.of(Arg.of("of", Shape.CONDITIONS)),
          args -> new AnyOf(args.list("of", Condition.class)));

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
    return of;
  }

  @Override
  public boolean narrows() {
    return of.stream().anyMatch(Condition::narrows);
  }

  @Override
  public Test test() {
    List<Test> tests = of.stream().map(Condition::test).toList();
    return (scene, line) -> {
      for (Test test : tests) {
        if (test.holds(scene, line)) {
          return true;
        }
      }
      return false;
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return null;
  }
}
