package club.vafa.rules.engine;

import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Explanation.CapLook;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.condition.CouponCode;
import club.vafa.rules.condition.Minimum;
import club.vafa.rules.condition.Pieces;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.engine.Compiled.Campaign;
import club.vafa.rules.engine.Compiled.Rule;
import club.vafa.rules.form.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Why something did not apply: what nearly did, what is used up, which coupon was in vain. */
final class Reasons {
  private final Plan plan;
  private final Scene scene;
  private final Drawn drawn;
  private Map<Rule, NotApplied> found = Map.of();
  private boolean untold;

  Reasons(Plan plan, Scene scene, Drawn drawn) {
    this.plan = plan;
    this.scene = scene;
    this.drawn = drawn;
  }

  /** Nobody will read what was missing. */
  void untold() {
    untold = true;
  }

  /** Only this condition on the size of the sale was missing. */
  void nearly(Rule rule, Condition missing) {
    if (untold) {
      return;
    }
    if (missing instanceof Minimum minimum) {
      long seen = minimum.amount(scene);
      put(
          rule,
          reason(
              rule,
              "below_minimum",
              Map.of(
                  "wanted", Seen.keep(scene.money(minimum.amount())),
                  "seen", Seen.keep(scene.money(seen)),
                  "missing", Seen.keep(scene.money(minimum.amount() - seen)))));
    } else if (missing instanceof Pieces pieces) {
      long seen = pieces.pieces(scene);
      put(
          rule,
          reason(
              rule,
              "below_quantity",
              Map.of(
                  "wanted", quantity(pieces.atLeast()),
                  "seen", quantity(seen),
                  "missing", quantity(pieces.atLeast() - seen))));
    }
  }

  private static Object quantity(long thousandths) {
    return Seen.keep(new Amount(thousandths, Line.QUANTITY_DECIMALS));
  }

  /** A cap or budget left nothing. */
  void capped(Rule rule, CapLook cap) {
    put(
        rule,
        reason(
            rule,
            cap.budget() ? "budget_exhausted" : "cap_reached",
            Map.of(
                "per", cap.per().name().toLowerCase(Locale.ROOT),
                "period", cap.period().name().toLowerCase(Locale.ROOT))));
  }

  /** The margin of the sale left nothing; nobody at the till needs to know how much there was. */
  void guarded(Rule rule) {
    put(rule, reason(rule, "margin_guard", Map.of()));
  }

  private void put(Rule rule, NotApplied reason) {
    if (found.isEmpty()) {
      found = new LinkedHashMap<>();
    }
    found.put(rule, reason);
  }

  private static NotApplied reason(Rule rule, String code, Map<String, Object> args) {
    return new NotApplied(rule.campaign().live().id(), rule.definition().code(), code, args);
  }

  /** An anonymous sale has no effects; who handed in a coupon is told. */
  List<NotApplied> anonymous() {
    Sale sale = scene.sale();
    if (sale == null || sale.coupons().isEmpty()) {
      return List.of();
    }
    List<NotApplied> reasons = new ArrayList<>();
    for (String coupon : sorted(sale)) {
      List<Rule> naming = plan.naming(CouponCode.plain(coupon));
      reasons.add(
          naming.isEmpty()
              ? unknown(coupon)
              : with(coupon, reason(naming.getFirst(), "needs_member", Map.of())));
    }
    return reasons;
  }

  List<NotApplied> all(List<Held> held, Rivals rivals) {
    if (rivals.any() && !found.isEmpty()) {
      found.keySet().removeIf(rule -> rivals.lost(rule.campaign()));
    }
    Sale sale = scene.sale();
    if (sale != null && !sale.coupons().isEmpty()) {
      List<NotApplied> unknown = new ArrayList<>();
      for (String coupon : sorted(sale)) {
        List<Rule> naming = plan.naming(CouponCode.plain(coupon));
        if (naming.isEmpty()) {
          unknown.add(unknown(coupon));
        } else if (held.stream().noneMatch(one -> one.gave() && naming.contains(one.rule()))) {
          Rule rule = nearest(naming);
          put(rule, with(coupon, why(rule, held, rivals)));
        }
      }
      unknown.addAll(found.values());
      return unknown;
    }
    return found.isEmpty() ? List.of() : List.copyOf(found.values());
  }

  private static List<String> sorted(Sale sale) {
    return sale.coupons().stream().sorted().toList();
  }

  private static final UUID NO_CAMPAIGN = new UUID(0, 0);

  private static NotApplied unknown(String coupon) {
    return new NotApplied(
        NO_CAMPAIGN, "", "coupon_unknown", Map.of("coupon", Input.shortened(coupon)));
  }

  private static NotApplied with(String coupon, NotApplied reason) {
    Map<String, Object> args = new HashMap<>(reason.args());
    args.put("coupon", Input.shortened(coupon));
    return new NotApplied(reason.campaign(), reason.rule(), reason.code(), Map.copyOf(args));
  }

  /** The first rule that runs for this member, else the first that runs, else the first. */
  private Rule nearest(List<Rule> naming) {
    List<Rule> running =
        naming.stream().filter(rule -> rule.campaign().runs(scene.facts().at())).toList();
    return running.stream()
        .filter(drawn::offers)
        .findFirst()
        .or(() -> running.stream().findFirst())
        .orElse(naming.getFirst());
  }

  private NotApplied why(Rule rule, List<Held> held, Rivals rivals) {
    NotApplied known = found.get(rule);
    if (known != null) {
      return known;
    }
    Instant at = scene.facts().at();
    Campaign campaign = rule.campaign();
    if (!campaign.live().definition().started(at)) {
      return reason(rule, "not_started", Map.of());
    }
    if (campaign.live().definition().ended(at)) {
      return reason(rule, "ended", Map.of());
    }
    if (!drawn.offers(rule)) {
      // Who is in a control group must not notice, or it would be none.
      return reason(rule, "not_offered", Map.of());
    }
    Campaign taker = rivals.blocker(campaign);
    if (taker != null) {
      return reason(rule, "lane_taken", Map.of("by", taker.live().definition().code()));
    }
    if (rivals.passedOver(campaign)) {
      return reason(rule, "stacking_policy", Map.of());
    }
    return held.stream().anyMatch(one -> one.rule().equals(rule))
        ? reason(rule, "no_effect", Map.of())
        : failed(rule);
  }

  private NotApplied failed(Rule rule) {
    List<Condition> when = rule.definition().when();
    for (int place = 0; place < when.size(); place++) {
      ConditionLook look = Looks.at(when.get(place), scene);
      if (!look.held()) {
        return reason(
            rule,
            "condition_failed",
            Map.of(
                "condition", look.code(), "place", (long) place, "seen", Seen.keep(look.seen())));
      }
    }
    // Each condition holds for some goods, but none of the goods meets them all.
    return reason(rule, "no_goods_left", Map.of());
  }
}
