package club.vafa.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that came whole, of the form nearly all have: a document that is posted in one piece,
 * with its length told, to be answered on a connection that stays. Whatever is written otherwise is
 * left to Tomcat, which knows all there is to HTTP; nothing is ever refused here.
 */
final class PolledRequest {
  private static final String METHOD = "POST ";
  private static final String VERSION = " HTTP/1.1";
  private static final int LONGEST_LENGTH = 5;
  private static final int MOST_HEADERS = 50;
  private static final int LONGEST_HOST = 255;

  /** Names and addresses as they are written nearly everywhere; Tomcat knows the others. */
  private static final Pattern HOST =
      Pattern.compile(
          "[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*"
              + "(:[0-9]{1,5})?");

  /** What makes a request one of another kind. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "transfer-encoding",
          "content-encoding",
          "expect",
          "upgrade",
          "http2-settings",
          "te",
          "trailer",
          "range",
          "if-match",
          "if-none-match");

  /** What would mean something else if it were said twice. */
  private static final Set<String> ONCE =
      Set.of(
          "host",
          "content-length",
          "content-type",
          "accept",
          "accept-language",
          "authorization",
          "connection",
          "idempotency-key",
          "traceparent");

  private final String path;

  /** By their names in small letters; those that may come twice are as the last was. */
  private final Map<String, String> headers;

  private final byte[] body;

  private PolledRequest(String path, Map<String, String> headers, byte[] body) {
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  /** The request in the first bytes of {@code sent}; null when it is not all there, or unusual. */
  static @Nullable PolledRequest of(byte[] sent, int length) {
    int line = endOfLine(sent, 0, length);
    if (line < 0) {
      return null;
    }
    String first = text(sent, 0, line);
    if (!first.startsWith(METHOD)
        || !first.endsWith(VERSION)
        || first.length() < METHOD.length() + VERSION.length()) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    int at = line + 2;
    int end = endOfLine(sent, at, length);
    while (end > at && add(headers, text(sent, at, end))) {
      at = end + 2;
      end = endOfLine(sent, at, length);
    }
    if (end != at || !isUsual(headers) || !isLength(headers, length - end - 2)) {
      return null;
    }
    String path = first.substring(METHOD.length(), first.length() - VERSION.length());
    return new PolledRequest(path, headers, Arrays.copyOfRange(sent, end + 2, length));
  }

  /** Whether it begins as a document does that is posted. */
  static boolean isPosted(byte[] sent, int length) {
    return length >= METHOD.length() && text(sent, 0, METHOD.length()).equals(METHOD);
  }

  /** Where the line ends that begins here; less than zero when it doesn't end as it must. */
  private static int endOfLine(byte[] sent, int from, int length) {
    for (int at = from; at + 1 < length; at++) {
      if (sent[at] < ' ' || sent[at] == 0x7F) {
        return sent[at] == '\r' && sent[at + 1] == '\n' ? at : -1;
      }
    }
    return -1;
  }

  private static boolean add(Map<String, String> headers, String line) {
    int colon = line.indexOf(':');
    if (colon <= 0 || headers.size() == MOST_HEADERS) {
      return false;
    }
    for (int at = 0; at < colon; at++) {
      char sign = line.charAt(at);
      if (sign != '-' && !(sign < 0x7F && Character.isLetterOrDigit(sign))) {
        return false;
      }
    }
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    return !OTHERWISE.contains(name)
        && (headers.put(name, line.substring(colon + 1).strip()) == null || !ONCE.contains(name));
  }

  private static boolean isUsual(Map<String, String> headers) {
    String host = headers.getOrDefault("host", "");
    return host.length() <= LONGEST_HOST
        && HOST.matcher(host).matches()
        && headers.getOrDefault("connection", "keep-alive").equalsIgnoreCase("keep-alive");
  }

  private static boolean isLength(Map<String, String> headers, int length) {
    String told = headers.getOrDefault("content-length", "");
    return !told.isEmpty()
        && told.length() <= LONGEST_LENGTH
        && told.chars().allMatch(sign -> sign >= '0' && sign <= '9')
        && Integer.parseInt(told) == length;
  }

  private static String text(byte[] sent, int from, int to) {
    return new String(sent, from, to - from, StandardCharsets.ISO_8859_1);
  }

  String path() {
    return path;
  }

  byte[] body() {
    return body;
  }

  /** Whether the caller says that the connection is to stay, as most take for granted. */
  boolean isToStay() {
    return headers.containsKey("connection");
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }
}
