package club.vafa.campaigns.web;

import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.form.Choice;
import club.vafa.campaigns.form.Field;
import club.vafa.campaigns.web.Tried.Got;
import club.vafa.campaigns.web.Tried.Why;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Explanation;
import club.vafa.rules.Explanation.CampaignLook;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.Explanation.Verdict;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Phrases;
import club.vafa.rules.Policy;
import club.vafa.rules.Program;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Wording;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tries a campaign that is being written on a made-up sale: the engine of the real ones decides,
 * with all that runs beside it, as if nothing of any limit were used yet.
 */
@Component
class TryOut {
  private static final UUID NEW = new UUID(0, 1);

  private final Campaigns campaigns;
  private final Clock clock;
  private final Sentences sentences;
  private final Phrases phrases;

  TryOut(Campaigns campaigns, Clock clock, Sentences sentences) {
    this.campaigns = campaigns;
    this.clock = clock;
    this.sentences = sentences;
    this.phrases = new Phrases(sentences);
  }

  Tried tried(Trial trial) {
    Sample sample = new Sample(trial.club(), clock.instant(), trial.sent());
    String usual = trial.offers().list("usual").stream().findFirst().map(Choice::value).orElse("");
    List<Line> lines = sample.lines(usual);
    Instant at = sample.at();
    Map<String, Object> attributes = sample.attributes(trial.attributes());
    SampleFields fields = new SampleFields(trial, sample);
    Tried.Told told =
        trial.campaign().isEmpty() || (trial.sells() && lines.isEmpty()) || sample.anyFaulty()
            ? null
            : told(trial, new Supposed(sample, at, lines, attributes));
    List<List<Field>> goods = trial.sells() ? fields.goods() : List.of();
    return new Tried(fields.all(usual), goods, fields.itemised(), told);
  }

  private Tried.@Nullable Told told(Trial trial, Supposed supposed) {
    Facts facts = supposed.facts(trial);
    UUID id = trial.id().orElse(NEW);
    List<LiveCampaign> others =
        campaigns.live(trial.club()).stream().filter(one -> !one.id().equals(id)).toList();
    List<LiveCampaign> all = new ArrayList<>(others);
    all.add(new LiveCampaign(id, 0, trial.campaign().orElseThrow()));
    Policy policy = campaigns.safety(trial.club().id()).policy();
    Vocabulary words = trial.words().ofAnyName();
    Program program = Program.compile(all, words, policy);
    Explanation explained = program.explain(facts);
    Decision before = Program.compile(others, words, policy).decide(facts);
    List<Got> gets =
        explained.decision().effects().stream()
            .filter(TryOut::something)
            .map(effect -> got(trial, program, effect))
            .toList();
    return explained.campaigns().stream()
        .filter(one -> one.campaign().equals(id))
        .findFirst()
        .map(look ->
            new Tried.Told(
                gets,
                summed(trial, explained.decision()),
                summed(trial, before),
                trial.screen().text("campaigns.try.verdict." + lower(look.verdict())),
                look.verdict() == Verdict.APPLIED,
                why(trial, look)))
        .orElse(null);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static boolean something(Effect effect) {
    return switch (effect) {
      case Effect.Earn earn -> earn.granted() > 0;
      case Effect.Discount discount -> discount.granted() > 0;
      case Effect.Gift _, Effect.Voucher _ -> true;
    };
  }

  private Got got(Trial trial, Program program, Effect effect) {
    String reason =
        program
            .campaign(effect.source().campaign())
            .map(LiveCampaign::definition)
            .map(own ->
                own.name(trial.language())
                    + " · "
                    + phrases.reason(trial.language(), effect, own, trial.words()))
            .orElse("");
    boolean ours = effect.source().campaign().equals(trial.id().orElse(NEW));
    return new Got(what(trial, effect), reason, ours);
  }

  private String what(Trial trial, Effect effect) {
    Wording wording = new Wording(sentences, trial.language(), trial.words());
    return switch (effect) {
      case Effect.Earn earn -> units(trial, wording, earn.unit(), earn.granted());
      case Effect.Discount discount ->
          trial
              .screen()
              .text("campaigns.try.off", "money", trial.screen().money(discount.granted()));
      case Effect.Gift gift ->
          trial
              .screen()
              .text(
                  "campaigns.try.gift",
                  "name",
                  gift.name(),
                  "quantity",
                  BigDecimal.valueOf(gift.quantity(), Line.QUANTITY_DECIMALS));
      case Effect.Voucher voucher ->
          trial
              .screen()
              .text("campaigns.try.voucher", "count", voucher.count(), "reward", voucher.reward());
    };
  }

  private static String units(Trial trial, Wording wording, String unit, long minor) {
    int decimals =
        Optional.ofNullable(trial.words().units().get(unit))
            .map(Vocabulary.UnitInfo::decimals)
            .orElse(0);
    return wording.units(BigDecimal.valueOf(minor, decimals), unit);
  }

  private String summed(Trial trial, Decision decision) {
    Wording wording = new Wording(sentences, trial.language(), trial.words());
    List<String> all = new ArrayList<>();
    trial.words().units().keySet().stream()
        .sorted()
        .forEach(unit -> {
          long sum =
              decision.effects().stream()
                  .filter(effect -> effect instanceof Effect.Earn earn && earn.unit().equals(unit))
                  .mapToLong(effect -> ((Effect.Earn) effect).granted())
                  .sum();
          if (sum > 0) {
            all.add(units(trial, wording, unit, sum));
          }
        });
    if (decision.discount() > 0) {
      all.add(
          trial
              .screen()
              .text("campaigns.try.off", "money", trial.screen().money(decision.discount())));
    }
    return wording.all(all);
  }

  private List<Why> why(Trial trial, CampaignLook look) {
    List<Why> all = new ArrayList<>();
    look.rules()
        .forEach(rule -> {
          for (ConditionLook condition : rule.conditions()) {
            all.add(
                new Why(
                    phrases.condition(trial.language(), condition, trial.words()),
                    condition.held()));
          }
          rule.caps()
              .forEach(cap ->
                  all.add(new Why(phrases.cap(trial.language(), cap, trial.words()), false)));
          rule.margins()
              .forEach(cut ->
                  all.add(new Why(phrases.margin(trial.language(), cut, trial.words()), false)));
        });
    return all;
  }
}
