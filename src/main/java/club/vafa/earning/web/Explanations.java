package club.vafa.earning.web;

import club.vafa.activity.Purchase;
import club.vafa.api.Call;
import club.vafa.campaigns.CampaignId;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.web.ExplanationView.CampaignLookView;
import club.vafa.earning.web.ExplanationView.ConditionView;
import club.vafa.earning.web.ExplanationView.DrawnView;
import club.vafa.earning.web.ExplanationView.MarginView;
import club.vafa.earning.web.ExplanationView.RuleLookView;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.kernel.TypeId;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Statements;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.Explanation;
import club.vafa.rules.Explanation.CampaignLook;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.Explanation.MarginLook;
import club.vafa.rules.Explanation.RuleLook;
import club.vafa.rules.Phrases;
import club.vafa.rules.Policy;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Wording;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells an explanation as the API does: with values for programs and sentences for people. */
@Component
class Explanations {
  private static final Definitions DEFINITIONS = new Definitions();

  private final Reasons reasons;
  private final Campaigns campaigns;
  private final Statements statements;

  Explanations(Reasons reasons, Campaigns campaigns, Statements statements) {
    this.reasons = reasons;
    this.campaigns = campaigns;
    this.statements = statements;
  }

  /** The language, the words and the phrases a view is told with. */
  private record Telling(Club club, Language language, Vocabulary words, Phrases phrases) {}

  ExplanationView of(Club club, Purchase purchase, Optional<Explanation> explanation) {
    List<CampaignLookView> looks = looks(club, Call.current().language(), explanation);
    return new ExplanationView(
        TypeId.text(Purchase.PREFIX, purchase.id()),
        purchase.program(),
        looks,
        drawn(club, purchase));
  }

  /** The campaigns that were looked at, told in a language. */
  List<CampaignLookView> looks(Club club, Language language, Optional<Explanation> explanation) {
    Telling telling = new Telling(club, language, campaigns.vocabulary(club), reasons.phrases());
    return explanation.map(Explanation::campaigns).orElse(List.of()).stream()
        .map(look -> campaign(telling, look))
        .toList();
  }

  /** What each campaign gave for a purchase, an amount with its unit each, in a language. */
  Map<String, List<String>> awards(Club club, Language language, Purchase purchase) {
    Map<String, Map<Unit, Long>> sums = new LinkedHashMap<>();
    for (Statements.Line line : caused(club, purchase)) {
      Cause.Rule rule = line.entry().cause().rule();
      if (line.entry().kind() == Entry.Kind.ACCRUAL && rule != null) {
        sums.computeIfAbsent(
                TypeId.text(CampaignId.PREFIX, rule.campaign()), _ -> new LinkedHashMap<>())
            .merge(club.unit(line.entry().unit()), line.entry().amount(), Math::addExact);
      }
    }
    Wording wording = reasons.wording(club, language);
    Map<String, List<String>> told = new HashMap<>();
    sums.forEach((campaign, units) ->
        told.put(
            campaign,
            units.entrySet().stream()
                .map(sum -> {
                  Unit unit = sum.getKey();
                  return wording.units(
                      BigDecimal.valueOf(sum.getValue(), unit.decimals()), unit.code());
                })
                .toList()));
    return told;
  }

  private List<Statements.Line> caused(Club club, Purchase purchase) {
    MemberId member = purchase.member();
    return member == null ? List.of() : statements.causedBy(club.id(), member, purchase.id());
  }

  private List<DrawnView> drawn(Club club, Purchase purchase) {
    return caused(club, purchase).stream()
        .map(line -> {
          Unit unit = club.unit(line.entry().unit());
          UUID lot = line.entry().lot();
          return new DrawnView(
              line.entry().kind().name().toLowerCase(Locale.ROOT),
              unit.code(),
              Amount.plain(line.entry().amount(), unit.decimals()),
              lot == null ? null : TypeId.text("lot", lot));
        })
        .toList();
  }

  private CampaignLookView campaign(Telling telling, CampaignLook look) {
    return new CampaignLookView(
        TypeId.text(CampaignId.PREFIX, look.campaign()),
        look.version(),
        look.code(),
        look.verdict().name().toLowerCase(Locale.ROOT),
        telling.phrases().verdict(telling.language(), look, telling.words()),
        look.variant().isEmpty() ? null : look.variant(),
        look.rules().stream().map(rule -> rule(telling, look, rule)).toList());
  }

  private RuleLookView rule(Telling telling, CampaignLook campaign, RuleLook look) {
    CampaignDefinition definition =
        campaigns.definition(telling.club(), campaign.campaign(), campaign.version());
    return new RuleLookView(
        look.rule(),
        look.held(),
        telling.phrases().rule(telling.language(), look, telling.words()),
        look.conditions().stream().map(one -> condition(telling, one)).toList(),
        look.lines(),
        MoneyView.of(new Money(look.base(), telling.club().currency())),
        look.caps().stream()
            .map(cap -> telling.phrases().cap(telling.language(), cap, telling.words()))
            .toList(),
        look.margins().stream().map(one -> margin(telling, one)).toList(),
        look.effects().stream()
            .map(effect ->
                telling.phrases().reason(telling.language(), effect, definition, telling.words()))
            .toList());
  }

  private static MarginView margin(Telling telling, MarginLook look) {
    Currency currency = telling.club().currency();
    int decimals =
        look.unit().isEmpty()
            ? Money.decimals(currency)
            : telling.club().unit(look.unit()).map(Unit::decimals).orElse(0);
    return new MarginView(
        look.ofCampaign() ? "campaign" : "club",
        MoneyView.of(new Money(look.margin(), currency)),
        Amount.plain(look.share(), Policy.DECIMALS),
        MoneyView.of(new Money(look.allowed(), currency)),
        MoneyView.of(new Money(look.before(), currency)),
        look.unit().isEmpty() ? null : look.unit(),
        Amount.plain(look.wanted(), decimals),
        Amount.plain(look.granted(), decimals),
        telling.phrases().margin(telling.language(), look, telling.words()));
  }

  private static ConditionView condition(Telling telling, ConditionLook look) {
    return new ConditionView(
        look.code(),
        look.held(),
        telling.phrases().condition(telling.language(), look, telling.words()),
        DEFINITIONS.wanted(look, telling.words()),
        plain(look.seen()),
        look.parts().stream().map(part -> condition(telling, part)).toList());
  }

  /** Values as the API writes them: amounts and money as decimal texts, lists as lists. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Money money -> money.amount();
      case List<?> list -> list.stream().map(Explanations::plain).toList();
      case Boolean truth -> truth;
      default -> value.toString();
    };
  }
}
