package club.vafa.acts;

import club.vafa.api.Body;
import club.vafa.ui.Visitor;
import club.vafa.ui.Written;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a form, or of a JSON document, by the same names: {@code names/en}. */
final class Words {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String AMOUNT = "amount";
  private static final int LARGEST = 64 * 1024;

  private Words() {}

  static Map<String, String> of(HttpServletRequest request) {
    Map<String, String> words = new HashMap<>();
    if (request.getAttribute(Body.ATTRIBUTE) instanceof byte[] body) {
      document(body, words);
    } else {
      boolean toman =
          request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor visitor && visitor.toman();
      request
          .getParameterMap()
          .forEach((name, values) ->
              words.put(
                  plain(name),
                  plain(name).equals(AMOUNT)
                      ? Written.amount(values[0], toman && name.startsWith("money/"))
                      : values[0]));
    }
    return words;
  }

  /** Forms write how a value is read before its name: {@code text/names/en}. */
  private static String plain(String name) {
    return name.replaceFirst("^(text|number|money|count|day|date|last|yes|list|spend)/", "");
  }

  private static void document(byte[] body, Map<String, String> words) {
    if (body.length == 0 || body.length > LARGEST) {
      return;
    }
    try {
      JSON.readTree(body)
          .properties()
          .forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isString() || value.isNumber()) {
              String text = value.asString("");
              boolean amount = field.getKey().equals(AMOUNT);
              words.put(field.getKey(), amount ? Written.amount(text, false) : text);
            } else if (field.getKey().equals("names")) {
              value
                  .properties()
                  .forEach(
                      name -> words.put("names/" + name.getKey(), name.getValue().asString("")));
            } else if (field.getKey().equals("member")) {
              words.put("member", value.path("id").asString(""));
            }
          });
    } catch (JacksonException malformed) {
      // It is refused by whoever reads it properly.
      words.clear();
    }
  }
}
