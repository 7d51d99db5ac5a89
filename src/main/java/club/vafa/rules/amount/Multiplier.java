package club.vafa.rules.amount;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.math.RoundingMode;
import java.util.List;

/**
 * Multiplies what the other rules awarded in the unit on this activity: times 2 gives the same
 * again. Multipliers come last and don't multiply each other: times 2 and times 3 give 1 + 2 more.
 *
 * @param times in ten-thousandths: 1.5 is 15,000
 */
public record Multiplier(long times) implements Reckoning {
  /** Ten-thousandths in one. */
  private static final long ONE = 10_000;

  private static final long MOST = 1_000 * ONE;

  static final Kind<Reckoning> KIND =
      Kind.of(
          "multiplier",
          Needs.NOTHING,
          List.of(Arg.of("times", Shape.FACTOR).between(ONE + 1, MOST)),
          args -> new Multiplier(args.number("times")));

  @Override
  public Kind<Reckoning> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("times", times);
  }

  /** It has no basis of its own: the run asks {@link #more} once the other rules are done. */
  @Override
  public long reckon(Basis basis) {
    return 0;
  }

  /** What comes on top of what was earned. */
  public long more(long earned, RoundingMode rounding) {
    return Whole.scale(earned, times - ONE, ONE, rounding);
  }
}
