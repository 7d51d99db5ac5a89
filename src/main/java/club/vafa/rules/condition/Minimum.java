package club.vafa.rules.condition;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sale comes to at least so much, before discounts of campaigns.
 *
 * @param matched whether only the goods count that the rule's other conditions left
 */
public record Minimum(long amount, boolean matched) implements Condition, OfMatched {
  static final Kind<Condition> KIND =
      Kind.of(
          "minimum",
          Needs.SALE,
          List.of(
              Arg.of("amount", Shape.MONEY).above(0),
              Arg.of("of", Shape.CHOICE, OfMatched.CHOICES).optional()),
          args -> new Minimum(args.number("amount"), OfMatched.matched(args)));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("amount", amount, "of", OfMatched.text(matched));
  }

  @Override
  public Test test() {
    return (scene, line) -> amount(scene) >= amount;
  }

  /** What the sale comes to so far. */
  public long amount(Scene scene) {
    return matched ? scene.matchedAmount() : scene.basket();
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return scene.money(amount(scene));
  }
}
