package club.vafa.program.part;

import club.vafa.kernel.Language;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Names in several languages, always in the same order. */
final class Names {
  private Names() {}

  static void write(ObjectNode into, Map<Language, String> names) {
    for (Language language : Language.values()) {
      String name = names.get(language);
      if (name != null) {
        into.put(language.code(), name);
      }
    }
  }

  /** The name in a language, or in the nearest there is. */
  static String of(JsonNode names, Language language, String otherwise) {
    for (Language one : new Language[] {language, Language.EN, Language.FA, Language.AR}) {
      if (names.path(one.code()).isString()) {
        return names.path(one.code()).stringValue();
      }
    }
    return otherwise;
  }
}
