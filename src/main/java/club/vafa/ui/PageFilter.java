package club.vafa.ui;

import club.vafa.api.ApiCode;
import club.vafa.api.InputRefused;
import club.vafa.api.Origin;
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
import java.util.List;
import org.springframework.core.annotation.Order;
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
      if (!Origin.isTrusted(asked)) {
        throw new InputRefused(List.of(Refusal.of(ApiCode.OTHER_SITE)));
      }
    }
    chain.doFilter(request, response);
  }
}
