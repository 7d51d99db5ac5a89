package club.vafa.program.part;

import club.vafa.activity.EventType;
import club.vafa.clubs.Unit.ByTier;
import club.vafa.clubs.Unit.EndOf;
import club.vafa.clubs.Unit.Expiry;
import club.vafa.clubs.Unit.Waiting;
import club.vafa.clubs.UnitForm.TierForm;
import club.vafa.program.file.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** When awards of a unit end and how long they wait, in and out of a file. */
final class Terms {
  private static final List<String> ENDS = List.of("instant", "day", "month", "year");
  private static final List<String> EXPIRIES =
      List.of("never", "rolling", "at_end_of", "while_active");
  private static final List<String> WAITINGS = List.of("none", "days", "event", "next_visit");

  private Terms() {}

  static @Nullable Expiry expiry(JsonNode node, String pointer, Faults faults) {
    Fields any = Fields.open(node, pointer, faults);
    String kind = any == null ? null : kind(any, EXPIRIES);
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case "rolling" -> {
        Fields fields = known(node, pointer, faults, "kind", "months", "days", "endOf");
        String end = fields.choice("endOf", ENDS);
        yield new Expiry.Rolling(
            count(fields, "months"), count(fields, "days"), end(end == null ? "instant" : end));
      }
      case "at_end_of" -> {
        Fields fields = known(node, pointer, faults, "kind", "endOf", "later");
        fields.required("endOf");
        String end = fields.choice("endOf", ENDS);
        yield new Expiry.AtEndOf(end(end == null ? "year" : end), count(fields, "later"));
      }
      case "while_active" -> {
        Fields fields = known(node, pointer, faults, "kind", "months", "days");
        yield new Expiry.WhileActive(count(fields, "months"), count(fields, "days"));
      }
      default -> {
        known(node, pointer, faults, "kind");
        yield new Expiry.Never();
      }
    };
  }

  /** Awards that wait for an event nobody can report would wait for ever. */
  static @Nullable Waiting waiting(JsonNode node, String pointer, Becoming becoming) {
    Faults faults = becoming.faults();
    Fields any = Fields.open(node, pointer, faults);
    String kind = any == null ? null : kind(any, WAITINGS);
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case "days" -> new Waiting.Days(count(known(node, pointer, faults, "kind", "days"), "days"));
      case "event" -> {
        Fields fields = known(node, pointer, faults, "kind", "type");
        fields.required("type");
        List<String> types = becoming.eventTypes().stream().map(EventType::code).sorted().toList();
        String type = fields.choice("type", types);
        yield new Waiting.Event(type == null ? "?" : type);
      }
      default -> {
        known(node, pointer, faults, "kind");
        yield kind.equals("none") ? new Waiting.None() : new Waiting.NextVisit();
      }
    };
  }

  /** What differs for members of tiers. */
  static List<@Nullable TierForm> byTier(Fields unit, Becoming becoming) {
    JsonNode section = unit.optional("byTier");
    List<@Nullable TierForm> forms = new ArrayList<>();
    if (section == null) {
      return forms;
    }
    Faults faults = becoming.faults();
    for (Fields fields :
        Fields.entries(section, unit.at("byTier"), faults, "tier", "expiry", "waiting")) {
      JsonNode expiry = fields.optional("expiry");
      JsonNode waiting = fields.optional("waiting");
      forms.add(
          new TierForm(
              fields.text("tier"),
              expiry == null ? null : expiry(expiry, fields.at("expiry"), faults),
              waiting == null ? null : waiting(waiting, fields.at("waiting"), becoming)));
    }
    return forms;
  }

  private static @Nullable String kind(Fields fields, List<String> kinds) {
    fields.required("kind");
    return fields.choice("kind", kinds);
  }

  private static Fields known(JsonNode node, String pointer, Faults faults, String... names) {
    Fields fields = Fields.of(node, pointer, faults, names);
    return fields == null ? new Fields(node, pointer, faults) : fields;
  }

  private static int count(Fields fields, String name) {
    Integer count = fields.whole(name);
    return count == null ? 0 : count;
  }

  private static EndOf end(String code) {
    return EndOf.valueOf(code.toUpperCase(Locale.ROOT));
  }

  static ObjectNode json(Expiry expiry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (expiry) {
      case Expiry.Never() -> json.put("kind", "never");
      case Expiry.Rolling(int months, int days, EndOf end) ->
          json.put("kind", "rolling")
              .put("months", months)
              .put("days", days)
              .put("endOf", lower(end));
      case Expiry.AtEndOf(EndOf end, int later) ->
          json.put("kind", "at_end_of").put("endOf", lower(end)).put("later", later);
      case Expiry.WhileActive(int months, int days) ->
          json.put("kind", "while_active").put("months", months).put("days", days);
    }
    return json;
  }

  static ArrayNode json(List<ByTier> byTier) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (ByTier own : byTier) {
      ObjectNode one = all.addObject().put("tier", own.tier());
      if (own.expiry() != null) {
        one.set("expiry", json(own.expiry()));
      }
      if (own.waiting() != null) {
        one.set("waiting", json(own.waiting()));
      }
    }
    return all;
  }

  static ObjectNode json(Waiting waiting) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (waiting) {
      case Waiting.None() -> json.put("kind", "none");
      case Waiting.Days(int days) -> json.put("kind", "days").put("days", days);
      case Waiting.Event(String type) -> json.put("kind", "event").put("type", type);
      case Waiting.NextVisit() -> json.put("kind", "next_visit");
    }
    return json;
  }

  private static String lower(EndOf end) {
    return end.name().toLowerCase(Locale.ROOT);
  }
}
