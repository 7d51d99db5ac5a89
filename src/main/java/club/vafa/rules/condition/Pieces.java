package club.vafa.rules.condition;

import club.vafa.kernel.Amount;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sale holds at least so many pieces.
 *
 * @param atLeast in thousandths
 * @param matched whether only the goods count that the rule's other conditions left
 */
public record Pieces(long atLeast, boolean matched) implements Condition, OfMatched {
  static final Kind<Condition> KIND =
      Kind.of(
          "pieces",
          Needs.SALE,
          List.of(
              Arg.of("atLeast", Shape.QUANTITY).above(0),
              Arg.of("of", Shape.CHOICE, OfMatched.CHOICES).optional()),
          args -> new Pieces(args.number("atLeast"), OfMatched.matched(args)));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("atLeast", atLeast, "of", OfMatched.text(matched));
  }

  @Override
  public Test test() {
    return (scene, line) -> pieces(scene) >= atLeast;
  }

  /** The pieces there are so far. */
  public long pieces(Scene scene) {
    if (matched) {
      return scene.matchedQuantity();
    }
    long pieces = 0;
    for (int at : scene.goods()) {
      pieces = Whole.plus(pieces, Math.max(0, scene.line(at).quantity()));
    }
    return pieces;
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return new Amount(pieces(scene), Line.QUANTITY_DECIMALS);
  }
}
