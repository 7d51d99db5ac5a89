package club.vafa.rules.amount;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;

/**
 * A part of the money: 5 % of 200.00 is 10 units, or 10.00 off as a discount.
 *
 * @param percent in millionths: 5 % is 50,000
 */
public record Percent(long percent) implements Reckoning {
  /** Millionths in a whole. */
  static final long WHOLE = 1_000_000;

  static final long MOST = 100 * WHOLE;

  static final Kind<Reckoning> KIND =
      Kind.of(
          "percent",
          Needs.SALE,
          List.of(Arg.of("percent", Shape.PERCENT).between(1, MOST)),
          args -> new Percent(args.number("percent")));

  @Override
  public Kind<Reckoning> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("percent", percent);
  }

  @Override
  public long reckon(Basis basis) {
    return basis.target().part(basis.money(), percent, WHOLE);
  }
}
