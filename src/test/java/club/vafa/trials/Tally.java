package club.vafa.trials;

import club.vafa.trials.Office.Visits;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reckons from the answers alone what the database must hold in the end. */
final class Tally {
  private long purchases;
  private long returns;
  private long bonusUses;
  private final Map<String, Long> points = new TreeMap<>();
  private final Map<String, Visits> visits = new TreeMap<>();

  static Tally of(Collection<Paper> papers) {
    Tally tally = new Tally();
    for (Paper paper : papers) {
      if (paper.is(Paper.Fate.DONE) && paper.isReturn()) {
        tally.giveBack(paper);
      } else if (paper.is(Paper.Fate.DONE)) {
        tally.sell(paper);
      }
    }
    return tally;
  }

  long purchases() {
    return purchases;
  }

  long returns() {
    return returns;
  }

  long bonusUses() {
    return bonusUses;
  }

  Map<String, Long> points() {
    return points;
  }

  Map<String, Visits> visits() {
    return visits;
  }

  private void sell(Paper paper) {
    purchases++;
    JsonNode answer = paper.state().answer();
    String phone = Till.phone(paper.phone());
    long cents = cents(answer.at("/total/amount"));
    long paid = cents(answer.at("/paidByWallets/amount"));
    long base = 0;
    for (JsonNode effect : answer.get("effects")) {
      long granted = whole(effect, "granted");
      points.merge(phone, granted, Long::sum);
      if (effect.get("rule").asString().equals("per-euro")) {
        base += granted;
      } else if (granted > 0) {
        bonusUses++;
      }
    }
    if (base != 2 * ((cents - paid) / 100)) {
      throw new AssertionError(paper.id() + " was given " + base + " points for " + cents);
    }
    points.merge(phone, -paid, Long::sum);
    visits.merge(phone, new Visits(1, cents), Tally::plus);
  }

  private void giveBack(Paper paper) {
    returns++;
    JsonNode answer = paper.state().answer();
    String phone = Till.phone(paper.phone());
    for (JsonNode taken : answer.get("taken")) {
      long less = whole(taken, "active") + whole(taken, "pending") + whole(taken, "owed");
      points.merge(phone, -less, Long::sum);
    }
    for (JsonNode back : answer.get("gaveBack")) {
      points.merge(phone, whole(back, "usable"), Long::sum);
    }
    for (JsonNode counter : answer.get("counters")) {
      bonusUses -= counter.get("uses").asLong();
    }
    long refund = cents(answer.at("/refund/amount"));
    long visit = answer.get("whole").asBoolean() ? -1 : 0;
    visits.merge(phone, new Visits(visit, -refund), Tally::plus);
  }

  private static Visits plus(Visits one, Visits other) {
    return new Visits(one.visits() + other.visits(), one.spent() + other.spent());
  }

  private static long whole(JsonNode node, String field) {
    return node.has(field) ? Long.parseLong(node.get(field).asString()) : 0;
  }

  private static long cents(JsonNode amount) {
    return new BigDecimal(amount.asString()).movePointRight(2).longValueExact();
  }
}
