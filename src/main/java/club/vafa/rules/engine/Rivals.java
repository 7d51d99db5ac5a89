package club.vafa.rules.engine;

import club.vafa.rules.Policy;
import club.vafa.rules.Policy.Stacking;
import club.vafa.rules.engine.Compiled.Campaign;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Campaigns that cannot be had together: of one lane, and by the club's policy. */
final class Rivals {
  private Map<Campaign, Campaign> blocked = Map.of();
  private Set<Campaign> passedOver = Set.of();

  /**
   * A campaign takes its lane as soon as one of its rules holds and is not used up, whatever comes
   * of it. Then none of the lane comes after an exclusive one, and no exclusive one after another.
   */
  void lanes(List<Held> held, Allowances allowances) {
    Map<String, Campaign> takers = new HashMap<>();
    Map<Campaign, Campaign> losers = new HashMap<>();
    for (Held rule : held) {
      Campaign campaign = rule.rule().campaign();
      Campaign taker = takers.get(campaign.lane());
      if (taker == null) {
        if (allowances.open(rule.rule())) {
          takers.put(campaign.lane(), campaign);
        }
      } else if (!taker.equals(campaign) && (taker.exclusive() || campaign.exclusive())) {
        losers.put(campaign, taker);
      }
    }
    blocked = losers;
    held.removeIf(rule -> losers.containsKey(rule.rule().campaign()));
  }

  /**
   * Leaves as many campaigns as the policy allows. Those that are used up take no place. Of equal
   * worth the one judged first stays.
   *
   * @param worth what a campaign alone would be worth to the member on this sale
   */
  void stacking(
      List<Held> held, Allowances allowances, Policy policy, ToLongFunction<Campaign> worth) {
    Set<Campaign> open = new LinkedHashSet<>();
    for (Held rule : held) {
      if (allowances.open(rule.rule())) {
        open.add(rule.rule().campaign());
      }
    }
    if (open.size() <= (policy.stacking() == Stacking.BEST ? 1 : policy.most())) {
      return;
    }
    Set<Campaign> over = new HashSet<>(open);
    if (policy.stacking() == Stacking.BEST) {
      over.remove(best(open, worth));
    } else {
      open.stream().limit(policy.most()).forEach(over::remove);
    }
    passedOver = over;
    held.removeIf(rule -> over.contains(rule.rule().campaign()));
  }

  private static @Nullable Campaign best(Set<Campaign> open, ToLongFunction<Campaign> worth) {
    Campaign best = null;
    long most = -1;
    for (Campaign campaign : open) {
      long value = worth.applyAsLong(campaign);
      if (value > most) {
        most = value;
        best = campaign;
      }
    }
    return best;
  }

  /** The campaign that has the lane of this one; null when its lane is not taken. */
  @Nullable Campaign blocker(Campaign campaign) {
    return blocked.get(campaign);
  }

  /** Whether the policy left it out. */
  boolean passedOver(Campaign campaign) {
    return passedOver.contains(campaign);
  }

  boolean lost(Campaign campaign) {
    return blocked.containsKey(campaign) || passedOver.contains(campaign);
  }

  /** Whether any campaign lost. */
  boolean any() {
    return !blocked.isEmpty() || !passedOver.isEmpty();
  }
}
