package club.vafa.api;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns outcomes into answers of the API. */
@Component
public class Answers {
  private final Problems problems;

  Answers(Problems problems) {
    this.problems = problems;
  }

  public <T> ResponseEntity<?> of(
      Outcome<T> outcome, HttpStatus status, Function<? super T, ?> body) {
    return answer(outcome, value -> ResponseEntity.status(status).body(body.apply(value)));
  }

  public <T> ResponseEntity<?> ok(Outcome<T> outcome, Function<? super T, ?> body) {
    return of(outcome, HttpStatus.OK, body);
  }

  /** 201 with the address of what was made. */
  public <T> ResponseEntity<?> created(
      Outcome<T> outcome, Function<? super T, String> path, Function<? super T, ?> body) {
    return answer(
        outcome,
        value -> ResponseEntity.created(URI.create(path.apply(value))).body(body.apply(value)));
  }

  /** 204, for what leaves nothing to say. */
  public <T> ResponseEntity<?> done(Outcome<T> outcome) {
    return answer(outcome, _ -> ResponseEntity.noContent().build());
  }

  /** What was found, or 404 with this reason. */
  public <T> ResponseEntity<?> found(
      Optional<T> found, Refusal otherwise, Function<? super T, ?> body) {
    return found.isPresent()
        ? ResponseEntity.ok(body.apply(found.get()))
        : problems.answer(otherwise);
  }

  public ResponseEntity<?> refused(List<Refusal> refusals) {
    return problems.answer(refusals);
  }

  /** What becomes of the outcome, or the problem. */
  public <T> ResponseEntity<?> answer(
      Outcome<T> outcome, Function<? super T, ResponseEntity<?>> done) {
    return switch (outcome) {
      case Done<T>(T value) -> done.apply(value);
      case Refused<T>(List<Refusal> refusals) -> problems.answer(refusals);
    };
  }
}
