package club.vafa.rules.effect;

import club.vafa.rules.Lifetime;
import club.vafa.rules.Lifetime.Expires;
import club.vafa.rules.Lifetime.Pending;
import club.vafa.rules.amount.Reckoning;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.Optional;

/** The member gets so much of a unit. */
public record Earn(String unit, Reckoning amount, Lifetime lifetime) implements Effect {
  static final Kind<Effect> KIND =
      Kind.of(
          "earn",
          Needs.NOTHING,
          List.of(
              Arg.of("unit", Shape.UNIT),
              Arg.of("amount", Shape.AMOUNT),
              Arg.of("expires", Shape.EXPIRES).optional(),
              Arg.of("pending", Shape.PENDING).optional()),
          args -> new Earn(args.text("unit"), args.one("amount", Reckoning.class), lifetime(args)));

  static Lifetime lifetime(Args args) {
    return new Lifetime(
        args.oneOrNull("expires", Expires.class), args.oneOrNull("pending", Pending.class));
  }

  @Override
  public Kind<Effect> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of(
        "unit",
        unit,
        "amount",
        amount,
        "expires",
        lifetime.expires(),
        "pending",
        lifetime.pending());
  }

  @Override
  public Optional<Lifetime> lifetime(String wanted) {
    return wanted.equals(unit) ? Optional.of(lifetime) : Optional.empty();
  }
}
