package club.vafa.rules.condition;

import club.vafa.rules.Facts.Line;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goods of one of these categories; the amounts apply to them alone. */
public record Categories(List<String> any) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "category",
          Needs.SALE,
          List.of(Arg.of("any", Shape.TEXTS)),
          args -> new Categories(args.texts("any")));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("any", any);
  }

  @Override
  public boolean narrows() {
    return true;
  }

  @Override
  public Test test() {
    Predicate<String> among = Among.of(any);
    return (scene, line) -> among.test(scene.line(line).category());
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return scene.lines().stream().map(Line::category).distinct().toList();
  }
}
