package club.vafa.rules.engine;

import club.vafa.rules.Policy;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.engine.Compiled.Campaign;
import club.vafa.rules.engine.Compiled.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one trigger in the order they are judged, with an index from what the facts contain
 * to the rules that could hold: a rule for coffee is not looked at when there is no coffee.
 */
final class Plan {
  private static final int WORD = Long.SIZE;

  private final List<Rule> rules;
  private final Policy policy;
  private final boolean guarded;
  private final List<Campaign> split;
  private final boolean exclusives;
  private final boolean discounts;
  private final boolean multipliers;
  private final long[] always;
  private final Lookup[] lookups;
  private final Map<String, List<Rule>> byCoupon = new HashMap<>();

  Plan(List<Rule> rules, Policy policy) {
    this.rules = List.copyOf(rules);
    this.policy = policy;
    this.guarded =
        policy.marginShare() != null
            || rules.stream()
                .anyMatch(rule -> rule.campaign().live().definition().safety().guarded());
    this.split =
        rules.stream()
            .map(Rule::campaign)
            .filter(campaign -> !campaign.live().definition().safety().variants().isEmpty())
            .distinct()
            .toList();
    this.exclusives = rules.stream().anyMatch(rule -> rule.campaign().exclusive());
    this.discounts = rules.stream().anyMatch(rule -> !rule.off().isEmpty());
    this.multipliers = rules.stream().anyMatch(rule -> !rule.multipliers().isEmpty());
    this.always = new long[(rules.size() + WORD - 1) / WORD];
    Map<Selector, Map<String, List<Integer>>> building = new EnumMap<>(Selector.class);
    for (int at = 0; at < rules.size(); at++) {
      Rule rule = rules.get(at);
      rule.coupons()
          .forEach(code -> byCoupon.computeIfAbsent(code, _ -> new ArrayList<>()).add(rule));
      Selector.Key key = rule.key();
      if (key == null) {
        always[at / WORD] |= 1L << at;
        continue;
      }
      Map<String, List<Integer>> lists =
          building.computeIfAbsent(key.selector(), _ -> new HashMap<>());
      for (String value : key.values()) {
        lists.computeIfAbsent(value, _ -> new ArrayList<>()).add(at);
      }
    }
    this.lookups =
        building.entrySet().stream()
            .map(entry -> new Lookup(entry.getKey(), arrays(entry.getValue())))
            .toArray(Lookup[]::new);
  }

  private static Map<String, int[]> arrays(Map<String, List<Integer>> lists) {
    Map<String, int[]> arrays = HashMap.newHashMap(lists.size());
    lists.forEach((value, list) -> arrays.put(value, list.stream().mapToInt(at -> at).toArray()));
    return arrays;
  }

  Policy policy() {
    return policy;
  }

  /** Whether the margin of a sale limits what is given on it. */
  boolean guarded() {
    return guarded;
  }

  /** The campaigns that have variants. */
  List<Campaign> split() {
    return split;
  }

  boolean discounts() {
    return discounts;
  }

  boolean multipliers() {
    return multipliers;
  }

  List<Rule> rules() {
    return rules;
  }

  boolean exclusives() {
    return exclusives;
  }

  /** The rules that name a coupon, given as coupons are compared. */
  List<Rule> naming(String coupon) {
    return byCoupon.getOrDefault(coupon, List.of());
  }

  /** All rules as a set of bits. */
  long[] all() {
    long[] bits = new long[always.length];
    for (int at = 0; at < rules.size(); at++) {
      bits[at / WORD] |= 1L << at;
    }
    return bits;
  }

  /** The rules that could hold, as a set of bits in their order. */
  long[] candidates(Scene scene) {
    long[] bits = always.clone();
    for (Lookup lookup : lookups) {
      lookup.collect(scene, bits);
    }
    return bits;
  }

  /** The rules that could hold whatever becomes of the member before the decision. */
  long[] candidatesForAnyStanding(Scene scene) {
    long[] bits = candidates(scene);
    for (Lookup lookup : lookups) {
      if (lookup.standing()) {
        lookup.collectAll(bits);
      }
    }
    return bits;
  }
}
