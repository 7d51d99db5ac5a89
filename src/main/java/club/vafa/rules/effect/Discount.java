package club.vafa.rules.effect;

import club.vafa.rules.RulesCode;
import club.vafa.rules.amount.Multiplier;
import club.vafa.rules.amount.PerAttribute;
import club.vafa.rules.amount.Reckoning;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.Map;

/**
 * Money off the goods the conditions left: reckoned for each line by itself, or once for all of
 * them and then spread over the lines. What earlier discounts took is gone before.
 */
public record Discount(boolean eachLine, Reckoning amount) implements Effect {
  static final Kind<Effect> KIND =
      Kind.<Effect>of(
              "discount",
              Needs.PURCHASE,
              List.of(
                  Arg.of("on", Shape.CHOICE, List.of("lines", "basket")),
                  Arg.of("amount", Shape.AMOUNT)),
              args ->
                  new Discount(
                      args.text("on").equals("lines"), args.one("amount", Reckoning.class)))
          .checked((args, faults) -> {
            Reckoning amount = args.one("amount", Reckoning.class);
            if (amount instanceof Multiplier || amount instanceof PerAttribute) {
              faults.add("amount/by", RulesCode.NOT_WITH_EFFECT, Map.of("name", amount.code()));
            }
          });

  @Override
  public Kind<Effect> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("on", eachLine ? "lines" : "basket", "amount", amount);
  }
}
