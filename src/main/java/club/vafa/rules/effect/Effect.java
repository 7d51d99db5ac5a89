package club.vafa.rules.effect;

import club.vafa.rules.Lifetime;
import club.vafa.rules.form.Described;
import club.vafa.rules.form.Kind;
import java.util.Optional;

/** Something a rule brings about when its conditions hold. */
public sealed interface Effect extends Described
    permits CheapestFree, Discount, Earn, Gift, Stamp, Voucher {

  @Override
  Kind<Effect> kind();

  /** How long an award in this unit lives; nothing when the effect awards no such unit. */
  default Optional<Lifetime> lifetime(String unit) {
    return Optional.empty();
  }
}
