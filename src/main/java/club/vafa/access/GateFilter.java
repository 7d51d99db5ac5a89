package club.vafa.access;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Recognises the caller of every request to the API, and lets the rest of it see that caller's club
 * alone. Only logging in and the description of the API are open to all.
 */
@Component
@Order(RequestOrder.GATE)
final class GateFilter implements Filter {
  private final Tickets tickets;

  GateFilter(Tickets tickets) {
    this.tickets = tickets;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (isOpen(asked)) {
      chain.doFilter(request, response);
      return;
    }
    Secret secret = secret(asked);
    Optional<Caller> caller = secret == null ? Optional.empty() : tickets.caller(secret);
    if (caller.isEmpty()) {
      ((HttpServletResponse) response)
          .setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"vafa\"");
      throw new InputRefused(List.of(Refusal.of(ApiCode.UNAUTHENTICATED)));
    }
    asked.setAttribute(Caller.ATTRIBUTE, caller.get());
    Passage.within(caller.get().club(), () -> chain.doFilter(request, response));
  }

  /** Programs name their key; our own pages come with the cookie of the login. */
  private static @Nullable Secret secret(HttpServletRequest asked) {
    String header = asked.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      return Secret.ofHeader(header);
    }
    return Origin.isTrusted(asked)
        ? Secret.ofCookie(WebUtils.getCookie(asked, Access.COOKIE))
        : null;
  }

  private static boolean isOpen(HttpServletRequest asked) {
    String path = asked.getRequestURI();
    return !path.startsWith("/v1/")
        || path.equals("/v1/openapi.json")
        || (path.equals("/v1/sessions") && asked.getMethod().equals("POST"));
  }
}
