package club.vafa.api.http;

import club.vafa.api.Call;
import club.vafa.api.RequestOrder;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The outermost filter: begins the call, and answers whatever the inner ones let fall. */
@Component
@Order(RequestOrder.DOOR)
final class DoorFilter implements Filter {
  private final Refuser refuser;

  DoorFilter(Refuser refuser) {
    this.refuser = refuser;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Call call =
        Call.begin(asked.getHeader("traceparent"), asked.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    call.<IOException>during(() -> pass(asked, answer, chain));
  }

  private void pass(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(asked, answer);
    } catch (IOException | ServletException | RuntimeException fault) {
      refuser.answer(fault, asked, answer);
    }
  }
}
