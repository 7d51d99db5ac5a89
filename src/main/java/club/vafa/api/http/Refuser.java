package club.vafa.api.http;

import club.vafa.api.Problems;
import club.vafa.kernel.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
    write(telling.tell(mishaps.answer(cause, request), asked), answer);
  }

  void refuse(Refusal refusal, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    write(telling.tell(problems.answer(refusal), asked), answer);
  }

  private static void write(ResponseEntity<byte[]> problem, HttpServletResponse answer)
      throws IOException {
    answer.setStatus(problem.getStatusCode().value());
    problem.getHeaders().forEach((name, values) -> write(name, values, answer));
    byte[] body = java.util.Objects.requireNonNull(problem.getBody());
    answer.setContentLength(body.length);
    answer.getOutputStream().write(body);
  }

  private static void write(String name, List<String> values, HttpServletResponse answer) {
    values.forEach(value -> answer.addHeader(name, value));
  }
}
