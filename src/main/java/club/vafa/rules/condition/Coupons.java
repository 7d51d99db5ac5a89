package club.vafa.rules.condition;

import club.vafa.rules.Facts.Sale;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of these coupons was handed in. */
public record Coupons(List<String> any) implements Condition {
  static final Kind<Condition> KIND =
      Kind.of(
          "coupon",
          Needs.SALE,
          List.of(Arg.of("any", Shape.COUPONS)),
          args -> new Coupons(args.texts("any")));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("any", any);
  }

  /** The codes as they are compared. */
  public List<String> plain() {
    return any.stream().map(CouponCode::plain).toList();
  }

  @Override
  public Test test() {
    List<String> codes = plain();
    return (scene, line) -> {
      if (scene.coupons().isEmpty()) {
        return false;
      }
      for (String code : codes) {
        if (scene.coupons().contains(code)) {
          return true;
        }
      }
      return false;
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Sale sale = scene.sale();
    return sale == null ? List.of() : sale.coupons().stream().sorted().toList();
  }
}
