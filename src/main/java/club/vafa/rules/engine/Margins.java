package club.vafa.rules.engine;

import club.vafa.rules.Explanation.MarginLook;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Policy;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.effect.Gift;
import club.vafa.rules.engine.Compiled.Campaign;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the margin of one sale still allows to give. Goods of 300,000 that cost 200,000 have a
 * margin of 100,000; with a share of 50 % all that is given on them comes to 50,000 at most:
 * discounts, units at their worth, gifts at their cost. Effects are granted in the order they take
 * place, so that what comes last is cut first.
 *
 * <p>Lines whose cost is unknown count with the margin the club assumes for them. Where it assumes
 * none they are outside the guard: of what a rule gives, only the part counts that falls on goods
 * of known cost.
 */
final class Margins {
  private static final long ONE_PIECE = 1_000;

  private final Scene scene;
  private final @Nullable Long assumed;
  private final long margin;
  private final boolean allKnown;
  private final @Nullable Guard program;
  private final Map<Campaign, Guard> campaigns = new HashMap<>();

  /** One share of the margin and what has been given of it. */
  private static final class Guard {
    private final boolean ofCampaign;
    private final long share;
    private final long allowed;
    private long given;

    private Guard(boolean ofCampaign, long share, long margin) {
      this.ofCampaign = ofCampaign;
      this.share = share;
      this.allowed = Whole.scale(margin, share, Policy.WHOLE, RoundingMode.DOWN);
    }
  }

  /** How much of the goods of a rule is of known cost, by price. */
  private record Part(long known, long all) {}

  private Margins(Scene scene, Policy policy) {
    this.scene = scene;
    this.assumed = policy.assumedMargin();
    long sum = 0;
    boolean all = true;
    for (Line line : scene.lines()) {
      sum = Whole.plus(sum, margin(line));
      all &= line.amount() <= 0 || known(line);
    }
    this.margin = Math.max(0, sum);
    this.allKnown = all;
    Long share = policy.marginShare();
    this.program = share == null ? null : new Guard(false, share, margin);
  }

  /** The margin of this sale; null when no line of it has a margin that is known. */
  static @Nullable Margins of(Scene scene, Policy policy) {
    for (int at : scene.goods()) {
      if (scene.line(at).cost() != null || policy.assumedMargin() != null) {
        return new Margins(scene, policy);
      }
    }
    return null;
  }

  private boolean known(Line line) {
    return line.cost() != null || assumed != null;
  }

  /** Money that the shop itself took off has no cost and lessens the margin in full. */
  private long margin(Line line) {
    Long cost = line.cost();
    if (cost != null) {
      return line.amount() - cost;
    }
    if (line.amount() <= 0) {
      return line.amount();
    }
    return assumed == null
        ? 0
        : Whole.scale(line.amount(), assumed, Policy.WHOLE, RoundingMode.DOWN);
  }

  private Part part(Held held) {
    if (allKnown) {
      return new Part(1, 1);
    }
    long known = 0;
    long all = 0;
    for (int at : held.lines()) {
      Line line = scene.line(at);
      all = Whole.plus(all, line.amount());
      known = Whole.plus(known, known(line) ? line.amount() : 0);
    }
    return new Part(known, Math.max(1, all));
  }

  private List<Guard> guards(Held held) {
    List<Guard> guards = new ArrayList<>(2);
    if (program != null) {
      guards.add(program);
    }
    Campaign campaign = held.rule().campaign();
    Long share = campaign.live().definition().safety().marginShare();
    if (share != null) {
      guards.add(campaigns.computeIfAbsent(campaign, _ -> new Guard(true, share, margin)));
    }
    return guards;
  }

  /** As much of a discount as the margin allows. */
  long money(Held held, long wanted, Cuts cuts) {
    return units(held, new Price("", 1, 1), wanted, cuts);
  }

  /** As much of an award as the margin allows; a unit that is worth nothing costs nothing. */
  long units(Held held, UnitInfo unit, long wanted, Cuts cuts) {
    return unit.worth() == null || unit.worth().numerator() == 0
        ? wanted
        : units(
            held,
            new Price(unit.code(), unit.worth().numerator(), unit.worth().denominator()),
            wanted,
            cuts);
  }

  /** What one minor unit costs. */
  private record Price(String unit, long money, long units) {}

  private long units(Held held, Price price, long wanted, Cuts cuts) {
    Part part = part(held);
    if (part.known() == 0) {
      return wanted;
    }
    long granted = wanted;
    List<Guard> guards = guards(held);
    for (Guard guard : guards) {
      long left = Whole.left(guard.allowed, guard.given);
      long mayCost = Whole.scale(left, part.all(), part.known(), RoundingMode.DOWN);
      long affordable = Whole.scale(mayCost, price.units(), price.money(), RoundingMode.DOWN);
      if (affordable < granted) {
        cuts.cut(held, look(guard, price.unit(), granted, affordable));
        granted = affordable;
      }
    }
    long cost = Whole.scale(granted, price.money(), price.units(), RoundingMode.UP);
    take(guards, Whole.scale(cost, part.known(), part.all(), RoundingMode.UP));
    return granted;
  }

  /** Whether the margin allows a gift; one whose cost is unknown costs nothing here. */
  boolean gift(Held held, long whole, Cuts cuts) {
    Part part = part(held);
    long cost = Whole.scale(whole, part.known(), part.all(), RoundingMode.UP);
    List<Guard> guards = guards(held);
    for (Guard guard : guards) {
      if (cost > Whole.left(guard.allowed, guard.given)) {
        cuts.cut(held, look(guard, "", whole, 0));
        return false;
      }
    }
    take(guards, cost);
    return true;
  }

  /** What a gift costs the club, as far as it is known. */
  static long cost(Gift gift) {
    Long cost = gift.cost();
    return cost == null ? 0 : Whole.scale(cost, gift.quantity(), ONE_PIECE, RoundingMode.UP);
  }

  private static void take(List<Guard> guards, long cost) {
    for (Guard guard : guards) {
      guard.given = Whole.plus(guard.given, cost);
    }
  }

  private MarginLook look(Guard guard, String unit, long wanted, long granted) {
    return new MarginLook(
        guard.ofCampaign, unit, margin, guard.share, guard.allowed, guard.given, wanted, granted);
  }
}
