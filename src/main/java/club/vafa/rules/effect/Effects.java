package club.vafa.rules.effect;

import club.vafa.rules.form.Kind;
import java.util.List;

/** The kinds of effects there are. */
public final class Effects {
  /** All kinds, in the order of the reference page. */
  public static final List<Kind<Effect>> KINDS =
      List.of(Earn.KIND, Stamp.KIND, Discount.KIND, CheapestFree.KIND, Gift.KIND, Voucher.KIND);

  private Effects() {}
}
