package club.vafa.api;

import club.vafa.api.Problem.Fault;
import club.vafa.kernel.Language;
import club.vafa.kernel.ProblemCode.Kind;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells refusals as problems, in the language of the call. */
@Component
public class Problems {
  private static final int MOST_FAULTS = 100;
  private static final MediaType MEDIA_TYPE = MediaType.valueOf(Problem.MEDIA_TYPE);

  private final Sentences sentences;

  Problems(Sentences sentences) {
    this.sentences = sentences;
  }

  /** Without Spring, for what Tomcat makes itself. */
  public static Problems of(Sentences sentences) {
    return new Problems(sentences);
  }

  public Problem of(Refusal refusal) {
    return of(List.of(refusal));
  }

  /** The problem of a refusal; its status and code are those of the first reason. */
  public Problem of(List<Refusal> refusals) {
    Call call = Call.current();
    Refusal first = refusals.getFirst();
    Kind kind = first.code().kind();
    boolean placed =
        refusals.size() > 1 || !first.pointer().isEmpty() || place(first, "line") != null;
    return new Problem(
        "urn:vafa:problem:" + first.code().code(),
        sentences.text(call.language(), "title." + kind.name().toLowerCase(Locale.ROOT), Map.of()),
        kind.status(),
        sentences.text(call.language(), first),
        first.code().code(),
        call.traceId(),
        placed ? faults(call.language(), refusals) : null);
  }

  private List<Fault> faults(Language language, List<Refusal> refusals) {
    return refusals.stream()
        .limit(MOST_FAULTS)
        .map(refusal ->
            new Fault(
                refusal.pointer(),
                refusal.code().code(),
                sentences.text(language, refusal),
                place(refusal, "line"),
                place(refusal, "column")))
        .toList();
  }

  private static @Nullable Integer place(Refusal refusal, String name) {
    return refusal.args().get(name) instanceof Integer place ? place : null;
  }

  public ResponseEntity<Problem> answer(Refusal refusal) {
    return answer(List.of(refusal));
  }

  public ResponseEntity<Problem> answer(List<Refusal> refusals) {
    Problem problem = of(refusals);
    Object wait = refusals.getFirst().args().get("seconds");
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status());
    if (refusals.getFirst().code().kind() == Kind.TOO_MANY && wait != null) {
      answer.header(HttpHeaders.RETRY_AFTER, wait.toString());
    }
    return answer
        .contentType(MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, Call.current().language().code())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(problem);
  }
}
