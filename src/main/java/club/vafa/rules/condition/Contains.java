package club.vafa.rules.condition;

import club.vafa.kernel.Amount;
import club.vafa.kernel.InputCode;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The basket holds enough of these goods. Unlike item and category it does not narrow: "coffee is
 * at half price when there is cake in the basket" asks for cake here and narrows to coffee there.
 *
 * @param quantity how much of them together, in thousandths
 */
public record Contains(List<String> items, List<String> categories, long quantity)
    implements Condition {
  private static final long ONE_PIECE = 1_000;

  static final Kind<Condition> KIND =
      Kind.<Condition>of(
              "contains",
              Needs.SALE,
              List.of(
                  Arg.of("items", Shape.TEXTS).optional(),
                  Arg.of("categories", Shape.TEXTS).optional(),
                  Arg.of("quantity", Shape.QUANTITY).above(0).optional()),
              args ->
                  new Contains(
                      args.texts("items"),
                      args.texts("categories"),
                      args.number("quantity", ONE_PIECE)))
          .checked((args, faults) -> {
            if (args.has("items") == args.has("categories")) {
              faults.add("", InputCode.EXACTLY_ONE, Map.of("allowed", "items, categories"));
            }
          });

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of(
        "items",
        items.isEmpty() ? null : items,
        "categories",
        categories.isEmpty() ? null : categories,
        "quantity",
        quantity);
  }

  @Override
  public Test test() {
    Predicate<Line> wanted = wanted();
    return (scene, line) -> quantity(scene, wanted) >= quantity;
  }

  private Predicate<Line> wanted() {
    Predicate<String> among = Among.of(items.isEmpty() ? categories : items);
    return items.isEmpty() ? line -> among.test(line.category()) : line -> among.test(line.sku());
  }

  private static long quantity(Scene scene, Predicate<Line> wanted) {
    long found = 0;
    for (int at : scene.goods()) {
      Line line = scene.line(at);
      if (wanted.test(line)) {
        found = Whole.plus(found, Math.max(0, line.quantity()));
      }
    }
    return found;
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return new Amount(quantity(scene, wanted()), Line.QUANTITY_DECIMALS);
  }
}
