package club.vafa.portal;

import club.vafa.access.Passage;
import club.vafa.api.Caller;
import club.vafa.api.RequestOrder;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.portal.SessionStore.Session;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Recognises members by the login in their cookie and lets them see their own pages alone. Whoever
 * has none is led to the door of the club they were last seen at.
 */
@Component
@Order(RequestOrder.GATE)
final class MemberGate implements Filter {
  private static final Duration WRITTEN_EVERY = Duration.ofHours(1);

  private final SessionStore sessions;
  private final Members members;
  private final Clubs clubs;
  private final Clock clock;

  MemberGate(SessionStore sessions, Members members, Clubs clubs, Clock clock) {
    this.sessions = sessions;
    this.members = members;
    this.clubs = clubs;
    this.clock = clock;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!isForMembers(asked.getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Guest> guest = guest(asked);
    if (guest.isEmpty()) {
      HttpServletResponse answer = (HttpServletResponse) response;
      answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
      answer.setHeader("Location", door(asked));
      return;
    }
    Guest one = guest.get();
    asked.setAttribute(Guest.ATTRIBUTE, one);
    Passage.within(
        one.club(),
        () -> {
          Caller caller = new Caller(one.club(), one.session(), one.actor(), Set.of(), null);
          asked.setAttribute(Caller.ATTRIBUTE, caller);
          asked.setAttribute(Visitor.ATTRIBUTE, visitor(caller));
          chain.doFilter(request, response);
        });
  }

  private static boolean isForMembers(String path) {
    return path.equals("/me") || path.startsWith("/me/");
  }

  private Optional<Guest> guest(HttpServletRequest asked) {
    Cookie cookie = WebUtils.getCookie(asked, Portal.COOKIE);
    if (cookie == null || !Token.isOne(cookie.getValue())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return ClubScope.callInstallation(() -> sessions.byHash(Token.hash(cookie.getValue())))
        .filter(session -> session.seen().plus(Portal.SESSION).isAfter(now))
        .filter(session -> ClubScope.call(session.guest().club(), () -> isIn(session, now)))
        .map(Session::guest);
  }

  private boolean isIn(Session session, Instant now) {
    Guest guest = session.guest();
    MemberId id = guest.member();
    MemberRow row = members.look(guest.club(), List.of(id)).get(id);
    if (!Portal.maySee(row)) {
      return false;
    }
    if (session.seen().plus(WRITTEN_EVERY).isBefore(now)) {
      sessions.seen(guest, now);
    }
    return true;
  }

  private Visitor visitor(Caller caller) {
    Club club = clubs.get(caller.club());
    return new Visitor(
        caller,
        club.name(),
        "",
        club.currency(),
        club.zone(),
        club.calendar(),
        club.dress(),
        club.look().toman());
  }

  /** Where to log in: at the club the link names, else at the one this browser knows. */
  private static String door(HttpServletRequest asked) {
    Cookie known = WebUtils.getCookie(asked, Portal.CLUB);
    String club =
        Objects.requireNonNullElse(
            asked.getParameter("club"), known == null ? "" : known.getValue());
    return club.matches("[a-z0-9][a-z0-9-]{0,39}") ? "/club/" + club + "/join" : "/";
  }
}
