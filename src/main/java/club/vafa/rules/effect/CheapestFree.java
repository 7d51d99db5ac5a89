package club.vafa.rules.effect;

import club.vafa.rules.RulesCode;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.Map;

/**
 * Of every so many pieces the cheapest are free: of 7 pieces with every 3 and free 1, the 2
 * cheapest of all. Only whole pieces count, at what they cost after earlier discounts.
 */
public record CheapestFree(long every, long free) implements Effect {
  private static final long MOST = 1_000;

  static final Kind<Effect> KIND =
      Kind.<Effect>of(
              "cheapestFree",
              Needs.PURCHASE,
              List.of(
                  Arg.of("every", Shape.COUNT).between(2, MOST),
                  Arg.of("free", Shape.COUNT).between(1, MOST).optional()),
              args -> new CheapestFree(args.number("every"), args.number("free", 1)))
          .checked((args, faults) -> {
            if (args.number("free", 1) >= args.number("every")) {
              faults.add(
                  "free",
                  RulesCode.OUT_OF_RANGE,
                  Map.of("min", 1L, "max", args.number("every") - 1));
            }
          });

  @Override
  public Kind<Effect> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("every", every, "free", free);
  }
}
