package club.vafa.rules.engine;

import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.condition.Weekdays;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules that each value of one kind leads to, by their place in the plan. */
record Lookup(Selector selector, Map<String, int[]> rules) {
  private static final String[] HOURS =
      IntStream.range(0, 24).mapToObj(Integer::toString).toArray(String[]::new);

  /** Whether it looks at what the member is, which may change before the decision. */
  boolean standing() {
    return switch (selector) {
      case TIER, SEGMENT, PLAN, ENTITLEMENT -> true;
      case COUPON, ITEM, CATEGORY, TERMINAL, BRANCH, CARD, WEEKDAY, HOUR -> false;
    };
  }

  /** Adds the rules that the facts lead to. */
  void collect(Scene scene, long[] bits) {
    switch (selector) {
      case COUPON -> {
        for (String code : scene.coupons()) {
          mark(rules.get(code), bits);
        }
      }
      case ITEM -> {
        for (int at : scene.goods()) {
          mark(rules.get(scene.line(at).sku()), bits);
        }
      }
      case CATEGORY -> categories(scene, bits);
      case TERMINAL, BRANCH, CARD -> place(scene.sale(), bits);
      case TIER, SEGMENT, PLAN, ENTITLEMENT -> member(scene.member(), bits);
      case HOUR -> mark(rules.get(HOURS[scene.minute() / 60]), bits);
      case WEEKDAY -> mark(rules.get(Weekdays.code(scene.date().getDayOfWeek())), bits);
    }
  }

  /** Adds all rules, whatever the facts. */
  void collectAll(long[] bits) {
    rules.values().forEach(all -> mark(all, bits));
  }

  /** Lines of one category often follow each other. */
  private void categories(Scene scene, long[] bits) {
    String last = null;
    for (int at : scene.goods()) {
      Line line = scene.line(at);
      if (!line.category().equals(last)) {
        last = line.category();
        mark(rules.get(last), bits);
      }
    }
  }

  private void place(@Nullable Sale sale, long[] bits) {
    if (sale != null) {
      String value =
          switch (selector) {
            case TERMINAL -> sale.terminal();
            case BRANCH -> sale.branch();
            default -> sale.cardType();
          };
      mark(rules.get(value), bits);
    }
  }

  private void member(@Nullable Person member, long[] bits) {
    if (member == null) {
      return;
    }
    Standing standing = member.standing();
    Set<String> codes =
        switch (selector) {
          case TIER -> standing.tiers();
          case PLAN -> standing.plans();
          case ENTITLEMENT -> standing.entitlements();
          default -> standing.segments();
        };
    for (String code : codes) {
      mark(rules.get(code), bits);
    }
  }

  private static void mark(int @Nullable [] rules, long[] bits) {
    if (rules != null) {
      for (int at : rules) {
        bits[at / Long.SIZE] |= 1L << at;
      }
    }
  }
}
