package club.vafa.api.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one handler of everything controllers and the framework throw. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
  private final Mishaps mishaps;
  private final Telling telling;

  ProblemAdvice(Mishaps mishaps, Telling telling) {
    this.mishaps = mishaps;
    this.telling = telling;
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<byte[]> answer(Exception fault, HttpServletRequest request) {
    return Mishaps.isGone(fault)
        ? null
        : telling.tell(
            mishaps.answer(fault, request.getMethod() + " " + request.getRequestURI()), request);
  }
}
