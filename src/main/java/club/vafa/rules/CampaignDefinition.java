package club.vafa.rules;

import club.vafa.kernel.Language;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Usage.Period;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.condition.Entitled;
import club.vafa.rules.condition.Not;
import club.vafa.rules.condition.Plans;
import club.vafa.rules.effect.Effect;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its owner wrote it. {@link Definitions} reads it from JSON and writes it back.
 *
 * @param lane campaigns of one lane stack, unless one of them is exclusive
 * @param exclusive applies only when no campaign of its lane came before it, and lets none after it
 * @param priority higher comes first
 * @param from first instant, or null when it always ran
 * @param until first instant at which it no longer runs, or null
 * @param caps limits over all rules together
 * @param safety its share of the margin, whether the control group gets it, its variants
 */
public record CampaignDefinition(
    String code,
    Map<Language, String> name,
    Trigger trigger,
    String lane,
    boolean exclusive,
    int priority,
    @Nullable OffsetDateTime from,
    @Nullable OffsetDateTime until,
    List<Rule> rules,
    List<Cap> caps,
    @Nullable Budget budget,
    Safety safety) {
  public static final String DEFAULT_LANE = "default";

  public CampaignDefinition {
    name = Map.copyOf(name);
    rules = List.copyOf(rules);
    caps = List.copyOf(caps);
  }

  /** What sets the campaign off; the event type is empty unless the trigger is an event. */
  public record Trigger(TriggerKind on, String eventType) {}

  /**
   * What keeps a campaign safe and makes it measurable.
   *
   * @param marginShare the most of a sale's margin it may give, four decimals of a per cent, or
   *     null
   * @param control whether members of the control group get it too
   * @param variants what is tried against each other; none when all members get the same
   */
  public record Safety(@Nullable Long marginShare, boolean control, List<Variant> variants) {
    public static final Safety NONE = new Safety(null, false, List.of());

    public Safety {
      variants = List.copyOf(variants);
    }

    /** Whether the margin of a sale limits what it gives. */
    public boolean guarded() {
      return marginShare != null;
    }
  }

  /** One of several ways a campaign is tried; members are spread over them by weight. */
  public record Variant(String code, long weight) {}

  /**
   * Conditions that must all hold, and what happens then.
   *
   * @param variant the only variant it belongs to, or null when it belongs to all
   */
  public record Rule(
      String code,
      List<Condition> when,
      List<Effect> then,
      List<Cap> caps,
      @Nullable String variant) {
    public Rule {
      when = List.copyOf(when);
      then = List.copyOf(then);
      caps = List.copyOf(caps);
    }

    /** The plans it asks for; what must not be is not asked for. */
    public List<String> plans() {
      return asked(when)
          .flatMap(
              condition -> condition instanceof Plans plans ? plans.any().stream() : Stream.empty())
          .toList();
    }

    /** What it asks plans to entitle to, in the order it is written. */
    public List<String> entitlements() {
      return asked(when)
          .flatMap(condition ->
              condition instanceof Entitled entitled ? entitled.any().stream() : Stream.empty())
          .toList();
    }

    private static Stream<Condition> asked(List<Condition> conditions) {
      return conditions.stream()
          .filter(condition -> !(condition instanceof Not))
          .flatMap(condition -> Stream.concat(Stream.of(condition), asked(condition.parts())));
    }
  }

  /**
   * The most a rule or campaign gives. Zero allows nothing; a limit that is null does not limit.
   *
   * @param period what is counted together; ignored for a cap per sale
   */
  public record Cap(
      Per per, Period period, @Nullable Long uses, @Nullable Long units, @Nullable Long money) {}

  /** What a cap counts together. */
  public enum Per {
    /** One activity. */
    SALE,
    /** All activities of one member in the period. */
    MEMBER,
    /** All activities at one branch in the period. */
    BRANCH,
    /** All activities with one coupon in the period. */
    COUPON,
    /** All activities of all members in the period. */
    ALL
  }

  /** The most the whole campaign may cost, in units and in money. */
  public record Budget(Period period, @Nullable Long units, @Nullable Long money) {}

  /** The name in a language, or the nearest there is. */
  public String name(Language language) {
    String own = name.get(language);
    if (own != null) {
      return own;
    }
    return name.getOrDefault(Language.EN, name.isEmpty() ? code : name.values().iterator().next());
  }

  public boolean started(Instant at) {
    return from == null || !at.isBefore(from.toInstant());
  }

  public boolean ended(Instant at) {
    return until != null && !at.isBefore(until.toInstant());
  }

  /** Whether a rule has a condition of this kind, also inside a group. */
  public boolean asks(String condition) {
    return rules.stream().flatMap(rule -> rule.when().stream()).anyMatch(of(condition));
  }

  private static Predicate<Condition> of(String kind) {
    return condition ->
        condition.code().equals(kind) || condition.parts().stream().anyMatch(of(kind));
  }

  public Optional<Rule> rule(String wanted) {
    return rules.stream().filter(rule -> rule.code().equals(wanted)).findFirst();
  }

  /** How long the awards of a rule in a unit live. */
  public Lifetime lifetime(String rule, String unit) {
    for (Rule one : rules) {
      if (one.code().equals(rule)) {
        for (Effect effect : one.then()) {
          Optional<Lifetime> own = effect.lifetime(unit);
          if (own.isPresent()) {
            return own.get();
          }
        }
      }
    }
    return Lifetime.OF_UNIT;
  }
}
