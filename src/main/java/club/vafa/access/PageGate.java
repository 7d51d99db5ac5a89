package club.vafa.access;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.RequestOrder;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Visitor;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Recognises who looks at the pages of the staff by the login in their cookie. Who has none, or one
 * that has ended, is led to the login and back.
 */
@Component
@Order(RequestOrder.GATE)
final class PageGate implements Filter {
  private static final List<String> STAFF = List.of("/console", "/till");

  private final Tickets tickets;
  private final Clubs clubs;

  PageGate(Tickets tickets, Clubs clubs) {
    this.tickets = tickets;
    this.clubs = clubs;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!isForStaff(asked.getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Caller> caller = caller(asked);
    if (caller.isEmpty()) {
      toLogin(asked, (HttpServletResponse) response);
      return;
    }
    asked.setAttribute(Caller.ATTRIBUTE, caller.get());
    Passage.within(
        caller.get().club(),
        () -> {
          asked.setAttribute(Visitor.ATTRIBUTE, visitor(caller.get()));
          chain.doFilter(request, response);
        });
  }

  private static boolean isForStaff(String path) {
    return STAFF.stream().anyMatch(face -> path.equals(face) || path.startsWith(face + "/"));
  }

  private Optional<Caller> caller(HttpServletRequest asked) {
    Secret secret = Secret.ofCookie(WebUtils.getCookie(asked, Access.COOKIE));
    return secret == null ? Optional.empty() : tickets.caller(secret);
  }

  private Visitor visitor(Caller caller) {
    Club club = clubs.get(caller.club());
    String person = caller.actor().replaceFirst("^staff:", "");
    return new Visitor(
        caller,
        club.name(),
        person,
        club.currency(),
        club.zone(),
        club.calendar(),
        club.dress(),
        club.look().toman());
  }

  /** What a script of a page asks for cannot show the login in its place. */
  private static void toLogin(HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    String accepts = asked.getHeader(HttpHeaders.ACCEPT);
    if (accepts != null && accepts.contains(MediaType.APPLICATION_JSON_VALUE)) {
      throw new InputRefused(List.of(Refusal.of(ApiCode.UNAUTHENTICATED)));
    }
    if (asked.getHeader("HX-Request") != null) {
      answer.setHeader("HX-Redirect", "/login");
      answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String back = asked.getMethod().equals("GET") ? asked.getRequestURI() : "/console";
    answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
    answer.setHeader("Location", "/login?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }
}
