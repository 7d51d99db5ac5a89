package club.vafa.api.http;

import club.vafa.api.Call;
import club.vafa.api.Problems;
import club.vafa.kernel.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends requests that failed outside of every handler. */
@Hidden
@RestController
class ErrorApi implements ErrorController {
  private final Problems problems;
  private final Telling telling;

  ErrorApi(Problems problems, Telling telling) {
    this.problems = problems;
    this.telling = telling;
  }

  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    AtomicReference<ResponseEntity<byte[]>> answer = new AtomicReference<>();
    Call.begin(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
        .during(() ->
            answer.set(
                telling.tell(
                    problems.answer(Refusal.of(Mishaps.code(HttpStatusCode.valueOf(status)))),
                    request)));
    return answer.get();
  }
}
