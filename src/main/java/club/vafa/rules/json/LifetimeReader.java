package club.vafa.rules.json;

import club.vafa.kernel.InputCode;
import club.vafa.rules.Lifetime.EndOf;
import club.vafa.rules.Lifetime.Expires;
import club.vafa.rules.Lifetime.Pending;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads when an award ends and how long it waits.
 *
 * <p>Expiry: {@code "never"}, {@code {"months":12,"days":0,"endOf":"month"}} or {@code
 * {"atEndOf":"year","later":1}}. Waiting: {@code "none"}, {@code "next_visit"}, {@code {"days":14}}
 * or {@code {"event":"delivered"}}.
 */
final class LifetimeReader {
  static final List<String> ENDS = List.of("instant", "day", "month", "year");
  private static final List<String> PERIODS = List.of("day", "month", "year");
  static final List<String> WORDS = List.of("none", "next_visit");
  private static final int MOST_MONTHS = 1_200;
  private static final int MOST_DAYS = 36_500;
  private static final int MOST_LATER = 100;

  private LifetimeReader() {}

  static @Nullable Expires expires(JsonNode node, String pointer, Faults faults) {
    if (node.isString()) {
      return Fields.choice(node, pointer, List.of("never"), faults) == null
          ? null
          : new Expires.Never();
    }
    Fields fields = Fields.of(node, pointer, faults);
    if (fields == null) {
      return null;
    }
    return fields.optional("atEndOf") == null ? after(fields, faults) : atEndOf(fields, faults);
  }

  private static @Nullable Expires after(Fields fields, Faults faults) {
    int before = faults.count();
    fields.knowing(List.of("months", "days", "endOf"));
    int months = count(fields, "months", MOST_MONTHS, faults);
    int days = count(fields, "days", MOST_DAYS, faults);
    String endOf = fields.choice("endOf", false, ENDS);
    if (faults.count() == before && months == 0 && days == 0 && endOf == null) {
      faults.add(fields.pointer(), InputCode.EXACTLY_ONE, Map.of("allowed", "months, days"));
    }
    return faults.count() > before ? null : new Expires.After(months, days, end(endOf));
  }

  private static @Nullable Expires atEndOf(Fields fields, Faults faults) {
    int before = faults.count();
    fields.knowing(List.of("atEndOf", "later"));
    String period = fields.choice("atEndOf", true, PERIODS);
    int later = count(fields, "later", MOST_LATER, faults);
    return faults.count() > before ? null : new Expires.AtEndOf(end(period), later);
  }

  static @Nullable Pending pending(JsonNode node, String pointer, Scope scope, Faults faults) {
    if (node.isString()) {
      String word = Fields.choice(node, pointer, WORDS, faults);
      return word == null
          ? null
          : word.equals("none") ? new Pending.None() : new Pending.NextVisit();
    }
    Fields fields = Fields.of(node, pointer, faults);
    if (fields == null) {
      return null;
    }
    int before = faults.count();
    fields.knowing(List.of("days", "event"));
    int days = count(fields, "days", MOST_DAYS, faults);
    String event =
        fields.choice(
            "event", false, scope.vocabulary().events().keySet().stream().sorted().toList());
    if (faults.count() == before && (fields.optional("days") == null) == (event == null)) {
      faults.add(pointer, InputCode.EXACTLY_ONE, Map.of("allowed", "days, event"));
    }
    if (faults.count() > before) {
      return null;
    }
    return event == null ? new Pending.Days(days) : new Pending.Event(event);
  }

  private static EndOf end(@Nullable String code) {
    return code == null ? EndOf.INSTANT : EndOf.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static int count(Fields fields, String name, int most, Faults faults) {
    JsonNode node = fields.optional(name);
    Long count = node == null ? null : Values.minor(node, fields.at(name), 0, 0, most, faults);
    return count == null ? 0 : Math.toIntExact(count);
  }
}
