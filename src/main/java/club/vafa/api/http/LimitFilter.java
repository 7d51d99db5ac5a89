package club.vafa.api.http;

import club.vafa.api.ApiCode;
import club.vafa.api.Body;
import club.vafa.api.Caller;
import club.vafa.api.RequestOrder;
import club.vafa.api.http.RateLimits.Grant;
import club.vafa.kernel.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets in callers that keep to their rate, with bodies of a size that can be held. */
@Component
@Order(RequestOrder.LIMITS)
final class LimitFilter implements Filter {
  static final int LARGEST_BODY = 8 * 1024 * 1024;

  /** A table of four million letters, each written in up to nine signs; the server takes it. */
  private static final int LARGEST_TABLE = 40 * 1024 * 1024;

  private static final int LARGEST_FORM = 2 * 1024 * 1024;

  private final RateLimits rates;
  private final Refuser refuser;

  LimitFilter(RateLimits rates, Refuser refuser) {
    this.rates = rates;
    this.refuser = refuser;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!asked.getRequestURI().startsWith("/v1/")) {
      withForm(asked, answer, chain);
    } else if (isWithinRate(asked, answer)) {
      withBody(asked, answer, chain);
    }
  }

  private boolean isWithinRate(HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    if (!(asked.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
      return true;
    }
    Grant grant = rates.take(caller.id());
    answer.setHeader("RateLimit-Policy", rates.policy());
    answer.setHeader("RateLimit", grant.header());
    if (!grant.allowed()) {
      answer.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(grant.seconds()));
      refuser.refuse(
          Refusal.at("", ApiCode.TOO_MANY_REQUESTS, Map.of("seconds", grant.seconds())),
          asked,
          answer);
    }
    return grant.allowed();
  }

  /**
   * Forms are read by the server when somebody asks for their fields. Whoever is known may paste a
   * table into one; others say how long theirs is, and it is short.
   */
  private void withForm(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    String type = asked.getContentType();
    boolean form =
        type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form");
    boolean known =
        asked.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller && !caller.scopes().isEmpty();
    long length = asked.getContentLengthLong();
    int largest = known ? LARGEST_TABLE : LARGEST_FORM;
    if (form && (length > largest || (length < 0 && !known))) {
      tooLarge(largest, asked, answer);
    } else {
      chain.doFilter(asked, answer);
    }
  }

  private void tooLarge(int largest, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    answer.setHeader(HttpHeaders.CONNECTION, "close");
    refuser.refuse(
        Refusal.at("", ApiCode.BODY_TOO_LARGE, Map.of("limit", largest / 1024 / 1024)),
        asked,
        answer);
  }

  private void withBody(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    if (!mayHaveBody(asked.getMethod())) {
      chain.doFilter(asked, answer);
      return;
    }
    String type = asked.getContentType();
    if (type != null && type.indexOf('*') >= 0) {
      // A document is of one type; Spring takes a pattern for a fault of ours.
      refuser.refuse(Refusal.of(ApiCode.UNSUPPORTED_MEDIA_TYPE), asked, answer);
      return;
    }
    // Read step by step, so that a length which is only claimed takes no memory.
    int largest = largest(asked);
    long told = asked.getContentLengthLong();
    byte[] body =
        told > largest
            ? null
            : asked.getInputStream().readNBytes(told < 0 ? largest + 1 : (int) told);
    if (body == null || body.length > largest) {
      tooLarge(largest, asked, answer);
      return;
    }
    asked.setAttribute(Body.ATTRIBUTE, body);
    chain.doFilter(new WithBody(asked, body), answer);
  }

  /** Whoever is known may send a whole file of rows. */
  private static int largest(HttpServletRequest asked) {
    String type = asked.getContentType();
    boolean file = type != null && type.startsWith("text/csv");
    boolean known = asked.getAttribute(Caller.ATTRIBUTE) instanceof Caller;
    return file && known ? Body.LARGEST_FILE : LARGEST_BODY;
  }

  private static boolean mayHaveBody(String method) {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }
}
