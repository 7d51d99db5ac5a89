package club.vafa.campaigns.form;

import java.util.List;
import java.util.Map;

/**
 * What the club itself has to choose from, by what it is: branch, terminal, category, item, tiers,
 * rewards, plans, entitlements, coupons.
 */
public record Offers(Map<String, List<Choice>> lists) {
  /** Arguments that are plain texts to the rules, and what of the club's they mean. */
  private static final Map<String, String> MEANT =
      Map.of(
          "branch.any", "branch",
          "terminal.any", "terminal",
          "category.any", "category",
          "contains.categories", "category",
          "item.any", "item",
          "contains.items", "item");

  public Offers {
    lists = Map.copyOf(lists);
  }

  /** What can be chosen for an argument; nothing when it is free. */
  List<Choice> of(String entry, String argument, String kind) {
    return list(MEANT.getOrDefault(entry + "." + argument, kind));
  }

  public List<Choice> list(String what) {
    return lists.getOrDefault(what, List.of());
  }
}
