package club.vafa.rules.say;

import club.vafa.kernel.Language;
import club.vafa.rules.Called.Thing;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.CampaignDefinition.Cap;
import club.vafa.rules.CampaignDefinition.Rule;
import club.vafa.rules.CampaignDefinition.Safety;
import club.vafa.rules.Lifetime;
import club.vafa.rules.Lifetime.Expires;
import club.vafa.rules.Lifetime.Pending;
import club.vafa.rules.Told;
import club.vafa.rules.Told.RuleTold;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.effect.Earn;
import club.vafa.rules.effect.Effect;
import club.vafa.rules.effect.Stamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a whole campaign in one sentence. */
final class Teller {
  private final Sayings say;
  private final Vocabulary vocabulary;

  Teller(Sayings say, Vocabulary vocabulary) {
    this.say = say;
    this.vocabulary = vocabulary;
  }

  String campaign(Language language, CampaignDefinition campaign) {
    return say.text(
        "rules.campaign", Map.of("name", campaign.name(language), "sentence", sentence(campaign)));
  }

  /** All but its name. */
  String sentence(CampaignDefinition campaign) {
    List<Effect> effects = campaign.rules().stream().flatMap(rule -> rule.then().stream()).toList();
    List<String> more = new ArrayList<>();
    campaign.caps().forEach(cap -> more.add(cap(cap, effects)));
    Budget budget = campaign.budget();
    if (budget != null) {
      more.add(budget(budget, effects));
    }
    safety(campaign.safety(), more);
    OffsetDateTime from = campaign.from();
    OffsetDateTime until = campaign.until();
    if (from != null) {
      more.add(say.text("rules.from", Map.of("date", say.date(day(from)))));
    }
    if (until != null) {
      more.add(say.text("rules.until", Map.of("date", say.date(day(until)))));
    }
    List<String> rules = campaign.rules().stream().map(this::rule).toList();
    return say.text(
        "rules.sentence",
        Map.of(
            "trigger", trigger(campaign),
            "rules", String.join(say.text("rules.semicolon", Map.of()), rules),
            "more", String.join(say.text("rules.semicolon", Map.of()), more),
            "has", more.isEmpty() ? "none" : "more"));
  }

  /** The phrases a campaign is made of. */
  Told told(CampaignDefinition campaign) {
    List<Effect> effects = campaign.rules().stream().flatMap(rule -> rule.then().stream()).toList();
    List<String> limits = new ArrayList<>();
    campaign.caps().forEach(cap -> limits.add(cap(cap, effects)));
    Budget budget = campaign.budget();
    if (budget != null) {
      limits.add(budget(budget, effects));
    }
    safety(campaign.safety(), limits);
    return new Told(
        trigger(campaign),
        campaign.rules().stream().map(this::toldRule).toList(),
        limits,
        told("rules.from", campaign.from()),
        told("rules.until", campaign.until()));
  }

  private RuleTold toldRule(Rule rule) {
    return new RuleTold(
        rule.code(),
        rule(rule),
        rule.then().stream().map(this::told).toList(),
        rule.when().stream().map(say::condition).toList(),
        rule.caps().stream().map(cap -> cap(cap, rule.then())).toList());
  }

  private String told(Effect effect) {
    return String.join(
        say.text("rules.comma", Map.of()),
        Stream.concat(Stream.of(say.effect(effect)), lifetime(effect)).toList());
  }

  private String told(String key, @Nullable OffsetDateTime time) {
    return time == null ? "" : say.text(key, Map.of("date", say.date(day(time))));
  }

  private void safety(Safety safety, List<String> more) {
    Long share = safety.marginShare();
    if (share != null) {
      more.add(say.text("rules.marginshare", Map.of("share", say.percent(share))));
    }
    if (safety.control()) {
      more.add(say.text("rules.control", Map.of()));
    }
    if (!safety.variants().isEmpty()) {
      List<String> all =
          safety.variants().stream()
              .map(one ->
                  say.text("rules.variant", Map.of("code", one.code(), "weight", one.weight())))
              .toList();
      more.add(say.text("rules.variants", Map.of("variants", say.list(all))));
    }
  }

  private LocalDate day(OffsetDateTime time) {
    return LocalDate.ofInstant(time.toInstant(), vocabulary.zone());
  }

  private String trigger(CampaignDefinition campaign) {
    return say.text(
        "rules.trigger." + campaign.trigger().on().name().toLowerCase(Locale.ROOT),
        Map.of("type", say.called(Thing.EVENT, campaign.trigger().eventType())));
  }

  /** What a rule gives, without its conditions. */
  String gives(Rule rule) {
    return say.list(rule.then().stream().map(say::effect).toList());
  }

  private String rule(Rule rule) {
    List<String> then = rule.then().stream().map(this::told).toList();
    List<String> caps = rule.caps().stream().map(cap -> cap(cap, rule.then())).toList();
    String told =
        say.text(
            "rules.rule",
            Map.of(
                "then", say.list(then),
                "when", say.list(rule.when().stream().map(say::condition).toList()),
                "hasWhen", rule.when().isEmpty() ? "no" : "yes",
                "caps", say.list(caps),
                "hasCaps", caps.isEmpty() ? "no" : "yes"));
    String variant = rule.variant();
    return variant == null
        ? told
        : say.text("rules.onlyvariant", Map.of("variant", variant, "rule", told));
  }

  private Stream<String> lifetime(Effect effect) {
    Lifetime lifetime =
        switch (effect) {
          case Earn earn -> earn.lifetime();
          case Stamp stamp -> stamp.lifetime();
          default -> Lifetime.OF_UNIT;
        };
    return Stream.concat(expires(lifetime.expires()), pending(lifetime.pending()));
  }

  private Stream<String> expires(@Nullable Expires expires) {
    return switch (expires) {
      case null -> Stream.empty();
      case Expires.Never() -> Stream.of(say.text("rules.expires.never", Map.of()));
      case Expires.After(int months, int days, var endOf) ->
          Stream.of(
              say.text(
                  "rules.expires.after",
                  Map.of("months", months, "days", days, "end", lower(endOf))));
      case Expires.AtEndOf(var endOf, int later) ->
          Stream.of(say.text("rules.expires.end", Map.of("end", lower(endOf), "later", later)));
    };
  }

  private Stream<String> pending(@Nullable Pending pending) {
    return switch (pending) {
      case null -> Stream.empty();
      case Pending.None() -> Stream.of(say.text("rules.pending.none", Map.of()));
      case Pending.Days(int days) ->
          Stream.of(say.text("rules.pending.days", Map.of("days", days)));
      case Pending.Event(String type) ->
          Stream.of(say.text("rules.pending.event", Map.of("type", say.called(Thing.EVENT, type))));
      case Pending.NextVisit() -> Stream.of(say.text("rules.pending.visit", Map.of()));
    };
  }

  private String cap(Cap cap, List<Effect> effects) {
    List<String> limits = new ArrayList<>();
    Long uses = cap.uses();
    if (uses != null) {
      limits.add(say.text("rules.uses", Map.of("uses", uses)));
    }
    limits(cap.units(), cap.money(), effects, limits);
    return say.text(
        "rules.cap." + lower(cap.per()),
        Map.of("limits", say.list(limits), "period", lower(cap.period())));
  }

  private String budget(Budget budget, List<Effect> effects) {
    List<String> limits = new ArrayList<>();
    limits(budget.units(), budget.money(), effects, limits);
    return say.text(
        "rules.budget", Map.of("limits", say.list(limits), "period", lower(budget.period())));
  }

  private void limits(
      @Nullable Long units, @Nullable Long money, List<Effect> effects, List<String> into) {
    if (units != null) {
      into.add(say.units(units, unit(effects)));
    }
    if (money != null) {
      into.add(say.money(money));
    }
  }

  private static String unit(List<Effect> effects) {
    return effects.stream()
        .flatMap(effect -> Stream.ofNullable(effect.args().value("unit")))
        .map(String.class::cast)
        .findFirst()
        .orElse("");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
