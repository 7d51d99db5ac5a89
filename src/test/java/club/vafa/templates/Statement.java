package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A member's statement of account in one line, and what they have at the moment. */
final class Statement {
  /** What an entry is to the member; entries within the wallet are not told. */
  private static final Map<String, String> WORDS =
      Map.of(
          "accrual", "earned",
          "clawback", "returned",
          "redemption", "spent",
          "capture", "spent",
          "reversal", "back",
          "reinstatement", "back",
          "expiration", "expired",
          "adjustment", "corrected");

  private static final List<String> ORDER =
      List.of("earned", "returned", "spent", "back", "expired", "corrected");

  private final Web web;
  private final String member;

  Statement(Web web, String member) {
    this.web = web;
    this.member = member;
  }

  /** By unit: {@code points earned 30, spent 20, left 10}. */
  String told() {
    Map<String, Map<String, BigDecimal>> units = new TreeMap<>();
    for (JsonNode entry : entries()) {
      String word = WORDS.get(entry.path("type").asString("").toLowerCase(java.util.Locale.ROOT));
      if (word != null) {
        units
            .computeIfAbsent(entry.path("unit").asString(""), _ -> new LinkedHashMap<>())
            .merge(word, new BigDecimal(entry.path("amount").asString("")), BigDecimal::add);
      }
    }
    List<String> told = new ArrayList<>();
    units.forEach((unit, moved) -> told.add(unit + " " + told(unit, moved)));
    return String.join("; ", told);
  }

  private String told(String unit, Map<String, BigDecimal> moved) {
    List<String> told = new ArrayList<>();
    BigDecimal left = BigDecimal.ZERO;
    for (String word : ORDER) {
      BigDecimal amount = moved.get(word);
      if (amount != null) {
        told.add(word + " " + Nice.plain(amount).toPlainString());
        left = List.of("earned", "back").contains(word) ? left.add(amount) : left.subtract(amount);
      }
    }
    assertThat(left)
        .as("the entries of " + unit + " and the wallet")
        .isEqualByComparingTo(has(unit));
    told.add("left " + Nice.plain(left).toPlainString());
    return String.join(", ", told);
  }

  private List<JsonNode> entries() {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    do {
      Answer page = web.get("/v1/members/" + member + "/statement?limit=200" + next).expect(200);
      page.body().path("data").forEach(all::add);
      next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!next.isEmpty());
    return all;
  }

  private BigDecimal has(String unit) {
    BigDecimal has = BigDecimal.ZERO;
    for (JsonNode wallet : wallets()) {
      if (wallet.path("unit").asString("").equals(unit)) {
        has =
            amount(wallet, "active")
                .add(amount(wallet, "pending"))
                .add(amount(wallet, "held"))
                .subtract(amount(wallet, "owed"));
      }
    }
    return has;
  }

  /** What they have: {@code 30 points (+8), 2 cups, gold, a coffee}. */
  String has() {
    List<String> has = new ArrayList<>();
    for (JsonNode wallet : wallets()) {
      String told = has(wallet);
      if (!told.isEmpty()) {
        has.add(told);
      }
    }
    for (JsonNode place :
        web.get("/v1/members/" + member + "/tiers").expect(200).body().path("data")) {
      has.add(place.at("/tier/code").asString("-"));
    }
    for (JsonNode voucher : vouchers()) {
      has.add(voucher.path("name").asString(""));
    }
    return String.join(", ", has);
  }

  private static String has(JsonNode wallet) {
    BigDecimal owed = amount(wallet, "owed");
    BigDecimal active = amount(wallet, "active").subtract(owed);
    BigDecimal pending = amount(wallet, "pending");
    BigDecimal held = amount(wallet, "held");
    if (active.signum() == 0 && pending.signum() == 0 && held.signum() == 0) {
      return "";
    }
    return Nice.plain(active).toPlainString()
        + " "
        + wallet.path("unit").asString("")
        + (pending.signum() == 0 ? "" : " (+" + pending.toPlainString() + ")")
        + (held.signum() == 0 ? "" : " (" + held.toPlainString() + " held)");
  }

  private static BigDecimal amount(JsonNode wallet, String what) {
    return new BigDecimal(wallet.path(what).asString("0"));
  }

  private JsonNode wallets() {
    return web.get("/v1/members/" + member + "/wallets").expect(200).body().path("data");
  }

  /** The vouchers that may be handed in now, oldest first. */
  List<JsonNode> vouchers() {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode voucher :
        web.get("/v1/members/" + member + "/vouchers?limit=200").expect(200).body().path("data")) {
      if (voucher.path("state").asString("").equals("active")) {
        all.addFirst(voucher);
      }
    }
    return all;
  }
}
