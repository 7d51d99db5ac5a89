package club.vafa.api.http;

import club.vafa.api.Problems;
import club.vafa.kernel.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes problems where no controller is at hand: in filters and for requests nobody handles. */
@Component
final class Refuser {
  private final Problems problems;
  private final Mishaps mishaps;
  private final Telling telling;

  Refuser(Problems problems, Mishaps mishaps, Telling telling) {
    this.problems = problems;
    this.mishaps = mishaps;
    this.telling = telling;
  }

  void answer(Exception fault, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    Throwable cause =
        fault instanceof ServletException && fault.getCause() != null ? fault.getCause() : fault;
    if (answer.isCommitted() || Mishaps.isGone(cause)) {
      return;
    }
    answer.resetBuffer();
    String request = asked.getMethod() + " " + asked.getRequestURI();
    ResponseEntity<byte[]> problem = telling.tell(mishaps.answer(cause, request), asked);
    write(problem, problem.getBody(), answer);
  }

  void refuse(Refusal refusal, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    ResponseEntity<byte[]> problem = telling.tell(problems.answer(refusal), asked);
    write(problem, problem.getBody(), answer);
  }

  /** Writes an answer whose body is in bytes already; null when it has none. */
  static void write(ResponseEntity<?> told, byte @Nullable [] body, HttpServletResponse answer)
      throws IOException {
    answer.setStatus(told.getStatusCode().value());
    told.getHeaders().forEach((name, values) -> write(name, values, answer));
    if (body != null) {
      answer.setContentLength(body.length);
      answer.getOutputStream().write(body);
    }
  }

  private static void write(String name, List<String> values, HttpServletResponse answer) {
    values.forEach(value -> answer.addHeader(name, value));
  }
}
