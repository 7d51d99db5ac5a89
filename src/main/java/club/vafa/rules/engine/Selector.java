package club.vafa.rules.engine;

import club.vafa.rules.condition.Branches;
import club.vafa.rules.condition.CardTypes;
import club.vafa.rules.condition.Categories;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.condition.Contains;
import club.vafa.rules.condition.Coupons;
import club.vafa.rules.condition.Items;
import club.vafa.rules.condition.Segments;
import club.vafa.rules.condition.Terminals;
import club.vafa.rules.condition.Tiers;
import club.vafa.rules.condition.Weekdays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the index can look up, the most selective first. */
enum Selector {
  COUPON,
  ITEM,
  CATEGORY,
  TERMINAL,
  BRANCH,
  SEGMENT,
  TIER,
  CARD,
  WEEKDAY;

  /** Values without one of which a rule cannot hold. */
  record Key(Selector selector, List<String> values) {}

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
      case Coupons coupons -> new Key(COUPON, coupons.plain());
      case Items(List<String> any) -> new Key(ITEM, any);
      case Categories(List<String> any) -> new Key(CATEGORY, any);
      case Contains(var items, var categories, long quantity) ->
          items.isEmpty() ? new Key(CATEGORY, categories) : new Key(ITEM, items);
      case Terminals(List<String> any) -> new Key(TERMINAL, any);
      case Branches(List<String> any) -> new Key(BRANCH, any);
      case Segments(List<String> any) -> new Key(SEGMENT, any);
      case Tiers(List<String> any) -> new Key(TIER, any);
      case CardTypes(List<String> any) -> new Key(CARD, any);
      case Weekdays(List<String> any) -> new Key(WEEKDAY, any);
      default -> null;
    };
  }
}
