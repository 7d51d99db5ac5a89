package club.vafa.acts;

import club.vafa.acts.Kinds.Kind;
import club.vafa.kernel.MemberId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What a request says of the act it is: what it is done to, and the few words of its body that tell
 * one act from another. Names and numbers of members are none of them, as acts are never erased.
 *
 * @param path the parts of its address by name
 * @param words fields of its form or document by their names there
 */
record Said(String address, Map<String, String> path, Map<String, String> words) {
  private static final int LONGEST = 200;
  private static final Set<String> KEPT =
      Set.of(
          "name",
          "names/en",
          "names/fa",
          "names/ar",
          "code",
          "login",
          "role",
          "reason",
          "unit",
          "amount",
          "color",
          "count",
          "into",
          "tier",
          "set",
          "language",
          "state");
  private static final Set<String> KEPT_OF_MEMBERS =
      Set.of("reason", "unit", "amount", "into", "tier", "set");
  private static final Set<String> PERSONAL = Set.of("member", "household", "card", "credit");

  @SuppressWarnings("unchecked")
  static Said of(HttpServletRequest request) {
    Map<String, String> path =
        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> found
            ? (Map<String, String>) found
            : Map.of();
    return new Said(request.getRequestURI(), path, Words.of(request));
  }

  String verb(Kind kind) {
    String typed = path.getOrDefault(kind.field(), words.getOrDefault(kind.field(), ""));
    String verb = kind.verbs().get(typed);
    return verb == null
        ? kind.verbs().getOrDefault("*", kind.verbs().values().iterator().next())
        : verb;
  }

  @Nullable String subject() {
    for (String name : new String[] {"id", "code", "name", "number", "set"}) {
      if (path.containsKey(name)) {
        return shortened(path.get(name));
      }
    }
    return null;
  }

  @Nullable MemberId member() {
    return path.values().stream()
        .filter(value -> value.startsWith("mbr_"))
        .findFirst()
        .or(() -> Optional.ofNullable(words.get("member")))
        .flatMap(MemberId::parse)
        .orElse(null);
  }

  Map<String, String> details(String subject) {
    Set<String> kept = PERSONAL.contains(subject) ? KEPT_OF_MEMBERS : KEPT;
    Map<String, String> details = new TreeMap<>();
    words.forEach((name, value) -> {
      if (kept.contains(name) && !value.isBlank() && !isPersonal(name, value)) {
        details.put(name, shortened(value.strip()));
      }
    });
    return details;
  }

  /** The other of two members may be named by a telephone or an address. */
  private static boolean isPersonal(String name, String value) {
    return name.equals("into") && MemberId.parse(value.strip()).isEmpty();
  }

  /** What was made, by the last part of where it is now. */
  static @Nullable String made(HttpServletResponse response) {
    String location = response.getHeader("Location");
    if (location == null) {
      return null;
    }
    String last = location.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    return last.matches("[a-z]{3}_[0-9a-zA-Z]+|[a-z0-9][a-z0-9_-]{0,39}")
            && response.getStatus() == 201
        ? last
        : last.matches("[a-z]{3}_[0-9a-zA-Z]+") ? last : null;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
