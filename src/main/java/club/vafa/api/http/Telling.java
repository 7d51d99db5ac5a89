package club.vafa.api.http;

import club.vafa.api.Json;
import club.vafa.api.Problem;
import club.vafa.api.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells problems to whoever asked: programs get JSON, people who look at pages a page. */
@Component
final class Telling {
  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final ObjectProvider<ProblemPages> pages;
  private final Json json;

  Telling(ObjectProvider<ProblemPages> pages, Json json) {
    this.pages = pages;
    this.json = json;
  }

  ResponseEntity<byte[]> tell(ResponseEntity<Problem> answer, HttpServletRequest request) {
    Problem problem = Objects.requireNonNull(answer.getBody());
    ProblemPages drawing = isForPeople(request) ? pages.getIfAvailable() : null;
    ResponseEntity.BodyBuilder told =
        ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders());
    return drawing == null
        ? told.body(json.bytes(problem))
        : told.contentType(HTML).body(drawing.draw(problem, request));
  }

  private static boolean isForPeople(HttpServletRequest request) {
    String accepts = request.getHeader(HttpHeaders.ACCEPT);
    return !request.getRequestURI().startsWith("/v1/")
        && accepts != null
        && accepts.contains(MediaType.TEXT_HTML_VALUE);
  }
}
