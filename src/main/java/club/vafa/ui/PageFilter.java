package club.vafa.ui;

import club.vafa.api.ApiCode;
import club.vafa.api.InputRefused;
import club.vafa.api.RequestOrder;
import club.vafa.kernel.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What keeps pages safe, whatever is on them: browsers run no script and load no file that is not
 * ours, show us in nobody's frame, and forms of other sites change nothing here.
 */
@Component
@Order(RequestOrder.PAGES)
final class PageFilter implements Filter {
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!asked.getRequestURI().startsWith("/v1/")) {
      HttpServletResponse answer = (HttpServletResponse) response;
      answer.setHeader("Content-Security-Policy", POLICY);
      answer.setHeader("X-Content-Type-Options", "nosniff");
      answer.setHeader("Referrer-Policy", "same-origin");
      answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      if (!READING.contains(asked.getMethod()) && !isOurs(asked)) {
        throw new InputRefused(List.of(Refusal.of(ApiCode.OTHER_SITE)));
      }
    }
    chain.doFilter(request, response);
  }

  /** Browsers say where a form was sent from; older ones by its origin only. */
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
