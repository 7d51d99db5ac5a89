package club.vafa.rules.amount;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;

/** So much for each full step of money: 2 points for each 100,000 give 4 points for 299,999. */
public record PerStep(long each, long give) implements Reckoning {
  static final Kind<Reckoning> KIND =
      Kind.of(
          "step",
          Needs.SALE,
          List.of(Arg.of("each", Shape.MONEY).above(0), Arg.of("give", Shape.GIVE).above(0)),
          args -> new PerStep(args.number("each"), args.number("give")));

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
    return Whole.times(basis.money() / each, give);
  }
}
