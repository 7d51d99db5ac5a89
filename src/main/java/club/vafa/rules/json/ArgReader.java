package club.vafa.rules.json;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.InputCode;
import club.vafa.rules.RulesCode;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.condition.CouponCode;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.MonthDay;
import club.vafa.rules.form.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads arguments by their shape. */
final class ArgReader {
  static final int QUANTITY_DECIMALS = 3;
  static final int FINE_DECIMALS = 4;
  private static final int NUMBER_DECIMALS = 6;
  private static final Pattern MONTH_DAY = Pattern.compile("\\d{2}-\\d{2}");

  private final Faults faults;
  private final KindReader kinds;

  ArgReader(Faults faults, KindReader kinds) {
    this.faults = faults;
    this.kinds = kinds;
  }

  /**
   * The value of an argument; null when it is faulty.
   *
   * @param before the arguments of the same kind that were read before
   */
  @Nullable Object read(Arg arg, JsonNode node, String at, Args before, Scope scope) {
    return switch (arg.shape()) {
      case TEXT -> Values.text(node, at, Values.MOST_TEXT, faults);
      case CHOICE -> Fields.choice(node, at, arg.choices(), faults);
      case MONEY -> minor(arg, node, at, scope.vocabulary().moneyDecimals());
      case GIVE -> minor(arg, node, at, scope.decimals());
      case QUANTITY -> minor(arg, node, at, QUANTITY_DECIMALS);
      case PERCENT, FACTOR -> minor(arg, node, at, FINE_DECIMALS);
      case COUNT -> minor(arg, node, at, 0);
      case DECIMAL -> number(node, at, arg.min() > 0);
      case DATE -> Values.date(node, at, faults);
      case MONTH_DAY -> monthDay(node, at, scope.vocabulary().calendar());
      case TIME_OF_DAY -> Values.timeOfDay(node, at, faults);
      case UNIT -> unit(arg, node, at, scope);
      case ATTRIBUTE -> attribute(arg, node, at, scope);
      case VALUE -> value(node, at, before, scope);
      case CONDITION -> kinds.condition(node, at, scope.deeper());
      case AMOUNT -> kinds.amount(node, at, scope.giving(before));
      case EXPIRES -> LifetimeReader.expires(node, at, faults);
      case PENDING -> LifetimeReader.pending(node, at, scope, faults);
      case REWARD -> named(node, at, scope.vocabulary().names().rewards());
      case TEXTS,
          FIELDS,
          TIERS,
          PLANS,
          ENTITLEMENTS,
          COUPONS,
          CHOICES,
          COUNTS,
          VALUES,
          CONDITIONS,
          STEPS ->
          list(arg, node, at, before, scope);
    };
  }

  private @Nullable Long minor(Arg arg, JsonNode node, String at, int decimals) {
    return Values.minor(node, at, decimals, arg.min(), arg.max(), faults);
  }

  private @Nullable BigDecimal number(JsonNode node, String at, boolean positive) {
    BigDecimal value = Values.decimal(node, at, faults);
    Long minor = value == null ? null : faults.minor(at, value, NUMBER_DECIMALS);
    if (minor == null) {
      return null;
    }
    if (positive && minor <= 0) {
      faults.add(at, InputCode.MUST_BE_POSITIVE);
      return null;
    }
    BigDecimal plain = BigDecimal.valueOf(minor, NUMBER_DECIMALS).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private @Nullable MonthDay monthDay(JsonNode node, String at, CalendarKind calendar) {
    if (!node.isString() || !MONTH_DAY.matcher(node.stringValue()).matches()) {
      faults.add(at, RulesCode.NO_SUCH_DAY);
      return null;
    }
    int month = Integer.parseInt(node.stringValue().substring(0, 2));
    int day = Integer.parseInt(node.stringValue().substring(3));
    if (month < 1 || month > 12 || day < 1 || day > longest(calendar, month)) {
      faults.add(at, RulesCode.NO_SUCH_DAY);
      return null;
    }
    return new MonthDay(month, day);
  }

  /** The days a month has in its longest year. */
  private static int longest(CalendarKind calendar, int month) {
    return switch (calendar) {
      case GREGORIAN -> java.time.Month.of(month).maxLength();
      case JALALI -> month <= 6 ? 31 : 30;
      case HIJRI -> 30;
    };
  }

  private @Nullable String unit(Arg arg, JsonNode node, String at, Scope scope) {
    List<String> units =
        scope.vocabulary().units().values().stream()
            .filter(unit -> arg.choices().isEmpty() || arg.choices().contains(unit.kind().name()))
            .map(UnitInfo::code)
            .sorted()
            .toList();
    return Fields.choice(node, at, units, faults);
  }

  private @Nullable String attribute(Arg arg, JsonNode node, String at, Scope scope) {
    if (scope.event() == null) {
      return null;
    }
    List<String> names =
        scope.event().attributes().entrySet().stream()
            .filter(
                entry -> arg.choices().isEmpty() || arg.choices().contains(entry.getValue().name()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return Fields.choice(node, at, names, faults);
  }

  private @Nullable Object value(JsonNode node, String at, Args before, Scope scope) {
    AttributeKind kind = scope.attribute(before.text("name", ""));
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case TEXT -> Values.text(node, at, Values.MOST_TEXT, faults);
      case NUMBER -> number(node, at, false);
      case DATE -> Values.date(node, at, faults);
      case BOOLEAN -> {
        if (!node.isBoolean()) {
          faults.add(at, RulesCode.WRONG_TYPE, Map.of("expected", "truth"));
          yield null;
        }
        yield node.booleanValue();
      }
    };
  }

  private @Nullable List<Object> list(Arg arg, JsonNode node, String at, Args before, Scope scope) {
    if (!node.isArray()) {
      faults.add(at, RulesCode.WRONG_TYPE, Map.of("expected", "list"));
      return null;
    }
    long most = arg.shape() == Shape.COUNTS ? 1_000 : arg.max();
    if (node.isEmpty() || node.size() > most) {
      faults.add(
          at,
          node.isEmpty() ? InputCode.REQUIRED : InputCode.TOO_MANY_ITEMS,
          node.isEmpty() ? Map.of() : Map.of("limit", most));
      return null;
    }
    List<Object> read = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (int at0 = 0; at0 < node.size() && !faults.full(); at0++) {
      String place = at + "/" + at0;
      Object entry = entry(arg, node.get(at0), place, before, scope);
      if (entry == null) {
        continue;
      }
      if (!seen.add(comparable(arg.shape(), entry))) {
        faults.add(place, RulesCode.DUPLICATE, Map.of());
      }
      read.add(entry);
    }
    return List.copyOf(read);
  }

  /** One of the names there are; null names leave it unchecked. */
  private @Nullable String named(JsonNode node, String at, @Nullable Set<String> names) {
    return names == null
        ? Values.text(node, at, Values.MOST_TEXT, faults)
        : Fields.choice(node, at, names.stream().sorted().toList(), faults);
  }

  private static Object comparable(Shape shape, Object entry) {
    return shape == Shape.COUPONS && entry instanceof String code ? CouponCode.plain(code) : entry;
  }

  private @Nullable Object entry(Arg arg, JsonNode node, String at, Args before, Scope scope) {
    Vocabulary.Names names = scope.vocabulary().names();
    return switch (arg.shape()) {
      case CHOICES -> Fields.choice(node, at, arg.choices(), faults);
      case COUNTS -> minor(arg, node, at, 0);
      case VALUES -> value(node, at, before, scope);
      case CONDITIONS -> kinds.condition(node, at, scope.deeper());
      case STEPS -> kinds.step(node, at, before, scope);
      case TIERS -> named(node, at, names.tiers());
      case PLANS -> named(node, at, names.plans());
      case ENTITLEMENTS -> named(node, at, names.entitlements());
      default -> Values.text(node, at, Values.MOST_TEXT, faults);
    };
  }
}
