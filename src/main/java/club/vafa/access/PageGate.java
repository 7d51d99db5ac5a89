package club.vafa.access;

import club.vafa.api.Caller;
import club.vafa.api.RequestOrder;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.ui.Visitor;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Recognises who looks at the pages of the staff by the login in their cookie. Who has none, or one
 * that has ended, is led to the login and back.
 */
@Component
@Order(RequestOrder.GATE)
final class PageGate implements Filter {
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
    return path.equals("/console") || path.startsWith("/console/");
  }

  private Optional<Caller> caller(HttpServletRequest asked) {
    Cookie cookie = WebUtils.getCookie(asked, Access.COOKIE);
    Secret secret = cookie == null ? null : Secret.of(cookie.getValue());
    return secret == null || !secret.isSession() ? Optional.empty() : tickets.caller(secret);
  }

  private Visitor visitor(Caller caller) {
    Club club = clubs.get(caller.club());
    String person = caller.actor().replaceFirst("^staff:", "");
    return new Visitor(caller, club.name(), person, club.currency(), club.zone(), club.calendar());
  }

  /** A part of a page that is asked for cannot show the login in its place. */
  private static void toLogin(HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    String back = asked.getMethod().equals("GET") ? asked.getRequestURI() : "/console";
    if (asked.getHeader("HX-Request") != null) {
      answer.setHeader("HX-Redirect", "/login");
      answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
    answer.setHeader("Location", "/login?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }
}
