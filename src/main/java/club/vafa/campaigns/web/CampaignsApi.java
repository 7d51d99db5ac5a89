package club.vafa.campaigns.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.CampaignId;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Campaigns over HTTP: draft, publish, pause, resume, end. */
@RestController
class CampaignsApi {
  private final Campaigns campaigns;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  CampaignsApi(Campaigns campaigns, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.idempotency = idempotency;
    this.campaigns = campaigns;
    this.clubs = clubs;
    this.answers = answers;
  }

  /** A campaign as the API tells it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CampaignView(
      String id,
      String code,
      String state,
      int version,
      @Nullable JsonNode draft,
      @Nullable JsonNode published,
      Instant createdAt,
      Instant updatedAt) {
    static CampaignView of(Campaign campaign) {
      return new CampaignView(
          campaign.id().toString(),
          campaign.code(),
          campaign.state().name().toLowerCase(Locale.ROOT),
          campaign.version(),
          campaign.draft(),
          campaign.published(),
          campaign.createdAt(),
          campaign.updatedAt());
    }
  }

  /**
   * How a draft is published.
   *
   * @param effectiveFrom sales from then on are judged by it, also those reported late; now when
   *     missing
   */
  public record PublishRequest(@Nullable Instant effectiveFrom) {}

  @PostMapping("/v1/campaigns")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(value = CampaignView.class, status = 201)
  @Operation(operationId = "draftCampaign", summary = "Keep a new campaign as a draft")
  ResponseEntity<?> draft(
      @RequestBody JsonNode definition, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            answers.created(
                campaigns.draft(clubs.get(caller.club()), definition),
                made -> "/v1/campaigns/" + made.id(),
                CampaignView::of));
  }

  @PutMapping("/v1/campaigns/{id}")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(CampaignView.class)
  @Operation(operationId = "redraftCampaign", summary = "Replace the draft of a campaign")
  ResponseEntity<?> redraft(
      @PathVariable("id") String id, @RequestBody JsonNode definition, Caller caller) {
    return change(id, caller, (club, known) -> campaigns.redraft(club, known, definition));
  }

  @DeleteMapping("/v1/campaigns/{id}/draft")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(CampaignView.class)
  @Operation(
      operationId = "discardCampaignDraft",
      summary = "Throw the draft of a campaign away; what is published goes on unchanged")
  ResponseEntity<?> discard(@PathVariable("id") String id, Caller caller) {
    return change(id, caller, (club, known) -> campaigns.discard(club, known, caller.actor()));
  }

  @PostMapping("/v1/campaigns/{id}/publish")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(CampaignView.class)
  @Operation(operationId = "publishCampaign", summary = "Publish the draft as a new version")
  ResponseEntity<?> publish(
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable PublishRequest request,
      Caller caller,
      HttpServletRequest http) {
    Instant from = request == null ? null : request.effectiveFrom();
    return idempotency.once(
        http,
        () ->
            change(
                id, caller, (club, known) -> campaigns.publish(club, known, from, caller.actor())));
  }

  @PostMapping("/v1/campaigns/{id}/pause")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(CampaignView.class)
  @Operation(operationId = "pauseCampaign", summary = "Pause a live campaign")
  ResponseEntity<?> pause(@PathVariable("id") String id, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            change(id, caller, (club, known) -> campaigns.pause(club.id(), known, caller.actor())));
  }

  @PostMapping("/v1/campaigns/{id}/resume")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(CampaignView.class)
  @Operation(operationId = "resumeCampaign", summary = "Resume a paused campaign")
  ResponseEntity<?> resume(@PathVariable("id") String id, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            change(
                id, caller, (club, known) -> campaigns.resume(club.id(), known, caller.actor())));
  }

  @PostMapping("/v1/campaigns/{id}/end")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(CampaignView.class)
  @Operation(operationId = "endCampaign", summary = "End a campaign for good")
  ResponseEntity<?> end(@PathVariable("id") String id, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () -> change(id, caller, (club, known) -> campaigns.end(club.id(), known, caller.actor())));
  }

  @GetMapping("/v1/campaigns/{id}")
  @Needs(Scope.CAMPAIGNS_READ)
  @Gives(CampaignView.class)
  @Operation(operationId = "getCampaign", summary = "Get a campaign")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    Optional<Campaign> found =
        CampaignId.parse(id).flatMap(known -> campaigns.find(caller.club(), known));
    return answers.found(found, Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND), CampaignView::of);
  }

  /** Campaigns by code. */
  @GetMapping("/v1/campaigns")
  @Needs(Scope.CAMPAIGNS_READ)
  @Gives(value = CampaignView.class, list = true)
  @Operation(operationId = "listCampaigns", summary = "List campaigns")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        NamedPaging.within(limit, after)
            .map(paging ->
                paging.page(
                    (code, most) -> campaigns.list(caller.club(), code, most), Campaign::code)),
        page -> page.map(CampaignView::of));
  }

  private ResponseEntity<?> change(
      String id, Caller caller, BiFunction<Club, CampaignId, Outcome<Campaign>> work) {
    Outcome<Campaign> outcome =
        CampaignId.parse(id)
            .map(known -> work.apply(clubs.get(caller.club()), known))
            .orElseGet(() -> Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND)));
    return answers.ok(outcome, CampaignView::of);
  }
}
