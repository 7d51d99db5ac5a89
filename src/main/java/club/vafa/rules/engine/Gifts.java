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

  static List<Effect> of(CampaignDefinition.Rule rule, Source source) {
    List<Effect> gifts = new ArrayList<>();
    for (club.vafa.rules.effect.Effect effect : rule.then()) {
      if (effect instanceof Gift(String sku, String name, long quantity)) {
        gifts.add(new Effect.Gift(source, sku, name, quantity));
      } else if (effect instanceof Voucher(String reward, long count)) {
        gifts.add(new Effect.Voucher(source, reward, count));
      }
    }
    return List.copyOf(gifts);
  }
}
