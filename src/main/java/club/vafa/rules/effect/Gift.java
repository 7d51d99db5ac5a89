package club.vafa.rules.effect;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The member gets goods free.
 *
 * @param quantity in thousandths
 * @param cost what one piece costs the club, minor units of money, or null when unknown
 */
public record Gift(String sku, String name, long quantity, @Nullable Long cost) implements Effect {
  private static final long ONE_PIECE = 1_000;

  static final Kind<Effect> KIND =
      Kind.of(
          "gift",
          Needs.NOTHING,
          List.of(
              Arg.of("sku", Shape.TEXT),
              Arg.of("name", Shape.TEXT),
              Arg.of("quantity", Shape.QUANTITY).above(0).optional(),
              Arg.of("cost", Shape.MONEY).optional()),
          args ->
              new Gift(
                  args.text("sku"),
                  args.text("name"),
                  args.number("quantity", ONE_PIECE),
                  args.numberOrNull("cost")));

  @Override
  public Kind<Effect> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("sku", sku, "name", name, "quantity", quantity, "cost", cost);
  }
}
