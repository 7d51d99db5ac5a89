package club.vafa.templates;

import club.vafa.testing.Web.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What came of something, in a few words. */
final class Outcomes {
  private Outcomes() {}

  /** Of purchases or an event: awards by unit, what is due, vouchers, tiers, what is used up. */
  static String of(List<Answer> answers) {
    Map<String, BigDecimal> earned = new LinkedHashMap<>();
    Set<String> others = new LinkedHashSet<>();
    for (Answer answer : answers) {
      if (answer.body().has("total")
          && !answer.at("/due/amount").equals(answer.at("/total/amount"))) {
        others.add("due " + money(answer.at("/due/amount")));
      }
      for (JsonNode effect : answer.body().path("effects")) {
        effect(effect, earned, others);
      }
      for (JsonNode missed : answer.body().path("notApplied")) {
        if (!missed.path("code").asString("").startsWith("below")) {
          others.add(missed.path("code").asString(""));
        }
      }
    }
    List<String> told = new ArrayList<>();
    earned.forEach((unit, amount) -> told.add("+" + plain(amount) + " " + unit));
    told.addAll(others);
    return String.join(", ", told);
  }

  private static void effect(JsonNode effect, Map<String, BigDecimal> earned, Set<String> others) {
    String type = effect.path("type").asString("");
    switch (type) {
      case "earn", "stamp" -> {
        BigDecimal granted = new BigDecimal(effect.path("granted").asString("0"));
        if (granted.signum() > 0) {
          earned.merge(effect.path("unit").asString(""), granted, BigDecimal::add);
        }
      }
      case "tier" -> others.add("now " + effect.path("tier").asString(""));
      case "voucher" -> others.add("voucher " + effect.path("reward").asString(""));
      case "stamp_card" -> {
        if (effect.path("completed").asInt(0) > 0) {
          others.add(effect.path("card").asString("") + " full");
        }
      }
      default -> {
        // Discounts are told by what is due.
      }
    }
  }

  /** Of a return: what was taken, what came back, the refund. */
  static String ofReturn(Answer answer) {
    List<String> told = new ArrayList<>();
    Map<String, BigDecimal> taken = new LinkedHashMap<>();
    for (JsonNode one : answer.body().path("taken")) {
      BigDecimal amount = BigDecimal.ZERO;
      for (String where : List.of("pending", "active", "owed")) {
        amount = amount.add(new BigDecimal(one.path(where).asString("0")));
      }
      taken.merge(one.path("unit").asString(""), amount, BigDecimal::add);
    }
    taken.forEach((unit, amount) -> {
      if (amount.signum() > 0) {
        told.add("-" + plain(amount) + " " + unit);
      }
    });
    for (JsonNode one : answer.body().path("gaveBack")) {
      told.add("back " + one.path("usable").asString("") + " " + one.path("unit").asString(""));
    }
    for (JsonNode one : answer.body().path("vouchers")) {
      told.add("voucher " + one.path("state").asString(""));
    }
    for (JsonNode one : answer.body().path("stampCards")) {
      told.add(
          one.path("card").asString("") + (one.path("undone").asInt(0) > 0 ? " undone" : " kept"));
    }
    for (JsonNode one : answer.body().path("tiers")) {
      told.add("now " + one.path("tier").asString("-"));
    }
    told.add("refund " + money(answer.at("/refund/amount")));
    return String.join(", ", told);
  }

  private static String plain(BigDecimal amount) {
    return Nice.plain(amount).toPlainString();
  }

  /** Money as it is written in the tables: cents where there are any. */
  private static String money(String amount) {
    return amount.matches(".*\\.\\d") ? amount + "0" : amount;
  }
}
