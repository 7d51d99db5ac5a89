package club.vafa.earning.web;

import club.vafa.activity.Activity;
import club.vafa.activity.Event;
import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Often;
import club.vafa.api.Problems;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.EarningCode;
import club.vafa.earning.Recorded;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Custom events over HTTP. */
@RestController
class EventsApi {
  private final Earning earning;
  private final Activity activity;
  private final Clubs clubs;
  private final Views views;
  private final Answers answers;
  private final Problems problems;
  private final Clock clock;

  EventsApi(
      Earning earning,
      Activity activity,
      Clubs clubs,
      Views views,
      Answers answers,
      Problems problems,
      Clock clock) {
    this.earning = earning;
    this.activity = activity;
    this.clubs = clubs;
    this.views = views;
    this.answers = answers;
    this.problems = problems;
    this.clock = clock;
  }

  @PostMapping("/v1/events")
  @Often
  @Needs(Scope.EVENTS_WRITE)
  @Gives(value = EventView.class, status = 201)
  @Operation(operationId = "recordEvent", summary = "Record an event")
  ResponseEntity<?> record(
      @RequestBody EventRequest request, HttpServletRequest http, Caller caller) {
    Club club = clubs.get(caller.club());
    Outcome<Recorded<Event>> outcome =
        request
            .read(activity.eventTypes(club.id()), clock.instant(), Idempotency.key(http))
            .then(event -> earning.event(club.id(), event));
    return answers.answer(
        outcome,
        recorded -> PurchasesApi.created(recorded.replayed()).body(views.event(club, recorded)));
  }

  @GetMapping("/v1/events/{id}")
  @Needs(Scope.PURCHASES_READ)
  @Gives(EventView.class)
  @Operation(operationId = "getEvent", summary = "Get an event")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    Club club = clubs.get(caller.club());
    Optional<Event> event =
        TypeId.parse(Event.PREFIX, id).flatMap(found -> activity.event(club.id(), found));
    return event.isPresent()
        ? ResponseEntity.ok(views.event(club, earning.again(club.id(), event.get())))
        : problems.answer(Refusal.of(EarningCode.EVENT_NOT_FOUND));
  }
}
