package club.vafa.rules.say;

import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.Speech;
import club.vafa.kernel.Toman;
import club.vafa.rules.Called.Thing;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.amount.Reckoning;
import club.vafa.rules.amount.Step;
import club.vafa.rules.condition.Condition;
import club.vafa.rules.condition.Conditions;
import club.vafa.rules.effect.Effect;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.MonthDay;
import club.vafa.rules.form.Shape;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says conditions, amounts and effects of one club in one language. */
public final class Sayings {
  private static final int QUANTITY_DECIMALS = 3;
  private static final int FINE_DECIMALS = 4;

  private final Sentences sentences;
  private final Speech speech;
  private final Vocabulary vocabulary;

  Sayings(Sentences sentences, Speech speech, Vocabulary vocabulary) {
    this.sentences = sentences;
    this.speech =
        vocabulary.toman()
            ? speech.inToman(sentences.text(speech.language(), Toman.WORD, Map.of()))
            : speech;
    this.vocabulary = vocabulary;
  }

  public static Sayings of(Sentences sentences, Language language, Vocabulary vocabulary) {
    return new Sayings(sentences, new Speech(language), vocabulary);
  }

  public String text(String key, Map<String, Object> args) {
    return sentences.text(speech.language(), key, args);
  }

  public String list(Collection<String> texts) {
    return speech.allOf(texts);
  }

  String percent(long share) {
    return speech.percent(share);
  }

  public String money(long minor) {
    return speech.money(new Money(minor, vocabulary.currency()));
  }

  public String units(long minor, String code) {
    UnitInfo unit = vocabulary.units().get(code);
    Language language = speech.language();
    return text(
        "rules.units",
        Map.of(
            "amount",
            speech.number(minor, unit == null ? 0 : unit.decimals()),
            "unit",
            unit == null
                ? code
                : unit.counted(language, BigDecimal.valueOf(minor, unit.decimals()))));
  }

  public String date(LocalDate date) {
    return speech.date(date, vocabulary.calendar());
  }

  /** A condition by its code and arguments. */
  public String condition(String code, Map<String, Object> values) {
    Kind<Condition> kind =
        Conditions.KINDS.stream().filter(known -> known.code().equals(code)).findFirst().get();
    return text("rules.condition." + code, args(kind.args(), values, "", code));
  }

  public String condition(Condition condition) {
    return condition(condition.code(), condition.args().values());
  }

  public String effect(Effect effect) {
    Map<String, Object> values = effect.args().values();
    String unit = values.get("unit") instanceof String code ? code : "";
    if (values.get("amount") instanceof Reckoning amount) {
      Map<String, Object> args = args(amount.kind().args(), amount.args().values(), unit, "");
      args.put("unit", unit.isEmpty() ? "" : unitName(unit));
      args.put("on", values.getOrDefault("on", ""));
      return text("rules." + effect.code() + "." + amount.code(), args);
    }
    Map<String, Object> args = args(effect.kind().args(), values, unit, "");
    UnitInfo known = vocabulary.units().get(unit);
    if (known != null && values.get("count") instanceof Long count) {
      args.put("unit", known.counted(speech.language(), BigDecimal.valueOf(count)));
    }
    return text("rules." + effect.code(), args);
  }

  private String unitName(String code) {
    UnitInfo unit = vocabulary.units().get(code);
    return unit == null ? code : unit.name(speech.language());
  }

  /** The arguments as the sentence shows them; {@code given} names those that are there. */
  private Map<String, Object> args(
      List<Arg> known, Map<String, Object> values, String unit, String join) {
    Map<String, Object> args = new HashMap<>();
    StringBuilder given = new StringBuilder();
    for (Arg arg : known) {
      Object value = values.get(arg.name());
      if (value != null) {
        given.append(given.isEmpty() ? "" : "_").append(arg.name());
        Object named = called(thing(arg.shape(), join, arg.name()), value);
        args.put(arg.name(), shown(arg.shape(), named, values, unit, join));
        plain(arg, value, args);
      } else {
        args.put(arg.name(), "");
      }
    }
    args.putIfAbsent("plainEach", "");
    args.putIfAbsent("plainTimes", "");
    args.put("given", given.toString());
    Object from = values.get("from");
    args.put("same", from != null && from.equals(values.get("to")) ? "yes" : "no");
    return args;
  }

  /** What sentences tell apart by its number, in no language. */
  private static void plain(Arg arg, Object value, Map<String, Object> args) {
    if (value instanceof Long number) {
      switch (arg.shape()) {
        case QUANTITY -> args.put("plainEach", plain(number, QUANTITY_DECIMALS));
        case FACTOR -> args.put("plainTimes", plain(number, FINE_DECIMALS));
        default -> {
          // No sentence asks for it.
        }
      }
    }
  }

  private static String plain(long number, int decimals) {
    return BigDecimal.valueOf(number, decimals).stripTrailingZeros().toPlainString();
  }

  /** What kind of thing an argument names by its code; null when it names none. */
  private static @Nullable Thing thing(Shape shape, String condition, String argument) {
    return switch (shape) {
      case TIERS -> Thing.TIER;
      case PLANS -> Thing.PLAN;
      case ENTITLEMENTS -> Thing.ENTITLEMENT;
      case REWARD -> Thing.REWARD;
      case TEXTS ->
          switch (condition) {
            case "branch" -> Thing.BRANCH;
            case "terminal" -> Thing.TERMINAL;
            case "category" -> Thing.CATEGORY;
            case "contains" -> argument.equals("categories") ? Thing.CATEGORY : null;
            default -> null;
          };
      default -> null;
    };
  }

  /** Codes as people know what they stand for. */
  private Object called(@Nullable Thing thing, Object value) {
    return switch (value) {
      case Collection<?> codes when thing != null ->
          codes.stream().map(code -> called(thing, code)).toList();
      case String code when thing != null -> called(thing, code);
      default -> value;
    };
  }

  public String called(Thing thing, String code) {
    return vocabulary.called().name(thing, code, speech.language());
  }

  /** What a condition saw. */
  String seenBy(String condition, @Nullable Object value) {
    Thing thing =
        switch (condition) {
          case "tier" -> Thing.TIER;
          case "plan" -> Thing.PLAN;
          case "entitled" -> Thing.ENTITLEMENT;
          default -> thing(Shape.TEXTS, condition, "any");
        };
    return seen(value == null ? null : called(thing, value));
  }

  private Object shown(
      Shape shape, Object value, Map<String, Object> all, String unit, String join) {
    return switch (shape) {
      case MONEY -> money((Long) value);
      case GIVE -> unit.isEmpty() ? money((Long) value) : units((Long) value, unit);
      case QUANTITY -> speech.number((Long) value, QUANTITY_DECIMALS);
      case PERCENT -> speech.percent((Long) value);
      case FACTOR -> speech.number((Long) value, FINE_DECIMALS);
      case COUNT, TEXT, REWARD, CHOICE, ATTRIBUTE, EXPIRES, PENDING, AMOUNT -> value;
      case TIME_OF_DAY -> speech.timeOfDay((Long) value);
      case UNIT -> unitName((String) value);
      case CONDITION -> condition((Condition) value);
      case STEPS ->
          list(((List<?>) value).stream().map(step -> step((Step) step, all, unit)).toList());
      case CONDITIONS -> {
        List<String> parts =
            ((List<?>) value).stream().map(part -> condition((Condition) part)).toList();
        yield join.equals("any") ? speech.anyOf(parts) : speech.allOf(parts);
      }
      case DECIMAL, DATE, MONTH_DAY, VALUE -> seen(value);
      case FIELDS ->
          speech.allOf(((List<?>) value).stream().map(field -> field((String) field)).toList());
      case TEXTS, TIERS, PLANS, ENTITLEMENTS, COUPONS, COUNTS, VALUES ->
          speech.anyOf(((List<?>) value).stream().map(this::seen).toList());
      case CHOICES ->
          speech.anyOf(
              ((List<?>) value).stream().map(code -> speech.weekday((String) code)).toList());
    };
  }

  /** A field of a profile by its name on a form; attributes and consents by their own. */
  private String field(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? text("rules.field." + name, Map.of())
        : text(
            "rules.field." + name.substring(0, colon),
            Map.of("name", name.substring(colon + 1).replace(":", ", ")));
  }

  private String step(Step step, Map<String, Object> ladder, String unit) {
    boolean pieces = "quantity".equals(ladder.get("of"));
    String from = pieces ? speech.number(step.from(), QUANTITY_DECIMALS) : money(step.from());
    Long percent = step.percent();
    Long give = step.give();
    String what = "";
    if (percent != null) {
      what = speech.percent(percent);
    } else if (give != null) {
      what = unit.isEmpty() ? money(give) : units(give, unit);
    }
    return text(
        "rules.step", Map.of("of", pieces ? "quantity" : "amount", "from", from, "what", what));
  }

  /** A value that a condition saw or wants. */
  public String seen(@Nullable Object value) {
    return switch (value) {
      case null -> text("rules.nothing", Map.of());
      case Money money -> speech.money(money);
      case Amount amount -> speech.number(amount.decimal());
      case BigDecimal number -> speech.number(number);
      case Long number -> speech.number(number, 0);
      case LocalDate date -> date(date);
      case LocalTime time -> speech.timeOfDay(time.toSecondOfDay() / 60);
      case DayOfWeek day -> speech.weekday(day);
      case MonthDay day -> speech.monthDay(day.month(), day.day(), vocabulary.calendar());
      case Boolean yes -> text(yes ? "rules.yes" : "rules.no", Map.of());
      case Collection<?> list when list.isEmpty() -> text("rules.nothing", Map.of());
      case Collection<?> list -> speech.allOf(list.stream().map(this::seen).toList());
      case String text when text.isEmpty() -> text("rules.nothing", Map.of());
      default -> value.toString();
    };
  }
}
