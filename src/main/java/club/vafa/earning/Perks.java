package club.vafa.earning;

import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Rate;
import club.vafa.memberships.Consumed;
import club.vafa.memberships.Cover;
import club.vafa.memberships.Cover.Allowance;
import club.vafa.memberships.Gained;
import club.vafa.memberships.MembershipId;
import club.vafa.memberships.PastCover;
import club.vafa.rules.CampaignDefinition.Rule;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Decision.Source;
import club.vafa.rules.Facts.Standing;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of what memberships give the members of a round. One activity uses an
 * entitlement once, however many rules ask for it; of a household all use the same.
 */
final class Perks {
  private final Map<MemberId, List<Cover>> covers;
  private final Map<Perk.Used, Long> uses = new HashMap<>();
  private final Map<Period, Gained> gained = new LinkedHashMap<>();

  Perks(Map<MemberId, List<Cover>> covers) {
    this.covers = covers;
  }

  /** Of a member whose past is lived through once more: each time has covers of its own. */
  static Perks rehearsed() {
    return new Perks(new HashMap<>());
  }

  /** Takes what covered a member when something happened. */
  void at(Club club, MemberId member, List<PastCover> past, Instant at) {
    covers.put(
        member,
        past.stream().filter(cover -> cover.holds(at)).map(cover -> cover.at(club, at)).toList());
  }

  private record Period(MembershipId membership, int number) {}

  /** Where a member stands, with the plans and what is left of what they entitle to. */
  Standing standing(MemberId member, Standing standing) {
    List<Cover> own = covers.getOrDefault(member, List.of());
    if (own.isEmpty()) {
      return standing;
    }
    Set<String> plans = new HashSet<>();
    Set<String> entitlements = new HashSet<>();
    for (Cover cover : own) {
      plans.add(cover.plan());
      cover
          .entitlements()
          .keySet()
          .forEach(code -> {
            if (left(cover, code)) {
              entitlements.add(code);
            }
          });
    }
    return standing.with(plans, entitlements);
  }

  private boolean left(Cover cover, String code) {
    Allowance allowance = cover.entitlements().get(code);
    if (allowance == null || !allowance.limited()) {
      return allowance != null;
    }
    Perk.Used key = new Perk.Used(cover.membership().value(), code, allowance.since());
    return allowance.left() > uses.getOrDefault(key, 0L);
  }

  /** Counts what a decision gives a member by memberships. */
  List<Perk> count(Club club, Campaigns campaigns, MemberId member, Decision decision) {
    List<Cover> own = covers.getOrDefault(member, List.of());
    if (own.isEmpty()) {
      return List.of();
    }
    Map<Source, List<Effect>> bySource = new LinkedHashMap<>();
    for (Effect effect : decision.effects()) {
      if (gives(effect)) {
        bySource.computeIfAbsent(effect.source(), _ -> new ArrayList<>()).add(effect);
      }
    }
    List<Perk> perks = new ArrayList<>();
    bySource.forEach((source, effects) -> {
      Perk perk = perk(own, rule(club, campaigns, source), source);
      if (perk != null) {
        perks.add(with(perk, club, effects));
      }
    });
    Set<Perk.Used> used = new LinkedHashSet<>();
    perks.forEach(perk -> add(perk, used));
    used.forEach(one -> uses.merge(one, 1L, Math::addExact));
    perks.stream()
        .map(perk -> new Period(new MembershipId(perk.membership()), perk.period()))
        .distinct()
        .forEach(period -> gain(period, 0, 0, 1));
    return perks;
  }

  private static Rule rule(Club club, Campaigns campaigns, Source source) {
    return campaigns
        .definition(club, source.campaign(), source.version())
        .rule(source.rule())
        .orElseThrow();
  }

  static boolean gives(Effect effect) {
    return switch (effect) {
      case Effect.Earn earn -> earn.granted() > 0;
      case Effect.Discount discount -> discount.granted() > 0;
      case Effect.Gift _, Effect.Voucher _ -> true;
    };
  }

  /** The membership that fulfils what the rule asks for, by entitlement rather than by plan. */
  private @Nullable Perk perk(List<Cover> own, Rule rule, Source source) {
    for (String code : rule.entitlements()) {
      for (Cover cover : own) {
        Allowance allowance = cover.entitlements().get(code);
        if (allowance != null && left(cover, code)) {
          return of(cover, source, allowance.limited() ? code : null);
        }
      }
    }
    for (Cover cover : own) {
      if (rule.plans().contains(cover.plan())) {
        return of(cover, source, null);
      }
    }
    return null;
  }

  private static Perk of(Cover cover, Source source, @Nullable String used) {
    Allowance allowance = used == null ? null : cover.entitlements().get(used);
    return new Perk(
        cover.membership().value(),
        cover.period(),
        source.campaign(),
        source.rule(),
        0,
        0,
        used,
        allowance == null ? null : allowance.since());
  }

  /** The same with what the effects come to. */
  static Perk with(Perk perk, Club club, List<Effect> effects) {
    long discounts = 0;
    long worth = 0;
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Discount discount -> discounts = Math.addExact(discounts, discount.granted());
        case Effect.Earn earn -> worth = Math.addExact(worth, worth(club, earn));
        case Effect.Gift _, Effect.Voucher _ -> {
          // What a gift costs in the shop is not known here.
        }
      }
    }
    return new Perk(
        perk.membership(),
        perk.period(),
        perk.campaign(),
        perk.rule(),
        discounts,
        worth,
        perk.entitlement(),
        perk.since());
  }

  /** What units pay when a sale is paid with them, rounded down; units that cannot pay, nothing. */
  private static long worth(Club club, Effect.Earn earn) {
    Function<Unit, @Nullable Rate> worth = Unit::worth;
    Rate rate = club.unit(earn.unit()).map(worth).orElse(null);
    return rate == null ? 0 : rate.times(earn.granted(), RoundingMode.DOWN);
  }

  private void add(Perk perk, Set<Perk.Used> used) {
    Perk.Used use = perk.used();
    if (use != null) {
      used.add(use);
    }
    Period period = new Period(new MembershipId(perk.membership()), perk.period());
    gain(period, perk.discounts(), perk.worth(), 0);
  }

  private void gain(Period period, long discounts, long worth, long sales) {
    gained.merge(
        period,
        new Gained(period.membership(), period.number(), discounts, worth, sales),
        (one, more) ->
            new Gained(
                one.membership(),
                one.period(),
                Math.addExact(one.discounts(), more.discounts()),
                Math.addExact(one.worth(), more.worth()),
                Math.addExact(one.sales(), more.sales())));
  }

  /** Takes back what a return undoes. */
  void takeBack(PerksBack back) {
    for (Perk perk : back.perks()) {
      Period period = new Period(new MembershipId(perk.membership()), perk.period());
      gain(period, -perk.discounts(), -perk.worth(), back.whole() ? -1 : 0);
      Perk.Used use = perk.used();
      if (use != null) {
        uses.merge(use, -1L, Math::addExact);
      }
    }
  }

  List<Gained> gained() {
    return List.copyOf(gained.values());
  }

  List<Consumed> consumed() {
    return uses.entrySet().stream()
        .filter(use -> use.getValue() != 0)
        .map(use ->
            new Consumed(
                new MembershipId(use.getKey().membership()),
                use.getKey().entitlement(),
                use.getKey().since(),
                use.getValue()))
        .toList();
  }
}
