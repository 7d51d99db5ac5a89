package club.vafa.rules.effect;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;

/** The member gets vouchers for a reward of the catalogue, one unless it says more. */
public record Voucher(String reward, long count) implements Effect {
  private static final long MOST = 10;

  static final Kind<Effect> KIND =
      Kind.of(
          "voucher",
          Needs.NOTHING,
          List.of(
              Arg.of("reward", Shape.REWARD),
              Arg.of("count", Shape.COUNT).between(1, MOST).optional()),
          args -> new Voucher(args.text("reward"), args.number("count", 1)));

  @Override
  public Kind<Effect> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("reward", reward, "count", count);
  }
}
