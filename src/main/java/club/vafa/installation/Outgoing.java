package club.vafa.installation;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How words leave this installation: by which address people outside reach it, and what carries
 * short texts and mail to them.
 *
 * @param site the address that links to people begin with; null to take the one they came by
 */
public record Outgoing(@Nullable String site, @Nullable Sms sms, @Nullable Mail mail) {
  public static final Outgoing NOTHING = new Outgoing(null, null, null);

  private static final String SITE = "site";
  private static final String SMS_URL = "sms.url";
  private static final String SMS_METHOD = "sms.method";
  private static final String SMS_HEADERS = "sms.headers";
  private static final String SMS_BODY = "sms.body";
  private static final String SMS_TYPE = "sms.type";
  private static final String MAIL_HOST = "mail.host";
  private static final String MAIL_PORT = "mail.port";
  private static final String MAIL_SECURITY = "mail.security";
  private static final String MAIL_USER = "mail.user";
  private static final String MAIL_PASSWORD = "mail.password";
  private static final String MAIL_FROM = "mail.from";
  private static final List<String> SMS_KEYS = List.of(SMS_METHOD, SMS_HEADERS, SMS_BODY, SMS_TYPE);
  private static final List<String> MAIL_KEYS =
      List.of(MAIL_PORT, MAIL_SECURITY, MAIL_USER, MAIL_PASSWORD, MAIL_FROM);
  static final List<String> KEYS =
      List.of(
          SITE,
          SMS_URL,
          SMS_METHOD,
          SMS_HEADERS,
          SMS_BODY,
          SMS_TYPE,
          MAIL_HOST,
          MAIL_PORT,
          MAIL_SECURITY,
          MAIL_USER,
          MAIL_PASSWORD,
          MAIL_FROM);

  /** Where a number and a text stand in the address and the body. */
  public static final String TO = "{to}";

  public static final String TEXT = "{text}";

  /** What a body is written in, so that texts are put into it in its way. */
  public enum Body {
    JSON("application/json"),
    FORM("application/x-www-form-urlencoded");

    private final String type;

    Body(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }

  /**
   * A gateway that sends short texts when it is asked over HTTP.
   *
   * @param body null when the address says everything
   */
  public record Sms(
      String url, String method, Map<String, String> headers, Body type, @Nullable String body) {
    public Sms {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "Sms[a gateway]";
    }
  }

  /** How the connection to a mail server is kept from other eyes. */
  public enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  /** A mail server that takes mail from us. */
  public record Mail(
      String host,
      int port,
      Security security,
      @Nullable String user,
      @Nullable String password,
      String from) {
    @Override
    public String toString() {
      return "Mail[" + host + "]";
    }
  }

  static Outgoing of(Map<String, String> given) {
    return new Outgoing(site(given.get(SITE)), sms(given), mail(given));
  }

  private static @Nullable String site(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!isWeb(text)) {
      throw refused(SITE, text, "an address such as https://club.example.com");
    }
    return text.replaceFirst("/+$", "");
  }

  private static @Nullable Sms sms(Map<String, String> given) {
    String url = given.get(SMS_URL);
    String body = given.get(SMS_BODY);
    if (url == null) {
      without(given, SMS_KEYS, SMS_URL);
      return null;
    }
    if (!isWeb(url.replace(TO, "0").replace(TEXT, "0"))) {
      throw refused(SMS_URL, url, "an address that begins with https:// or http://");
    }
    String all = url + (body == null ? "" : body);
    if (!all.contains(TO) || !all.contains(TEXT)) {
      throw new CannotStart(
          "Neither %s nor %s says where the number and the text go: put {to} and {text} into them."
              .formatted(SMS_URL, SMS_BODY));
    }
    String method = given.getOrDefault(SMS_METHOD, body == null ? "GET" : "POST");
    if (!List.of("GET", "POST", "PUT").contains(method)) {
      throw refused(SMS_METHOD, method, "GET, POST or PUT");
    }
    return new Sms(url, method, headers(given.get(SMS_HEADERS)), type(given.get(SMS_TYPE)), body);
  }

  private static Body type(@Nullable String word) {
    return switch (word) {
      case null -> Body.JSON;
      case "json" -> Body.JSON;
      case "form" -> Body.FORM;
      default -> throw refused(SMS_TYPE, word, "json or form");
    };
  }

  private static Map<String, String> headers(@Nullable String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String one : text == null ? new String[0] : text.split("\\|", -1)) {
      int colon = one.indexOf(':');
      if (colon < 1 || !one.substring(0, colon).strip().matches("[A-Za-z0-9-]+")) {
        throw new CannotStart(
            "%s holds something that is no header: write Name: value, and | between two."
                .formatted(SMS_HEADERS));
      }
      headers.put(one.substring(0, colon).strip(), one.substring(colon + 1).strip());
    }
    return headers;
  }

  private static @Nullable Mail mail(Map<String, String> given) {
    String host = given.get(MAIL_HOST);
    if (host == null) {
      without(given, MAIL_KEYS, MAIL_HOST);
      return null;
    }
    String from = given.get(MAIL_FROM);
    if (from == null || !from.contains("@")) {
      throw refused(MAIL_FROM, from == null ? "" : from, "the address that mail comes from");
    }
    Security security =
        switch (given.get(MAIL_SECURITY)) {
          case null -> Security.STARTTLS;
          case "starttls" -> Security.STARTTLS;
          case "tls" -> Security.TLS;
          case "none" -> Security.NONE;
          case String word -> throw refused(MAIL_SECURITY, word, "starttls, tls or none");
        };
    int usual = security == Security.TLS ? 465 : 587;
    return new Mail(
        host,
        Settings.number(given, MAIL_PORT, usual, 1, 65_535),
        security,
        given.get(MAIL_USER),
        given.get(MAIL_PASSWORD),
        from);
  }

  private static void without(Map<String, String> given, List<String> keys, String missing) {
    for (String key : keys) {
      if (given.containsKey(key)) {
        throw new CannotStart(
            "%s is set but %s is not: add it, or remove the others.".formatted(key, missing));
      }
    }
  }

  private static boolean isWeb(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static CannotStart refused(String key, String text, String wanted) {
    return new CannotStart(
        "%s (%s) is \"%s\": it must be %s.".formatted(key, Settings.variable(key), text, wanted));
  }
}
