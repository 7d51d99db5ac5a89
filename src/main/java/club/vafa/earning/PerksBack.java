package club.vafa.earning;

import club.vafa.clubs.Club;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a return takes back of what memberships gave: what the sale would not have given without the
 * goods that came back. A use is given back when no rule would have used the entitlement.
 *
 * @param perks one for each rule, with the entitlement where a use is given back
 * @param whole whether nothing is left of the sale
 */
record PerksBack(List<Perk> perks, boolean whole) {

  static PerksBack of(
      Club club, List<Perk> sold, List<ReturnDetail> before, @Nullable Decision without) {
    if (sold.isEmpty()) {
      return new PerksBack(List.of(), false);
    }
    List<Perk> earlier = before.stream().flatMap(back -> back.perks().stream()).toList();
    List<Perk> back = new ArrayList<>();
    Set<Perk.Used> given = new HashSet<>();
    earlier.forEach(perk -> add(perk, given));
    for (Perk perk : sold) {
      Perk still = Perks.with(perk, club, effects(perk, without));
      Perk.Used use = perk.used();
      boolean free = use != null && !used(sold, use, without) && given.add(use);
      long discounts = perk.discounts() - still.discounts() - sum(earlier, perk, true);
      long worth = perk.worth() - still.worth() - sum(earlier, perk, false);
      if (free || discounts > 0 || worth > 0) {
        back.add(
            new Perk(
                perk.membership(),
                perk.period(),
                perk.campaign(),
                perk.rule(),
                Math.max(0, discounts),
                Math.max(0, worth),
                free ? perk.entitlement() : null,
                free ? perk.since() : null));
      }
    }
    return new PerksBack(back, without == null);
  }

  private static void add(Perk perk, Set<Perk.Used> given) {
    Perk.Used use = perk.used();
    if (use != null) {
      given.add(use);
    }
  }

  private static long sum(List<Perk> earlier, Perk of, boolean discounts) {
    return earlier.stream()
        .filter(perk -> perk.key().equals(of.key()))
        .mapToLong(perk -> discounts ? perk.discounts() : perk.worth())
        .sum();
  }

  private static boolean used(List<Perk> sold, Perk.Used use, @Nullable Decision without) {
    return sold.stream()
        .filter(perk -> use.equals(perk.used()))
        .anyMatch(perk -> !effects(perk, without).isEmpty());
  }

  /** What the rule still gives without the goods. */
  private static List<Effect> effects(Perk perk, @Nullable Decision without) {
    return without == null
        ? List.of()
        : without.effects().stream()
            .filter(effect -> Perks.gives(effect))
            .filter(effect ->
                effect.source().campaign().equals(perk.campaign())
                    && effect.source().rule().equals(perk.rule()))
            .toList();
  }
}
