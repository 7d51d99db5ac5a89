package club.vafa.rules.amount;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * So much for each full step of a number the event brings: 1 mile for each 10 kilometres.
 *
 * @param each step of the attribute
 */
public record PerAttribute(String name, BigDecimal each, long give) implements Reckoning {
  private static final int MOST_DIGITS = 18;

  static final Kind<Reckoning> KIND =
      Kind.of(
          "attribute",
          Needs.EVENT,
          List.of(
              Arg.of("name", Shape.ATTRIBUTE, List.of("NUMBER")),
              Arg.of("each", Shape.DECIMAL).above(0),
              Arg.of("give", Shape.GIVE).above(0)),
          args ->
              new PerAttribute(
                  args.text("name"), args.one("each", BigDecimal.class), args.number("give")));

  @Override
  public Kind<Reckoning> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("name", name, "each", each, "give", give);
  }

  @Override
  public long reckon(Basis basis) {
    if (!(basis.attributes().get(name) instanceof BigDecimal value) || value.signum() <= 0) {
      return 0;
    }
    // Judged by digits first: 1E+1000000000 must not be spelled out.
    long digits = (long) value.precision() - value.scale();
    if (digits > MOST_DIGITS) {
      return Whole.MOST;
    }
    if (digits < -MOST_DIGITS) {
      return 0;
    }
    BigDecimal steps = value.setScale(MOST_DIGITS, RoundingMode.DOWN).divideToIntegralValue(each);
    return steps.precision() - steps.scale() > MOST_DIGITS
        ? Whole.MOST
        : Whole.times(steps.longValue(), give);
  }
}
