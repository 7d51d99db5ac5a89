package club.vafa.goods;

import club.vafa.kernel.Language;
import java.util.Map;

/** A group of goods. */
public record Category(String code, Map<Language, String> names) {
  public Category {
    names = Map.copyOf(names);
  }

  public String name(Language language) {
    return named(names, language, code);
  }

  /** In the reader's language, else in any, else the code. */
  static String named(Map<Language, String> names, Language language, String code) {
    String own = names.get(language);
    if (own != null) {
      return own;
    }
    for (Language other : Language.values()) {
      String name = names.get(other);
      if (name != null) {
        return name;
      }
    }
    return code;
  }
}
