package club.vafa.rules.amount;

import club.vafa.rules.form.Described;
import club.vafa.rules.form.Kind;

/** How much a rule gives. */
public sealed interface Reckoning extends Described
    permits Fixed, Ladder, Multiplier, Percent, PerAttribute, PerPiece, PerStep {

  @Override
  Kind<Reckoning> kind();

  /** Minor units of the target, neither negative nor above {@link Whole#MOST}. */
  long reckon(Basis basis);
}
