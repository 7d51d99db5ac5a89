package club.vafa.program.part;

import club.vafa.kernel.Language;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Phrases;
import club.vafa.rules.Told;
import club.vafa.rules.Told.RuleTold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what changes about campaigns, phrase by phrase in the words of the rules: what one phrase
 * takes the place of is said beside it.
 */
final class CampaignSayings {
  private final Telling telling;
  private final Phrases phrases;
  private final List<String> told = new ArrayList<>();

  CampaignSayings(Telling telling, Phrases phrases) {
    this.telling = telling;
    this.phrases = phrases;
  }

  List<String> told() {
    return told;
  }

  void added(CampaignDefinition campaign) {
    String sentence = phrases.campaign(telling.language(), campaign, telling.after());
    say("campaign.new", Map.of("sentence", sentence));
  }

  void removed(ObjectNode campaign) {
    say("campaign.ends", Map.of("name", name(campaign)));
  }

  void turned(ObjectNode before, ObjectNode after) {
    boolean paused = after.path(CampaignsPart.PAUSED).asBoolean(false);
    if (paused != before.path(CampaignsPart.PAUSED).asBoolean(false)) {
      say("campaign.paused", Map.of("name", name(after), "value", Boolean.toString(paused)));
    }
  }

  void changed(CampaignDefinition before, CampaignDefinition after) {
    Language language = telling.language();
    String name = after.name(language);
    int so = told.size();
    if (!before.name(language).equals(name)) {
      say("campaign.name", Map.of("before", before.name(language), "after", name));
    }
    Told was = phrases.told(language, before, telling.before());
    Told is = phrases.told(language, after, telling.after());
    if (!was.trigger().equals(is.trigger())) {
      say("instead", Map.of("name", name, "before", was.trigger(), "after", is.trigger()));
    }
    rules(name, was, is);
    compare(name, "", was.limits(), is.limits());
    compare(name, "", phrase(was.from()), phrase(is.from()));
    compare(name, "", phrase(was.until()), phrase(is.until()));
    field(name, "lane", before.lane(), after.lane());
    field(name, "priority", before.priority(), after.priority());
    field(name, "exclusive", yes(before.exclusive()), yes(after.exclusive()));
    if (told.size() == so) {
      say("campaign.other", Map.of("name", name));
    }
  }

  private void rules(String name, Told was, Told is) {
    for (RuleTold after : is.rules()) {
      Optional<RuleTold> before = rule(was, after.code());
      if (before.isEmpty()) {
        say("rule.new", Map.of("name", name, "after", after.whole()));
        continue;
      }
      compare(name, "", before.get().gives(), after.gives());
      compare(name, "when.", before.get().when(), after.when());
      compare(name, "", before.get().limits(), after.limits());
    }
    for (RuleTold before : was.rules()) {
      if (rule(is, before.code()).isEmpty()) {
        say("rule.gone", Map.of("name", name, "before", before.whole()));
      }
    }
  }

  private static Optional<RuleTold> rule(Told told, String code) {
    return told.rules().stream().filter(rule -> rule.code().equals(code)).findFirst();
  }

  /** One phrase for another is told as such, everything else as come or gone. */
  private void compare(String name, String kind, List<String> before, List<String> after) {
    List<String> gone = without(before, after);
    List<String> come = without(after, before);
    if (gone.size() == 1 && come.size() == 1) {
      say(
          kind + "instead",
          Map.of("name", name, "before", gone.getFirst(), "after", come.getFirst()));
      return;
    }
    come.forEach(one -> say(kind + "more", Map.of("name", name, "after", one)));
    gone.forEach(one -> say(kind + "less", Map.of("name", name, "before", one)));
  }

  private static List<String> without(List<String> phrases, List<String> others) {
    return phrases.stream().filter(phrase -> !others.contains(phrase)).toList();
  }

  private static List<String> phrase(String phrase) {
    return phrase.isEmpty() ? List.of() : List.of(phrase);
  }

  private void field(String name, String field, Object before, Object after) {
    if (!before.equals(after)) {
      say("campaign." + field, Map.of("name", name, "before", before, "after", after));
    }
  }

  private static String yes(boolean value) {
    return Boolean.toString(value);
  }

  private String name(ObjectNode campaign) {
    String code = campaign.path("code").asString("");
    return Names.of(campaign.path("name"), telling.language(), code);
  }

  private void say(String key, Map<String, Object> args) {
    told.add(telling.say(key, args));
  }
}
