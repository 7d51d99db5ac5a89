package club.vafa.api.json;

import club.vafa.api.ApiCode;
import club.vafa.api.Decimal;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells what Jackson found wrong as a refusal with its place. */
final class Faults {
  private static final Pattern DUPLICATE = Pattern.compile("^Duplicate Object property \"(.*)\"");

  private Faults() {}

  static Refusal refusal(JacksonException fault, @Nullable JsonParser parser) {
    return switch (fault) {
      case RefusedValue value -> Refusal.at(pointer(fault), value.code(), value.args());
      case UnrecognizedPropertyException unknown ->
          Refusal.at(
              pointer(fault),
              ApiCode.UNKNOWN_FIELD,
              Map.of("name", Input.shortened(unknown.getPropertyName())));
      case InputCoercionException _ -> Refusal.at(pointer(fault), InputCode.NUMBER_TOO_LARGE);
      case MismatchedInputException wrong ->
          Refusal.at(pointer(fault), ApiCode.WRONG_TYPE, Map.of("expected", expected(wrong)));
      case StreamConstraintsException _ -> Refusal.of(ApiCode.TOO_COMPLEX);
      default -> malformed(fault, parser);
    };
  }

  private static Refusal malformed(JacksonException fault, @Nullable JsonParser parser) {
    Matcher duplicate = DUPLICATE.matcher(fault.getOriginalMessage());
    if (duplicate.find() && parser != null) {
      TokenStreamContext object = parser.streamReadContext();
      String parent =
          object.getParent() == null ? "" : object.getParent().pathAsPointer().toString();
      return Refusal.at(
          parent + "/" + escaped(duplicate.group(1)),
          ApiCode.DUPLICATE_FIELD,
          Map.of("name", Input.shortened(duplicate.group(1))));
    }
    int line = fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getLineNr());
    int column = fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getColumnNr());
    return Refusal.at("", ApiCode.MALFORMED_JSON, Map.of("line", line, "column", column));
  }

  private static String pointer(JacksonException fault) {
    StringBuilder pointer = new StringBuilder();
    for (Reference step : fault.getPath()) {
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
    }
    return pointer.toString();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The kind of value that was expected, as the sentence selects by it. */
  private static String expected(MismatchedInputException fault) {
    Class<?> type = fault.getTargetType();
    if (type == null) {
      return "object";
    }
    if (type == String.class || type.isEnum()) {
      return "text";
    }
    if (type == Decimal.class) {
      return "decimal";
    }
    if (type == LocalDate.class) {
      return "date";
    }
    if (type == Instant.class) {
      return "time";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "whole";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "truth";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "list" : "object";
  }
}
