package club.vafa.rules.amount;

import club.vafa.rules.form.Kind;
import java.util.List;

/** The ways there are to reckon how much. */
public final class Reckonings {
  /** All kinds, in the order of the reference page. */
  public static final List<Kind<Reckoning>> KINDS =
      List.of(
          PerStep.KIND,
          Percent.KIND,
          Fixed.KIND,
          PerPiece.KIND,
          PerAttribute.KIND,
          Ladder.KIND,
          Multiplier.KIND);

  private Reckonings() {}
}
