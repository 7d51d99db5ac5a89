package club.vafa.rules.amount;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * So much for each piece: 1 stamp for 1 piece gives 2.5 for 2.5 kg, rounded as the unit says. With
 * a step it counts full steps only: 1 stamp for each 2 pieces gives 1 for 3.
 *
 * @param each step in thousandths, or null for any part of a piece
 */
public record PerPiece(@Nullable Long each, long give) implements Reckoning {
  static final Kind<Reckoning> KIND =
      Kind.of(
          "piece",
          Needs.SALE,
          List.of(
              Arg.of("each", Shape.QUANTITY).above(0).optional(),
              Arg.of("give", Shape.GIVE).above(0)),
          args -> new PerPiece(args.numberOrNull("each"), args.number("give")));

  @Override
  public Kind<Reckoning> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("each", each, "give", give);
  }

  @Override
  public long reckon(Basis basis) {
    return each == null
        ? Whole.scale(basis.quantity(), give, Basis.PIECE, basis.target().rounding())
        : Whole.times(basis.quantity() / each, give);
  }
}
