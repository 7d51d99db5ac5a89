package club.vafa.program.part;

import club.vafa.activity.Activity;
import club.vafa.activity.EventType;
import club.vafa.activity.EventTypeForm;
import club.vafa.activity.EventTypeForm.AttributeForm;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.program.file.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The club's own types of events. */
@Component
@Order(2)
class EventTypesPart implements Part {
  private final Activity activity;

  EventTypesPart(Activity activity) {
    this.activity = activity;
  }

  @Override
  public String section() {
    return "eventTypes";
  }

  @Override
  public boolean stays() {
    return true;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    activity.eventTypes(club.id()).forEach(type -> items.put(type.code(), json(type)));
    return new Items(items);
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    Faults faults = becoming.faults();
    for (Fields fields :
        Fields.entries(section, "/eventTypes", faults, "code", "names", "attributes")) {
      int before = faults.count();
      Outcome<EventType> read = form(fields, faults).read("/code");
      if (faults.count() > before) {
        continue;
      }
      EventType type = fields.noting(read);
      if (type != null) {
        items.put(type.code(), json(type));
        becoming.eventTypes().add(type);
      }
    }
    return new Items(items);
  }

  private static EventTypeForm form(Fields fields, Faults faults) {
    Map<String, @Nullable AttributeForm> attributes = new TreeMap<>();
    JsonNode node = fields.optional("attributes");
    Fields named = node == null ? null : Fields.open(node, fields.at("attributes"), faults);
    if (named != null) {
      for (String name : named.node().propertyNames()) {
        Fields one = Fields.of(named.node().get(name), named.at(name), faults, "type", "required");
        if (one != null) {
          attributes.put(name, new AttributeForm(one.text("type"), one.truth("required")));
        }
      }
    }
    return new EventTypeForm(fields.text("code"), fields.texts("names"), attributes);
  }

  private static ObjectNode json(EventType type) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", type.code());
    Names.write(json.putObject("names"), type.names());
    Map<String, @Nullable AttributeForm> attributes = EventTypeForm.of(type).attributes();
    if (attributes != null && !attributes.isEmpty()) {
      ObjectNode all = json.putObject("attributes");
      attributes.forEach((name, attribute) -> {
        if (attribute != null) {
          ObjectNode one = all.putObject(name);
          one.put("type", attribute.type());
          one.put("required", attribute.required());
        }
      });
    }
    return json;
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    List<String> told = new ArrayList<>();
    for (String code : change.added()) {
      told.add(telling.say("event.new", Map.of("name", name(change.after(), code, telling))));
    }
    for (String code : change.changed()) {
      String name = name(change.after(), code, telling);
      String old = name(change.before(), code, telling);
      if (!name.equals(old)) {
        told.add(telling.say("event.name", Map.of("before", old, "after", name)));
      }
      ObjectNode before = change.before().get(code);
      ObjectNode after = change.after().get(code);
      if (before != null && after != null) {
        attributes(new Change(attributes(before), attributes(after)), name, telling, told);
      }
    }
    return told;
  }

  private static void attributes(Change change, String name, Telling telling, List<String> told) {
    change
        .added()
        .forEach(one ->
            told.add(telling.say("event.attribute.new", Map.of("name", name, "attribute", one))));
    change
        .removed()
        .forEach(one ->
            told.add(telling.say("event.attribute.gone", Map.of("name", name, "attribute", one))));
    change
        .changed()
        .forEach(one ->
            told.add(
                telling.say("event.attribute.changed", Map.of("name", name, "attribute", one))));
  }

  private static Items attributes(ObjectNode type) {
    SortedMap<String, ObjectNode> found = new TreeMap<>();
    type.path("attributes")
        .properties()
        .forEach(one -> found.put(one.getKey(), one.getValue().asObject()));
    return new Items(found);
  }

  private static String name(Items items, String code, Telling telling) {
    ObjectNode type = items.get(code);
    Language language = telling.language();
    return type == null ? code : type.path("names").path(language.code()).asString(code);
  }

  @Override
  public void apply(Change change, Publishing publishing) {
    Becoming read = Becoming.known(publishing.club());
    List<String> wanted = change.wanted();
    read(write(change.after()), read);
    for (EventType type : read.eventTypes()) {
      if (wanted.contains(type.code())) {
        activity.putEventType(publishing.club().id(), type);
      }
    }
  }
}
