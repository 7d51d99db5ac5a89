package club.vafa.rules.condition;

import club.vafa.rules.Facts.Sale;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The member showed a card of one of these types. */
public record CardTypes(List<String> any) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "card",
          Needs.SALE,
          List.of(Arg.of("any", Shape.TEXTS)),
          args -> new CardTypes(args.texts("any")));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("any", any);
  }

  @Override
  public Test test() {
    Predicate<String> among = Among.of(any);
    return (scene, line) -> {
      Sale sale = scene.sale();
      return sale != null && among.test(sale.cardType());
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Sale sale = scene.sale();
    return sale == null ? null : sale.cardType();
  }
}
