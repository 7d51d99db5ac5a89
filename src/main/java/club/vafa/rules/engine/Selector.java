package club.vafa.rules.engine;

import club.vafa.rules.condition.Branches;
import club.vafa.rules.condition.CardTypes;
import club.vafa.rules.condition.Categories;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.condition.Contains;
import club.vafa.rules.condition.Coupons;
import club.vafa.rules.condition.Entitled;
import club.vafa.rules.condition.Hours;
import club.vafa.rules.condition.Items;
import club.vafa.rules.condition.Plans;
import club.vafa.rules.condition.Segments;
import club.vafa.rules.condition.Terminals;
import club.vafa.rules.condition.Tiers;
import club.vafa.rules.condition.Weekdays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the index can look up, the most selective first. */
enum Selector {
  COUPON,
  ITEM,
  CATEGORY,
  TERMINAL,
  BRANCH,
  PLAN,
  ENTITLEMENT,
  SEGMENT,
  TIER,
  CARD,
  WEEKDAY,
  HOUR;

  private static final int MINUTES = 60;
  private static final int HOURS = 24;

  /**
   * Values without one of which a condition cannot hold.
   *
   * @param certain whether it holds with any of them, so that it need not be asked again
   */
  record Key(Selector selector, List<String> values, Condition of, boolean certain) {
    private Key(Selector selector, List<String> values, Condition of) {
      this(selector, values, of, !of.narrows());
    }
  }

  /** The most selective key among conditions that must all hold; null when none selects. */
  static @Nullable Key best(List<Condition> conditions) {
    Key best = null;
    for (Condition condition : conditions) {
      Key key = key(condition);
      if (key != null && (best == null || key.selector.compareTo(best.selector) < 0)) {
        best = key;
      }
    }
    return best;
  }

  private static @Nullable Key key(Condition condition) {
    return switch (condition) {
      case Coupons coupons -> new Key(COUPON, coupons.plain(), condition);
      case Items(List<String> any) -> new Key(ITEM, any, condition);
      case Categories(List<String> any) -> new Key(CATEGORY, any, condition);
      case Contains(var items, var categories, long quantity) ->
          items.isEmpty()
              ? new Key(CATEGORY, categories, condition, false)
              : new Key(ITEM, items, condition, false);
      case Terminals(List<String> any) -> new Key(TERMINAL, any, condition);
      case Branches(List<String> any) -> new Key(BRANCH, any, condition);
      case Plans(List<String> any) -> new Key(PLAN, any, condition);
      case Entitled(List<String> any) -> new Key(ENTITLEMENT, any, condition);
      case Segments(List<String> any) -> new Key(SEGMENT, any, condition);
      case Tiers(List<String> any) -> new Key(TIER, any, condition);
      case CardTypes(List<String> any) -> new Key(CARD, any, condition);
      case Weekdays(List<String> any) -> new Key(WEEKDAY, any, condition);
      case Hours(long from, long to) -> new Key(HOUR, hours(from, to), condition, false);
      default -> null;
    };
  }

  /** The hours of the day that a stretch of time touches. */
  private static List<String> hours(long from, long to) {
    return IntStream.range(0, HOURS)
        .filter(hour -> {
          long begin = (long) hour * MINUTES;
          boolean beforeEnd = begin < to;
          boolean afterBegin = begin + MINUTES > from;
          return from < to ? beforeEnd && afterBegin : beforeEnd || afterBegin;
        })
        .mapToObj(Integer::toString)
        .toList();
  }
}
