package club.vafa.tiers;

import club.vafa.api.ApiCode;
import club.vafa.api.Decimal;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One JSON object of a definition; a field of null counts as left out. */
record Form(JsonNode node, String pointer, Input input) {

  /** The object of a field; null when it is missing or, which is noted, something else. */
  @Nullable Form object(String name) {
    JsonNode value = value(name);
    return value == null ? null : of(value, at(name), input);
  }

  static @Nullable Form of(JsonNode value, String pointer, Input input) {
    if (!value.isObject()) {
      input.refuse(pointer, ApiCode.WRONG_TYPE, Map.of("expected", "object"));
      return null;
    }
    return new Form(value, pointer, input);
  }

  /** Refuses every field that is none of these. */
  Form knowing(String... names) {
    List<String> known = List.of(names);
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        String shown = Input.shortened(name);
        input.refuse(at(shown), ApiCode.UNKNOWN_FIELD, Map.of("name", shown));
      }
    }
    return this;
  }

  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  @Nullable JsonNode value(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** The elements of a list; none when it is missing. */
  List<JsonNode> list(String name, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      input.refuse(at(name), ApiCode.WRONG_TYPE, Map.of("expected", "list"));
      return List.of();
    }
    if (value.size() > most) {
      input.refuse(at(name), InputCode.TOO_MANY_ITEMS, Map.of("limit", most));
      return List.of();
    }
    return List.copyOf(value.values());
  }

  @Nullable String text(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isString()) {
      input.refuse(at(name), ApiCode.WRONG_TYPE, Map.of("expected", "text"));
      return null;
    }
    return value == null ? null : value.stringValue();
  }

  /** One of the choices, in lower case; the first of them when the field is faulty. */
  <E extends Enum<E>> E choice(String name, E[] choices, @Nullable E otherwise) {
    if (value(name) == null) {
      if (otherwise == null) {
        input.refuse(at(name), InputCode.REQUIRED);
        return choices[0];
      }
      return otherwise;
    }
    String text = text(name);
    for (E choice : choices) {
      if (lower(choice).equals(text)) {
        return choice;
      }
    }
    if (text != null) {
      String allowed = Arrays.stream(choices).map(Form::lower).collect(Collectors.joining(", "));
      input.refuse(
          at(name),
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(text), "allowed", allowed));
    }
    return choices[0];
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A whole number within bounds; zero when it is missing. */
  int whole(String name, int least, int most) {
    BigDecimal number = value(name) == null ? null : decimal(name);
    return number == null ? 0 : Math.toIntExact(minor(name, number, 0, new Bounds(least, most)));
  }

  /** The least and the most of a number, in minor units. */
  record Bounds(long least, long most) {}

  /** Minor units within bounds; the least when the field is faulty. */
  long minor(String name, @Nullable BigDecimal number, int decimals, Bounds bounds) {
    if (number == null) {
      return bounds.least();
    }
    int before = input.refusals().size();
    long minor = input.minor(at(name), number, decimals);
    if (input.refusals().size() > before) {
      return bounds.least();
    }
    if (minor < bounds.least() || minor > bounds.most()) {
      input.refuse(
          at(name),
          TierCode.TIER_NUMBER_RANGE,
          Map.of("min", plain(bounds.least(), decimals), "max", plain(bounds.most(), decimals)));
      return bounds.least();
    }
    return minor;
  }

  private static String plain(long minor, int decimals) {
    return Amount.plain(minor, decimals);
  }

  /** An exact decimal, as a text in any digits or as a number. */
  @Nullable BigDecimal decimal(String name) {
    JsonNode value = value(name);
    if (value == null) {
      input.refuse(at(name), InputCode.REQUIRED);
      return null;
    }
    Optional<Decimal> read =
        value.isString()
            ? Decimal.parse(value.stringValue())
            : value.isNumber() ? Decimal.ofNumber(value.asString()) : Optional.empty();
    if (read.isEmpty()) {
      input.refuse(at(name), InputCode.NOT_A_NUMBER);
    }
    return read.map(Decimal::value).orElse(null);
  }

  /** Texts by language. */
  Map<Language, String> texts(String name, boolean required, int most) {
    Map<Language, String> read = new EnumMap<>(Language.class);
    Form texts = object(name);
    if (texts == null) {
      if (required && value(name) == null) {
        input.refuse(at(name), InputCode.REQUIRED);
      }
      return read;
    }
    texts.knowing("en", "fa", "ar");
    for (Language language : Language.values()) {
      if (texts.value(language.code()) != null) {
        String text = texts.text(language.code());
        read.put(language, input.text(texts.at(language.code()), text, most));
      }
    }
    if (required && read.isEmpty()) {
      input.refuse(at(name), InputCode.REQUIRED);
    }
    return read;
  }
}
