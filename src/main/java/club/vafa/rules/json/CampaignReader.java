package club.vafa.rules.json;

import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.CampaignDefinition.Cap;
import club.vafa.rules.CampaignDefinition.Rule;
import club.vafa.rules.CampaignDefinition.Safety;
import club.vafa.rules.CampaignDefinition.Trigger;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.RulesCode;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.effect.Effect;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a whole campaign. */
public final class CampaignReader {
  static final int MOST_RULES = 50;
  private static final int MOST_CONDITIONS = 20;
  private static final int MOST_EFFECTS = 10;
  private static final int MOST_NAME = 120;
  private static final int MOST_PRIORITY = 1_000_000;
  private static final List<String> FIELDS =
      List.of(
          "code",
          "name",
          "trigger",
          "lane",
          "exclusive",
          "priority",
          "from",
          "until",
          "rules",
          "caps",
          "budget",
          "marginShare",
          "control",
          "variants");
  static final List<String> TRIGGERS =
      java.util.Arrays.stream(TriggerKind.values())
          .map(kind -> kind.name().toLowerCase(Locale.ROOT))
          .toList();

  private final Vocabulary vocabulary;
  private final Faults faults = new Faults();
  private final KindReader kinds = new KindReader(faults);
  private final CapReader capReader;
  private final SafetyReader safetyReader = new SafetyReader(faults);

  public CampaignReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.capReader = new CapReader(vocabulary, faults);
  }

  public List<Refusal> refusals() {
    return faults.refusals();
  }

  /** The campaign; null when there are {@link #refusals()}. */
  public @Nullable CampaignDefinition read(JsonNode json) {
    Fields fields = Fields.of(json, "", faults);
    if (fields == null) {
      return null;
    }
    fields.knowing(FIELDS);
    String code = code(fields, "code", true);
    Map<Language, String> name = name(fields);
    Trigger trigger = trigger(fields);
    String lane = code(fields, "lane", false);
    boolean exclusive = exclusive(fields);
    int priority = priority(fields);
    OffsetDateTime from = time(fields, "from");
    OffsetDateTime until = time(fields, "until");
    if (from != null && until != null && !from.toInstant().isBefore(until.toInstant())) {
      faults.add("/until", RulesCode.ENDS_BEFORE_IT_BEGINS);
    }
    Safety safety = safetyReader.read(fields);
    List<Rule> rules = rules(fields, trigger, safety);
    List<Effect> effects = rules.stream().flatMap(rule -> rule.then().stream()).toList();
    List<Cap> caps = capReader.caps(fields, effects, trigger == null ? null : trigger.on());
    Budget budget = capReader.budget(fields, effects);
    countsOnce(trigger, rules, caps);
    if (faults.count() > 0) {
      return null;
    }
    return new CampaignDefinition(
        Objects.requireNonNull(code),
        name,
        Objects.requireNonNull(trigger),
        lane == null ? CampaignDefinition.DEFAULT_LANE : lane,
        exclusive,
        priority,
        from,
        until,
        rules,
        caps,
        budget,
        safety);
  }

  /** A profile changes often: without a cap, emptying and filling a field would award again. */
  private void countsOnce(@Nullable Trigger trigger, List<Rule> rules, List<Cap> caps) {
    if (trigger == null || trigger.on() != TriggerKind.PROFILE) {
      return;
    }
    for (int at = 0; at < rules.size(); at++) {
      if (capReader.uncapped(caps) && capReader.uncapped(rules.get(at).caps())) {
        faults.add("/rules/" + at + "/caps", RulesCode.MEMBER_CAP_NEEDED);
      }
    }
  }

  private @Nullable String code(Fields fields, String name, boolean required) {
    JsonNode node = required ? fields.required(name) : fields.optional(name);
    return node == null ? null : Values.code(node, fields.at(name), faults);
  }

  private Map<Language, String> name(Fields fields) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    JsonNode node = fields.required("name");
    Fields texts = node == null ? null : Fields.of(node, fields.at("name"), faults);
    if (texts == null) {
      return names;
    }
    int before = faults.count();
    texts.knowing(List.of("en", "fa", "ar"));
    for (Language language : Language.values()) {
      JsonNode text = texts.optional(language.code());
      String read =
          text == null ? null : Values.text(text, texts.at(language.code()), MOST_NAME, faults);
      if (read != null) {
        names.put(language, read);
      }
    }
    if (names.isEmpty() && faults.count() == before) {
      faults.add(texts.pointer(), InputCode.REQUIRED);
    }
    return names;
  }

  private @Nullable Trigger trigger(Fields fields) {
    JsonNode node = fields.required("trigger");
    Fields trigger = node == null ? null : Fields.of(node, fields.at("trigger"), faults);
    String on = trigger == null ? null : trigger.choice("on", true, TRIGGERS);
    if (trigger == null || on == null) {
      return null;
    }
    TriggerKind kind = TriggerKind.valueOf(on.toUpperCase(Locale.ROOT));
    if (kind != TriggerKind.EVENT) {
      trigger.knowing(List.of("on"));
      return new Trigger(kind, "");
    }
    trigger.knowing(List.of("on", "type"));
    String type =
        trigger.choice("type", true, vocabulary.events().keySet().stream().sorted().toList());
    return type == null ? null : new Trigger(kind, type);
  }

  private boolean exclusive(Fields fields) {
    JsonNode node = fields.optional("exclusive");
    if (node != null && !node.isBoolean()) {
      faults.add(fields.at("exclusive"), RulesCode.WRONG_TYPE, Map.of("expected", "truth"));
      return false;
    }
    return node != null && node.booleanValue();
  }

  private int priority(Fields fields) {
    JsonNode node = fields.optional("priority");
    Long read =
        node == null
            ? null
            : Values.minor(node, fields.at("priority"), 0, -MOST_PRIORITY, MOST_PRIORITY, faults);
    return read == null ? 0 : Math.toIntExact(read);
  }

  private @Nullable OffsetDateTime time(Fields fields, String name) {
    JsonNode node = fields.optional(name);
    return node == null ? null : Values.time(node, fields.at(name), faults);
  }

  private List<Rule> rules(Fields fields, @Nullable Trigger trigger, Safety safety) {
    List<Rule> rules = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    List<JsonNode> nodes = fields.list("rules", true, MOST_RULES);
    if (trigger == null) {
      return rules;
    }
    Scope scope =
        new Scope(
            vocabulary,
            trigger.on(),
            vocabulary.events().get(trigger.eventType()),
            0,
            vocabulary.moneyDecimals());
    for (int at = 0; at < nodes.size() && !faults.full(); at++) {
      Rule rule = rule(nodes.get(at), "/rules/" + at, scope, safety);
      if (rule != null) {
        if (!codes.add(rule.code())) {
          faults.add("/rules/" + at + "/code", RulesCode.DUPLICATE);
        }
        rules.add(rule);
      }
    }
    return rules;
  }

  private @Nullable Rule rule(JsonNode node, String pointer, Scope scope, Safety safety) {
    Fields fields = Fields.of(node, pointer, faults);
    if (fields == null) {
      return null;
    }
    fields.knowing(List.of("code", "when", "then", "caps", "variant"));
    String code = code(fields, "code", true);
    List<Condition> when = new ArrayList<>();
    List<JsonNode> conditions = fields.list("when", false, MOST_CONDITIONS);
    for (int at = 0; at < conditions.size() && !faults.full(); at++) {
      Condition read = kinds.condition(conditions.get(at), pointer + "/when/" + at, scope);
      if (read != null) {
        when.add(read);
      }
    }
    List<Effect> then = effects(fields, scope);
    List<Cap> caps = capReader.caps(fields, then, scope.on());
    String variant = safetyReader.variant(fields, safety.variants());
    return code == null ? null : new Rule(code, when, then, caps, variant);
  }

  private List<Effect> effects(Fields fields, Scope scope) {
    List<Effect> then = new ArrayList<>();
    Set<String> units = new HashSet<>();
    List<JsonNode> nodes = fields.list("then", true, MOST_EFFECTS);
    for (int at = 0; at < nodes.size() && !faults.full(); at++) {
      String pointer = fields.pointer() + "/then/" + at;
      Effect read = kinds.effect(nodes.get(at), pointer, scope);
      if (read != null) {
        then.add(read);
        if (CapReader.units(List.of(read)).stream().anyMatch(unit -> !units.add(unit))) {
          faults.add(pointer + "/unit", RulesCode.DUPLICATE);
        }
      }
    }
    return then;
  }
}
