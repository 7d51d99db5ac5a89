package club.vafa.campaigns.form;

import club.vafa.kernel.Toman;
import club.vafa.rules.Vocabulary;
import club.vafa.ui.Faults;
import club.vafa.ui.Screen;
import tools.jackson.databind.JsonNode;

/**
 * What a form is drawn upon.
 *
 * @param fixed whether the campaign has its code already, which then stays
 */
public record Ground(Screen screen, Vocabulary words, Offers offers, Faults faults, boolean fixed) {

  /** What is wrong at a place or below it; empty when nothing is. */
  String fault(String pointer) {
    String exact = faults.at(pointer);
    return exact.isEmpty()
        ? faults.byField().entrySet().stream()
            .filter(fault -> fault.getKey().startsWith(pointer + "/"))
            .map(java.util.Map.Entry::getValue)
            .findFirst()
            .orElse("")
        : exact;
  }

  /** A plain text of the definition with the digits of the reader. */
  String shown(String text) {
    return digits(screen, text);
  }

  /** The same text with the digits that the reader of a screen writes. */
  public static String digits(Screen screen, String text) {
    char zero = screen.number(0).charAt(0);
    if (zero == '0') {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int at = 0; at < out.length(); at++) {
      char sign = out.charAt(at);
      if (sign >= '0' && sign <= '9') {
        out.setCharAt(at, (char) (zero + sign - '0'));
      }
    }
    return out.toString();
  }

  /** Money as its field holds it. */
  String money(JsonNode value) {
    return shown(words.toman() ? Toman.typed(plain(value)) : plain(value));
  }

  String shown(JsonNode value) {
    return shown(plain(value));
  }

  static String plain(JsonNode value) {
    return value.isString()
        ? value.stringValue()
        : value.isMissingNode() || value.isNull() ? "" : value.toString();
  }

  String text(String key) {
    return screen.text(key);
  }
}
