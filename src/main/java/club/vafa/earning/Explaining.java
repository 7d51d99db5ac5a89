package club.vafa.earning;

import club.vafa.activity.Purchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Explanation;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Repeats a recorded decision, by the program and the facts it was made with, to explain it. */
@Component
class Explaining {
  private final Campaigns campaigns;

  Explaining(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  Explanation explain(Club club, Purchase purchase) {
    List<Long> all = purchase.lines().stream().map(PurchaseLine::quantity).toList();
    Facts facts = facts(club, purchase, Detail.of(purchase.detail()), all);
    return campaigns.program(club, purchase.program(), purchase.occurredAt()).explain(facts);
  }

  /** What nearly applied, found by deciding again: the answer to a repetition is the first one. */
  List<NotApplied> missed(Club club, Purchase purchase) {
    if (purchase.member() == null) {
      return List.of();
    }
    List<Long> all = purchase.lines().stream().map(PurchaseLine::quantity).toList();
    Facts facts = facts(club, purchase, Detail.of(purchase.detail()), all);
    return campaigns
        .program(club, purchase.program(), purchase.occurredAt())
        .decide(facts)
        .notApplied();
  }

  /** A purchase as it is recorded, with all that was answered when it was. */
  Recorded<Purchase> again(Club club, Purchase purchase) {
    return new Recorded<>(purchase, Detail.of(purchase.detail()), missed(club, purchase), true);
  }

  /** The facts of a recorded purchase with so much of each line, in thousandths. */
  static Facts facts(Club club, Purchase purchase, Detail detail, List<Long> quantities) {
    Sale goods =
        Basket.left(
            purchase.lines(),
            quantities,
            PurchaseDecider.text(purchase.branch()),
            PurchaseDecider.text(purchase.terminal()),
            detail);
    Sale sale =
        club.walletPaidEarns()
            ? new Sale(
                goods.branch(),
                goods.terminal(),
                goods.cardType(),
                goods.lines(),
                goods.coupons(),
                0)
            : goods;
    Map<Counter, Used> before = new HashMap<>();
    detail.counted().forEach(counted -> before.put(counted.counter(), counted.before()));
    return new Facts(
        TriggerKind.PURCHASE,
        "",
        purchase.occurredAt(),
        club.zone(),
        club.calendar(),
        sale,
        Map.of(),
        detail.person(),
        counter -> before.getOrDefault(counter, Used.NOTHING));
  }
}
