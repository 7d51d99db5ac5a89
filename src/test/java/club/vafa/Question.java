package club.vafa;

import club.vafa.ApiDescription.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request.
 *
 * @param foreign whether it names something of the other club
 */
record Question(
    Operation operation,
    String path,
    Map<String, String> headers,
    byte[] body,
    boolean anonymous,
    boolean foreign) {
  String language() {
    return headers.getOrDefault("Accept-Language", "en");
  }

  String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return operation.method()
        + " "
        + shortened(path)
        + " "
        + shortened(headers.toString())
        + " "
        + shortened(bodyText());
  }

  private static String shortened(String text) {
    return text.length() < 700 ? text : text.substring(0, 700) + "… (" + text.length() + ")";
  }
}
