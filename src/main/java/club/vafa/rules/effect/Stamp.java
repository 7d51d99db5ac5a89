package club.vafa.rules.effect;

import club.vafa.rules.Lifetime;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.Optional;

/** The member gets stamps, one unless it says more. It is short for an award in a stamp unit. */
public record Stamp(String unit, long count, Lifetime lifetime) implements Effect {
  private static final long MOST = 1_000;

  static final Kind<Effect> KIND =
      Kind.of(
          "stamp",
          Needs.NOTHING,
          List.of(
              Arg.of("unit", Shape.UNIT, List.of("STAMPS")),
              Arg.of("count", Shape.COUNT).between(1, MOST).optional(),
              Arg.of("expires", Shape.EXPIRES).optional(),
              Arg.of("pending", Shape.PENDING).optional()),
          args -> new Stamp(args.text("unit"), args.number("count", 1), Earn.lifetime(args)));

  @Override
  public Kind<Effect> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of(
        "unit", unit, "count", count, "expires", lifetime.expires(), "pending", lifetime.pending());
  }

  @Override
  public Optional<Lifetime> lifetime(String wanted) {
    return wanted.equals(unit) ? Optional.of(lifetime) : Optional.empty();
  }
}
