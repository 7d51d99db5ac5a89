package club.vafa.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws programs that a club in euro may have, with something of everything in them. */
final class RandomProgram {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "Café", "قهوه‌ها", "قهوة", "yes", "- a: b #c", "\"x\" 'y'", "۱۲", "a, b", "😀", "null");

  private final Random random;
  private final ObjectNode root = JSON.objectNode().put("vafa-program", 1);
  private final List<String> units = new ArrayList<>();
  private final List<String> tiers = new ArrayList<>();
  private final List<String> vouchers = new ArrayList<>();
  private final List<String> rewards = new ArrayList<>();
  private final List<String> plans = new ArrayList<>();
  private final List<String> entitlements = new ArrayList<>();

  private RandomProgram(Random random) {
    this.random = random;
  }

  static ObjectNode draw(Random random) {
    return new RandomProgram(random).draw();
  }

  private ObjectNode draw() {
    root.putObject("settings")
        .put("walletPaidEarns", random.nextBoolean())
        .put("giftCardsEarn", one(List.of("when_spent", "when_sold", "never")));
    times("units", 1, 3, this::unit);
    times("tiers", 0, 2, this::set);
    times("rewards", 0, 4, this::reward);
    ObjectNode stamps = root.withArray("units").addObject().put("code", "stamps");
    stamps.put("kind", "stamps");
    if (!vouchers.isEmpty()) {
      ObjectNode card = root.putArray("stampCards").addObject().put("code", "card");
      card.put("unit", "stamps").put("holes", 1 + random.nextInt(20));
      names(card, "names");
      card.put("reward", one(vouchers));
    }
    times("plans", 0, 2, this::plan);
    times("coupons", 0, 3, this::coupon);
    safety();
    referrals();
    times("campaigns", 0, 3, this::campaign);
    times("messages", 0, 3, this::message);
    return root;
  }

  private interface Drawing {
    void into(ObjectNode entry, int number);
  }

  private void times(String section, int least, int most, Drawing drawing) {
    ArrayNode entries = root.putArray(section);
    int count = least + random.nextInt(most - least + 1);
    for (int at = 0; at < count; at++) {
      drawing.into(entries.addObject(), at);
    }
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void names(ObjectNode entry, String field) {
    names(entry, field, List.of("en", "fa", "ar"));
    entry.withObject(field).put("en", one(TEXTS));
  }

  private void names(ObjectNode entry, String field, List<String> keys) {
    entry.putObject(field).put(one(keys), one(TEXTS));
  }

  private String amount(int most) {
    return Integer.toString(1 + random.nextInt(most));
  }

  private void unit(ObjectNode unit, int number) {
    units.add("u" + number);
    unit.put("code", "u" + number).put("kind", one(List.of("points", "credit", "status")));
    names(unit, "names");
    if (random.nextBoolean()) {
      names(unit.putObject("forms"), "en", List.of("one", "other"));
      names(unit.withObject("forms"), "ar", List.of("two", "few", "many"));
    }
    unit.put("decimals", random.nextInt(3)).put("mayOwe", random.nextBoolean());
    if (random.nextBoolean()) {
      unit.put("worth", "0.0" + amount(9));
    }
    if (random.nextBoolean()) {
      unit.putObject("expiry").put("kind", "rolling").put("months", 1 + random.nextInt(24));
    }
  }

  private void set(ObjectNode set, int number) {
    set.put("code", "set" + number);
    names(set, "names");
    boolean calendar = random.nextBoolean();
    ObjectNode period = set.putObject("period").put("kind", calendar ? "calendar" : "rolling");
    if (calendar) {
      period.put("of", one(List.of("year", "month")));
    } else {
      period.put("months", 1 + random.nextInt(12));
    }
    set.putObject("keep").put("until", calendar ? "end_of_next_period" : "ever");
    set.putObject("down").put("mode", one(List.of("one_step", "recompute", "never")));
    String by = one(List.of("spend", "visits", "earned"));
    ArrayNode steps = set.putArray("tiers");
    int count = 1 + random.nextInt(4);
    for (int at = 0; at < count; at++) {
      String code = "t" + number + "-" + at;
      tiers.add(code);
      ObjectNode tier = steps.addObject().put("code", code);
      names(tier, "names");
      if (at > 0) {
        ObjectNode need = tier.putArray("needs").addObject().put("by", by);
        if (by.equals("earned")) {
          need.put("unit", units.getFirst());
        }
        need.put("atLeast", Integer.toString(100 * at + random.nextInt(100)));
      }
    }
  }

  private void reward(ObjectNode reward, int number) {
    String code = "r" + number;
    rewards.add(code);
    reward.put("code", code).put("kind", one(List.of("product", "discount", "donation")));
    names(reward, "names");
    ObjectNode price = reward.putArray("prices").addObject();
    price.put("unit", one(units)).put("amount", amount(500));
    if (!tiers.isEmpty() && random.nextBoolean()) {
      price.putObject("tiers").put(one(tiers), amount(100));
      reward.putObject("visible").putArray("tiers").add(one(tiers));
    }
    if (random.nextBoolean()) {
      reward.putObject("limit").put("count", 1 + random.nextInt(5)).put("period", "month");
    }
    if (random.nextBoolean()) {
      vouchers.add(code);
      ObjectNode voucher = reward.putObject("voucher");
      switch (random.nextInt(3)) {
        case 0 -> voucher.put("money", amount(20)).put("keepsRest", random.nextBoolean());
        case 1 -> voucher.put("percent", amount(100)).put("most", amount(50));
        default -> voucher.put("sku", one(TEXTS)).put("days", 1 + random.nextInt(90));
      }
    }
  }

  private void plan(ObjectNode plan, int number) {
    plans.add("plan" + number);
    plan.put("code", "plan" + number);
    names(plan, "names");
    plan.putObject("fee").put("amount", amount(99)).put("currency", "EUR");
    plan.putObject("period").put("count", 1).put("each", one(List.of("day", "month", "year")));
    plan.put("trialDays", random.nextInt(30));
    if (random.nextBoolean()) {
      plan.put("renewal", "automatic").put("graceDays", 1 + random.nextInt(9));
    }
    entitlements.add("e" + number);
    ObjectNode entitlement = plan.putArray("entitlements").addObject().put("code", "e" + number);
    if (random.nextBoolean()) {
      entitlement.putObject("limit").put("uses", 1 + random.nextInt(9)).put("each", "month");
    }
  }

  private void coupon(ObjectNode coupon, int number) {
    coupon.put("code", "code " + number).put("kind", one(List.of("shared", "unique")));
    names(coupon, "name");
    if (random.nextBoolean()) {
      coupon.put("until", "2031-01-01T00:00:00+02:00").put("others", random.nextInt(3));
    }
    if (random.nextBoolean()) {
      ObjectNode limit = coupon.putArray("limits").addObject().put("per", "member");
      limit.put("period", one(List.of("day", "ever"))).put("uses", 1 + random.nextInt(9));
    }
  }

  private void safety() {
    ObjectNode safety = root.putObject("safety").put("stacking", one(List.of("all", "best")));
    if (random.nextBoolean()) {
      safety.put("marginShare", amount(99) + ".5").put("controlGroup", amount(20));
    }
  }

  private void referrals() {
    ObjectNode referrals = root.putObject("referrals").put("openDays", 1 + random.nextInt(99));
    if (random.nextBoolean()) {
      referrals.put("link", "https://club.example/join?by={code}").put("threshold", 0);
      referrals
          .putObject("weights")
          .put("same_card", random.nextInt(99))
          .put("similar_email", random.nextInt(99));
    }
  }

  private void campaign(ObjectNode campaign, int number) {
    campaign.put("code", "c" + number);
    names(campaign, "name");
    campaign.putObject("trigger").put("on", "purchase");
    ObjectNode rule = campaign.putArray("rules").addObject().put("code", "r");
    ArrayNode when = rule.putArray("when");
    names(when, "tier", tiers);
    names(when, "plan", plans);
    names(when, "entitled", entitlements);
    if (when.isEmpty()) {
      rule.remove("when");
    }
    ObjectNode effect = rule.putArray("then").addObject();
    if (!rewards.isEmpty() && random.nextBoolean()) {
      effect.put("do", "voucher").put("reward", one(rewards));
    } else {
      effect.put("do", "earn").put("unit", one(units));
      effect.putObject("amount").put("by", "fixed").put("give", amount(9));
    }
    if (random.nextInt(4) == 0) {
      campaign.put("paused", true);
    }
  }

  private void names(ArrayNode when, String kind, List<String> codes) {
    if (!codes.isEmpty() && random.nextBoolean()) {
      when.addObject().put("is", kind).putArray("any").add(one(codes));
    }
  }

  private void message(ObjectNode message, int number) {
    message.put("code", "m" + number);
    if (random.nextBoolean()) {
      names(message, "titles");
    }
    message.putObject("texts").put("en", one(TEXTS) + " {firstName}, {amount}");
  }
}
