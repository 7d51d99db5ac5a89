package club.vafa.operations.demo.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.operations.demo.DemoCode;
import club.vafa.operations.demo.DemoTime;
import club.vafa.operations.demo.DemoTime.Passed;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Pushes the demo club's clock forward. Ordinary installations have no such address. */
@RestController
@Profile("demo")
class DemoApi {
  private static final Duration MOST = Duration.ofDays(366);

  private final DemoTime time;
  private final Answers answers;

  DemoApi(DemoTime time, Answers answers) {
    this.time = time;
    this.answers = answers;
  }

  /** How far: an ISO 8601 duration. */
  record ClockRequest(@Nullable String forward) {
    Outcome<Duration> read() {
      if (forward == null) {
        return Outcome.refused(Refusal.at("/forward", InputCode.REQUIRED));
      }
      try {
        Duration read = Duration.parse(forward);
        if (read.isPositive() && read.compareTo(MOST) <= 0) {
          return Outcome.done(read);
        }
      } catch (DateTimeParseException malformed) {
        // Falls through to the sentence that says what is wanted.
      }
      return Outcome.refused(
          Refusal.at("/forward", DemoCode.CLOCK_FORWARD_FORM, Map.of("limit", MOST.toDays())));
    }
  }

  @PostMapping("/v1/demo/clock")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(Passed.class)
  @Operation(operationId = "forwardDemoClock", summary = "Push the demo club's clock forward")
  ResponseEntity<?> forward(@RequestBody ClockRequest request, Caller caller) {
    return answers.ok(
        request.read().map(duration -> time.forward(caller.club(), duration)), passed -> passed);
  }
}
