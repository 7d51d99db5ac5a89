package club.vafa.campaigns.web;

import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.form.Choice;
import club.vafa.campaigns.form.Offers;
import club.vafa.campaigns.web.Tried.Got;
import club.vafa.campaigns.web.Tried.Why;
import club.vafa.clubs.Club;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Explanation;
import club.vafa.rules.Explanation.CampaignLook;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.Explanation.Verdict;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Phrases;
import club.vafa.rules.Policy;
import club.vafa.rules.Program;
import club.vafa.rules.Usage;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Wording;
import club.vafa.ui.Screen;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final int YEARS_OLD = 30;

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

  /**
   * What is tried.
   *
   * @param id of the campaign, which takes the place of what runs of it
   */
  record Trial(
      Screen screen,
      Club club,
      Vocabulary words,
      Offers offers,
      Optional<CampaignDefinition> campaign,
      Optional<UUID> id,
      Map<String, List<String>> sent) {
    Language language() {
      return screen.language();
    }
  }

  Tried tried(Trial trial) {
    Sample sample = new Sample(trial.club(), clock.instant(), trial.sent());
    String usual = trial.offers().list("usual").stream().findFirst().map(Choice::value).orElse("");
    List<Line> lines = sample.lines(usual);
    Instant at = sample.at();
    SampleFields fields = new SampleFields(trial, sample);
    Tried.Told told =
        trial.campaign().isEmpty() || lines.isEmpty() || sample.anyFaulty()
            ? null
            : told(trial, facts(trial, sample, at, lines));
    return new Tried(fields.all(usual), fields.goods(), fields.itemised(), told);
  }

  private Tried.@Nullable Told told(Trial trial, Facts facts) {
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

  private static Facts facts(Trial trial, Sample sample, Instant at, List<Line> lines) {
    CampaignDefinition.Trigger trigger = trial.campaign().orElseThrow().trigger();
    String coupon = Coupons.plain(sample.text("coupon", ""));
    Sale sale =
        new Sale(
            sample.text("branch", ""),
            "",
            "",
            lines,
            coupon.isEmpty() ? Set.of() : Set.of(coupon),
            0);
    return new Facts(
        trigger.on(),
        trigger.eventType(),
        at,
        trial.club().zone(),
        trial.club().calendar(),
        trigger.on().bringsGoods() ? sale : null,
        Map.of(),
        person(trial, sample, at),
        Usage.NONE);
  }

  private static Person person(Trial trial, Sample sample, Instant at) {
    LocalDate today = trial.club().day(at);
    boolean first = sample.text("visits", "some").equals("first");
    boolean birthday = sample.text("birthday", "no").equals("yes");
    CalendarKind calendar = trial.club().calendar();
    LocalDate born = calendar.plusMonths(today, -12 * YEARS_OLD);
    String tier = sample.text("tier", "");
    Instant last = at.minus(Duration.ofDays(7));
    return new Person(
        first ? today : today.minusYears(1),
        birthday ? born : calendar.plusMonths(born, 6),
        new Standing(tier.isEmpty() ? Set.of() : Set.of(tier), Set.of()),
        first ? 0 : 10,
        first ? 0 : Math.multiplyExact(10L, 1_000L),
        first ? null : last.minus(Duration.ofDays(300)),
        first ? null : last);
  }
}
