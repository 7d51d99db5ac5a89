package club.vafa.api.http;

import club.vafa.api.Call;
import club.vafa.api.Json;
import club.vafa.api.Problem;
import club.vafa.api.Problems;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** Tells what Tomcat itself refuses as a problem instead of a page. Made by Tomcat. */
public final class ProblemValve extends ErrorReportValve {
  private final Problems problems = Problems.of(new Sentences());
  private final Json json = new Json();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Call.begin(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
        .during(() -> write(status, response));
  }

  private void write(int status, Response response) {
    Problem problem = problems.of(Refusal.of(Mishaps.code(HttpStatusCode.valueOf(status))));
    try {
      response.setContentType(Problem.MEDIA_TYPE);
      response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Call.current().language().code());
      response.getReporter();
      response.getOutputStream().write(json.bytes(problem));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      getContainer().getLogger().debug("nobody to answer", gone);
    }
  }
}
