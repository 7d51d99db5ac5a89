package club.vafa.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where a browser's request was sent from: one of our pages, or another site. */
public final class Origin {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private Origin() {}

  /** Whether it may act for whoever is logged in: other sites may ask, yet change nothing. */
  public static boolean isTrusted(HttpServletRequest asked) {
    return READING.contains(asked.getMethod()) || isOurs(asked);
  }

  /** Browsers say where a request was sent from; older ones by its origin only. */
  private static boolean isOurs(HttpServletRequest asked) {
    String site = asked.getHeader("Sec-Fetch-Site");
    return site == null
        ? isOurs(asked.getHeader(HttpHeaders.ORIGIN), asked.getHeader(HttpHeaders.HOST))
        : site.equals("same-origin");
  }

  private static boolean isOurs(@Nullable String origin, @Nullable String host) {
    try {
      return origin != null && host != null && host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
