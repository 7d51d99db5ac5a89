package club.vafa.earning;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.PastPurchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.rules.Decision.NotApplied;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A purchase of the past as it was reported once.
 *
 * @param cardType of the card the member was recognised by, or empty
 * @param earned what it earned then, in minor units by code of the unit, as far as it was read
 */
public record Sale(UUID id, NewPurchase purchase, String cardType, Map<String, Long> earned) {
  private static final Set<String> AGAIN = Set.of("coupon_used_up", "coupon_not_with_others");
  private static final NaturalKey NO_KEY = new NaturalKey("", "");

  public static Sale of(PastPurchase past) {
    Detail detail = past.detail() == null ? null : Detail.of(past.detail());
    List<NewPurchase.Line> lines = new ArrayList<>(past.lines().size());
    for (int at = 0; at < past.lines().size(); at++) {
      PurchaseLine line = past.lines().get(at);
      lines.add(
          new NewPurchase.Line(
              line.sku(),
              line.name(),
              line.category(),
              line.quantity(),
              line.unitPrice(),
              line.amount(),
              line.cost(),
              detail != null && soldCard(detail, at) ? "" : null));
    }
    NewPurchase purchase =
        new NewPurchase(
            NO_KEY,
            null,
            past.occurredAt(),
            past.branch(),
            past.terminal(),
            null,
            lines,
            detail == null ? Set.of() : handedIn(detail),
            detail == null ? List.of() : payments(detail),
            NewPurchase.NO_HASH,
            null);
    String cardType = detail == null ? null : detail.cardType();
    Map<String, Long> earned = detail == null ? Map.of() : TierCounts.earned(detail.given());
    return new Sale(past.id(), purchase, cardType == null ? "" : cardType, earned);
  }

  /**
   * The codes that were handed in. Of those that were refused only what earlier sales had used up,
   * or others stood against: all else would be refused again.
   */
  private static Set<String> handedIn(Detail detail) {
    if (detail.codes().isEmpty() && detail.refused().isEmpty()) {
      return detail.coupons();
    }
    Set<String> codes = new HashSet<>();
    detail.coupons().forEach(name -> codes.add(detail.codes().getOrDefault(name, name)));
    for (NotApplied one : detail.refused()) {
      if (AGAIN.contains(one.code()) && one.args().get("coupon") instanceof String code) {
        codes.add(code);
      }
    }
    return codes;
  }

  private static boolean soldCard(Detail detail, int line) {
    return detail.funded().stream().anyMatch(funded -> funded.line() == line);
  }

  private static List<NewPurchase.Payment> payments(Detail detail) {
    List<NewPurchase.Payment> payments = new ArrayList<>();
    for (Detail.Paid paid : detail.payments()) {
      payments.add(payment(paid));
    }
    return payments;
  }

  private static NewPurchase.Payment payment(Detail.Paid paid) {
    if (paid.unit() == null) {
      return new NewPurchase.Payment.Other(paid.kind(), paid.money());
    }
    return paid.line() == null
        ? new NewPurchase.Payment.Wallet(paid.unit(), paid.units())
        : new NewPurchase.Payment.Goods(paid.unit(), paid.line());
  }
}
