package club.vafa.templates.guide;

import club.vafa.templates.Guide.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is good to know: when things expire, what a return does, how one asks and leaves. */
final class Knowing {
  private final Paragraphs program;
  private final Voice voice;

  Knowing(Paragraphs program, Voice voice) {
    this.program = program;
    this.voice = voice;
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (JsonNode unit : program.section("units")) {
      String name = program.unit(unit.path("code").asString(""));
      items.add(new Item(name, terms(unit)));
    }
    String policy = program.settings().path("returnPolicy").asString("within_balance");
    items.add(new Item(voice.say("returns.name"), voice.say("returns." + policy)));
    items.add(new Item(voice.say("why.name"), voice.say("why")));
    return items;
  }

  private String terms(JsonNode unit) {
    JsonNode expiry = unit.path("expiry");
    JsonNode waiting = unit.path("waiting");
    String ends = voice.text("program.expiry." + expiry.path("kind").asString(""), args(expiry));
    String kind = waiting.path("kind").asString("none");
    if (kind.equals("none")) {
      return ends;
    }
    Map<String, Object> args = args(waiting);
    args.computeIfPresent("type", (_, type) -> program.event(String.valueOf(type)));
    return voice.text("program.waiting." + kind, args) + voice.say("comma") + ends;
  }

  private static Map<String, Object> args(JsonNode terms) {
    Map<String, Object> args = new HashMap<>(Map.of("months", 0, "days", 0, "later", 0));
    args.put("endOf", "");
    terms
        .properties()
        .forEach(term ->
            args.put(
                term.getKey(),
                term.getValue().isNumber()
                    ? (Object) term.getValue().intValue()
                    : term.getValue().asString("")));
    return args;
  }
}
