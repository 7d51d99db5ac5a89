package club.vafa.campaigns;

import club.vafa.activity.Activity;
import club.vafa.activity.EventType;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.goods.Goods;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.memberships.LivePlans;
import club.vafa.memberships.Plan;
import club.vafa.rewards.LiveRewards;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.rules.Called;
import club.vafa.rules.Called.Thing;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.EventSchema;
import club.vafa.rules.Vocabulary.Names;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.tiers.Tiers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a club's campaigns may name, in the words of the rules. */
@Component
class Words {
  private final Activity activity;
  private final Goods goods;
  private final Clubs clubs;
  private final Tiers tiers;
  private final LiveRewards rewards;
  private final LivePlans plans;

  Words(
      Activity activity,
      Goods goods,
      Clubs clubs,
      Tiers tiers,
      LiveRewards rewards,
      LivePlans plans) {
    this.activity = activity;
    this.goods = goods;
    this.clubs = clubs;
    this.tiers = tiers;
    this.rewards = rewards;
    this.plans = plans;
  }

  Vocabulary of(Club club, Names names) {
    return of(club, activity.eventTypes(club.id()), names);
  }

  Vocabulary of(Club club, List<EventType> types, Names names) {
    Map<String, UnitInfo> units = new HashMap<>();
    for (Unit unit : club.units()) {
      units.put(
          unit.code(),
          new UnitInfo(
              unit.code(),
              unit.decimals(),
              unit.rounding(),
              kind(unit.kind()),
              unit.names(),
              unit.forms(),
              unit.worth()));
    }
    Map<String, EventSchema> events = new HashMap<>();
    for (EventType type : types) {
      events.put(type.code(), schema(type));
    }
    return new Vocabulary(
        units,
        club.currency(),
        club.look().toman(),
        club.calendar(),
        club.zone(),
        events,
        names,
        called(club, types));
  }

  private Called called(Club club, List<EventType> types) {
    Map<String, Map<Language, String>> branches = new HashMap<>();
    clubs.branches(club.id()).forEach(one -> branches.put(one.code(), in(club, one.name())));
    Map<String, Map<Language, String>> terminals = new HashMap<>();
    clubs.terminals(club.id()).forEach(one -> terminals.put(one.code(), in(club, one.name())));
    Map<String, Map<Language, String>> events = new HashMap<>();
    types.forEach(type -> events.put(type.code(), type.names()));
    Map<String, Map<Language, String>> ladders = new HashMap<>();
    tiers
        .live(club)
        .forEach(set -> set.tiers().forEach(tier -> ladders.put(tier.code(), tier.names())));
    Map<String, Map<Language, String>> catalogue = new HashMap<>();
    for (Reward reward : rewards.of(club.id())) {
      RewardTerms terms = reward.published();
      if (terms != null) {
        catalogue.put(reward.code(), terms.names());
      }
    }
    return members(club.id())
        .with(Thing.CATEGORY, goods.categoryNames(club.id()))
        .with(Thing.BRANCH, branches)
        .with(Thing.TERMINAL, terminals)
        .with(Thing.EVENT, events)
        .with(Thing.TIER, ladders)
        .with(Thing.REWARD, catalogue);
  }

  /** What plans and what they entitle to are called. */
  private Called members(ClubId club) {
    Map<String, Map<Language, String>> names = new HashMap<>();
    Map<String, Map<Language, String>> entitlements = new HashMap<>();
    for (Plan plan : plans.of(club)) {
      names.put(plan.code(), plan.terms().names());
      plan.terms().entitlements().forEach(one -> entitlements.put(one.code(), one.names()));
    }
    return Called.NOTHING.with(Thing.PLAN, names).with(Thing.ENTITLEMENT, entitlements);
  }

  private static Map<Language, String> in(Club club, String name) {
    return Map.of(club.language(), name);
  }

  private static EventSchema schema(EventType type) {
    Map<String, AttributeKind> attributes = new HashMap<>();
    type.attributes().forEach((code, attribute) -> attributes.put(code, kind(attribute.type())));
    return new EventSchema(attributes);
  }

  private static AttributeKind kind(EventType.Type type) {
    return switch (type) {
      case TEXT -> AttributeKind.TEXT;
      case NUMBER -> AttributeKind.NUMBER;
      case BOOLEAN -> AttributeKind.BOOLEAN;
      case DATE -> AttributeKind.DATE;
    };
  }

  private static UnitInfo.Kind kind(Unit.Kind kind) {
    return switch (kind) {
      case POINTS -> UnitInfo.Kind.POINTS;
      case STAMPS -> UnitInfo.Kind.STAMPS;
      case CREDIT -> UnitInfo.Kind.CREDIT;
      case STATUS -> UnitInfo.Kind.STATUS;
    };
  }
}
