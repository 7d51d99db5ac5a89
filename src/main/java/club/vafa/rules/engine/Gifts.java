package club.vafa.rules.engine;

import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Decision.Source;
import club.vafa.rules.effect.Gift;
import club.vafa.rules.effect.Voucher;
import java.util.ArrayList;
import java.util.List;

/** What a rule gives that is the same whatever was bought: goods and vouchers. */
final class Gifts {
  private Gifts() {}

  /**
   * Something given free.
   *
   * @param cost what it costs the club, minor units, as far as it is known
   */
  record Free(Effect effect, long cost) {}

  static List<Free> of(CampaignDefinition.Rule rule, Source source) {
    List<Free> gifts = new ArrayList<>();
    for (club.vafa.rules.effect.Effect effect : rule.then()) {
      if (effect instanceof Gift gift) {
        gifts.add(
            new Free(
                new Effect.Gift(source, gift.sku(), gift.name(), gift.quantity()),
                Margins.cost(gift)));
      } else if (effect instanceof Voucher(String reward, long count)) {
        gifts.add(new Free(new Effect.Voucher(source, reward, count), 0));
      }
    }
    return List.copyOf(gifts);
  }
}
