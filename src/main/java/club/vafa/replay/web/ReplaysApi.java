package club.vafa.replay.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.campaigns.CampaignId;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.replay.NewReplay;
import club.vafa.replay.Replay;
import club.vafa.replay.ReplayCode;
import club.vafa.replay.ReplayId;
import club.vafa.replay.Replays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replays over HTTP: ordered, watched, cancelled, begun again, forgotten. */
@RestController
@Tag(name = "Replays")
class ReplaysApi {
  private static final ReplayRequest NOTHING =
      new ReplayRequest(null, null, null, null, null, null, null, null, null, null, null, null);

  private final Replays replays;
  private final Campaigns campaigns;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;
  private final Clock clock;

  ReplaysApi(
      Replays replays,
      Campaigns campaigns,
      Clubs clubs,
      Answers answers,
      Idempotency idempotency,
      Clock clock) {
    this.replays = replays;
    this.campaigns = campaigns;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @PostMapping("/v1/replays")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(value = ReplayView.class, status = 201)
  @Operation(
      operationId = "replayProgram",
      summary = "Try a program on the club's past",
      description =
          "Lives through past purchases and returns under the live program with the changes asked"
              + " for, beside the live program as it is. Nothing in the books changes. It runs in"
              + " the background.")
  ResponseEntity<?> ask(
      @RequestBody ReplayRequest request, Caller caller, HttpServletRequest http) {
    return idempotency.once(http, () -> asked(request.read(), caller));
  }

  @PostMapping("/v1/campaigns/{id}/replay")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(value = ReplayView.class, status = 201)
  @Operation(
      operationId = "replayCampaign",
      summary = "Try the draft of a campaign on the club's past",
      description =
          "The draft takes the place of what is live; without a draft, what is published.")
  ResponseEntity<?> replay(
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable ReplayRequest request,
      Caller caller,
      HttpServletRequest http) {
    ReplayRequest wanted = request == null ? NOTHING : request;
    return idempotency.once(
        http,
        () ->
            asked(
                CampaignId.parse(id)
                    .flatMap(known -> campaigns.find(caller.club(), known))
                    .map(campaign -> wanted.read().map(read -> read.with(campaign.code())))
                    .orElseGet(() -> Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND))),
                caller));
  }

  private ResponseEntity<?> asked(Outcome<NewReplay> read, Caller caller) {
    return answers.created(
        read.then(wanted -> replays.ask(clubs.get(caller.club()), wanted, caller.actor())),
        made -> "/v1/replays/" + made.id(),
        this::view);
  }

  @GetMapping("/v1/replays/{id}")
  @Needs(Scope.CAMPAIGNS_READ)
  @Gives(ReplayView.class)
  @Operation(operationId = "getReplay", summary = "Get a replay, and its result once it is done")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    return answers.found(
        ReplayId.parse(id).flatMap(known -> replays.find(caller.club(), known)),
        Refusal.of(ReplayCode.REPLAY_NOT_FOUND),
        this::view);
  }

  @GetMapping("/v1/replays")
  @Needs(Scope.CAMPAIGNS_READ)
  @Gives(value = ReplayView.class, list = true)
  @Operation(operationId = "listReplays", summary = "List replays, newest first")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (start, most) -> replays.list(caller.club(), start, most),
                    one -> one.id().value())),
        page -> page.map(this::view));
  }

  @PostMapping("/v1/replays/{id}/cancel")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(ReplayView.class)
  @Operation(operationId = "cancelReplay", summary = "Stop a replay that waits or runs")
  ResponseEntity<?> cancel(@PathVariable("id") String id, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () -> answers.ok(known(id, replay -> replays.cancel(caller.club(), replay)), this::view));
  }

  @PostMapping("/v1/replays/{id}/restart")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(ReplayView.class)
  @Operation(
      operationId = "restartReplay",
      summary = "Begin a replay that is over from the start",
      description = "With the live program and the past as they are now.")
  ResponseEntity<?> restart(@PathVariable("id") String id, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            answers.ok(
                known(id, replay -> replays.again(clubs.get(caller.club()), replay)), this::view));
  }

  @DeleteMapping("/v1/replays/{id}")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(value = Void.class, status = 204)
  @Operation(operationId = "deleteReplay", summary = "Forget a replay that is over")
  ResponseEntity<?> delete(@PathVariable("id") String id, Caller caller) {
    return answers.done(known(id, replay -> replays.delete(caller.club(), replay)));
  }

  private static <T> Outcome<T> known(String id, Function<ReplayId, Outcome<T>> work) {
    return ReplayId.parse(id)
        .map(work)
        .orElseGet(() -> Outcome.refused(Refusal.of(ReplayCode.REPLAY_NOT_FOUND)));
  }

  private ReplayView view(Replay replay) {
    return ReplayView.of(replay, clock.instant());
  }
}
