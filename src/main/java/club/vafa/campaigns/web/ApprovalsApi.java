package club.vafa.campaigns.web;

import club.vafa.api.Answers;
import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.campaigns.Approval;
import club.vafa.campaigns.ApprovalId;
import club.vafa.campaigns.CampaignId;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.NewApproval;
import club.vafa.campaigns.SafetyForm;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The second person over HTTP: asked, approving, rejecting. */
@RestController
class ApprovalsApi {
  private static final int LONGEST_NOTE = 500;

  private final Campaigns campaigns;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  ApprovalsApi(Campaigns campaigns, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.campaigns = campaigns;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** What was asked for and what the second person said: pending, approved or rejected. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ApprovalView(
      String id,
      String action,
      String state,
      @Nullable String campaign,
      @Nullable JsonNode definition,
      @Nullable Instant effectiveFrom,
      @Nullable SafetyView safety,
      @Nullable String note,
      String requestedBy,
      Instant requestedAt,
      @Nullable String answeredBy,
      @Nullable Instant answeredAt,
      @Nullable String reason) {
    static ApprovalView of(Approval approval) {
      Approval.Answer answer = approval.answer();
      CampaignId campaign = approval.campaign();
      String answered = answer != null && answer.approved() ? "approved" : "rejected";
      return new ApprovalView(
          approval.id().toString(),
          approval.action().name().toLowerCase(Locale.ROOT),
          answer == null ? "pending" : answered,
          campaign == null ? null : campaign.toString(),
          approval.definition(),
          approval.effectiveFrom(),
          approval.safety() == null ? null : SafetyView.of(approval.safety()),
          approval.note(),
          approval.requestedBy(),
          approval.requestedAt(),
          answer == null ? null : answer.by(),
          answer == null ? null : answer.at(),
          answer == null ? null : answer.reason());
    }
  }

  /** What to ask for: publish or resume with a campaign, or safety with what to lay down. */
  public record ApprovalRequest(
      @Nullable String action,
      @Nullable String campaign,
      @Nullable Instant effectiveFrom,
      @Nullable SafetyForm safety,
      @Nullable String note) {

    Outcome<NewApproval> read(String actor) {
      Input input = new Input();
      String wanted = input.text("/action", action, LONGEST_NOTE);
      String said = input.optionalText("/note", note, LONGEST_NOTE);
      if (input.faulty()) {
        return Outcome.refused(input.refusals());
      }
      return switch (wanted) {
        case "publish" ->
            wanted().map(id -> new NewApproval.Publish(id, effectiveFrom, said, actor));
        case "resume" -> wanted().map(id -> new NewApproval.Resume(id, said, actor));
        case "safety" ->
            safety == null
                ? Outcome.refused(Refusal.at("/safety", InputCode.REQUIRED))
                : safety.read("/safety").map(one -> new NewApproval.LayDown(one, said, actor));
        default ->
            Outcome.refused(
                Refusal.at(
                    "/action",
                    InputCode.UNKNOWN_VALUE,
                    Map.of(
                        "value", Input.shortened(wanted), "allowed", "publish, resume, safety")));
      };
    }

    private Outcome<CampaignId> wanted() {
      return campaign == null
          ? Outcome.refused(Refusal.at("/campaign", InputCode.REQUIRED))
          : CampaignId.parse(campaign)
              .map(Outcome::done)
              .orElseGet(() -> Outcome.refused(Refusal.at("/campaign", InputCode.NOT_AN_ID)));
    }
  }

  /** Why something was rejected. */
  public record RejectRequest(@Nullable String reason) {}

  @PostMapping("/v1/approvals")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Gives(value = ApprovalView.class, status = 201)
  @Operation(operationId = "askForApproval", summary = "Ask a second person to approve something")
  ResponseEntity<?> ask(
      @RequestBody ApprovalRequest request, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            answers.created(
                request.read(caller.actor()).then(wanted -> campaigns.ask(caller.club(), wanted)),
                made -> "/v1/approvals/" + made.id(),
                ApprovalView::of));
  }

  @PostMapping("/v1/approvals/{id}/approve")
  @Needs(Scope.CAMPAIGNS_APPROVE)
  @Gives(ApprovalView.class)
  @Operation(operationId = "approve", summary = "Approve what somebody else asked for")
  ResponseEntity<?> approve(@PathVariable("id") String id, Caller caller, HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            may(caller, id)
                ? answer(
                    id, known -> campaigns.approve(clubs.get(caller.club()), known, caller.actor()))
                : answers.refused(
                    List.of(
                        Refusal.at(
                            "",
                            ApiCode.SCOPE_MISSING,
                            Map.of("scope", Scope.PROGRAM_PUBLISH.text())))));
  }

  /** Whoever approves a whole program could publish it. */
  private boolean may(Caller caller, String id) {
    return caller.may(Scope.PROGRAM_PUBLISH)
        || ApprovalId.parse(id)
            .flatMap(known -> campaigns.approval(caller.club(), known))
            .filter(approval -> approval.action() == Approval.Action.PROGRAM)
            .isEmpty();
  }

  @PostMapping("/v1/approvals/{id}/reject")
  @Needs(Scope.CAMPAIGNS_APPROVE)
  @Gives(ApprovalView.class)
  @Operation(operationId = "reject", summary = "Reject what was asked for, or take it back")
  ResponseEntity<?> reject(
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable RejectRequest request,
      Caller caller,
      HttpServletRequest http) {
    Input input = new Input();
    String reason =
        request == null ? null : input.optionalText("/reason", request.reason(), LONGEST_NOTE);
    return idempotency.once(
        http,
        () ->
            input.faulty()
                ? answers.refused(input.refusals())
                : answer(
                    id, known -> campaigns.reject(caller.club(), known, reason, caller.actor())));
  }

  @GetMapping("/v1/approvals/{id}")
  @Needs(Scope.CAMPAIGNS_READ)
  @Gives(ApprovalView.class)
  @Operation(operationId = "getApproval", summary = "Get what a second person was asked")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    Optional<Approval> found =
        ApprovalId.parse(id).flatMap(known -> campaigns.approval(caller.club(), known));
    return answers.found(found, Refusal.of(CampaignsCode.APPROVAL_NOT_FOUND), ApprovalView::of);
  }

  /** The latest first. */
  @GetMapping("/v1/approvals")
  @Needs(Scope.CAMPAIGNS_READ)
  @Gives(value = ApprovalView.class, list = true)
  @Operation(operationId = "listApprovals", summary = "What a second person was asked")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (start, most) -> campaigns.approvals(caller.club(), start, most),
                    approval -> approval.id().value())),
        page -> page.map(ApprovalView::of));
  }

  private ResponseEntity<?> answer(String id, Function<ApprovalId, Outcome<Approval>> work) {
    return answers.ok(
        ApprovalId.parse(id)
            .map(work)
            .orElseGet(() -> Outcome.refused(Refusal.of(CampaignsCode.APPROVAL_NOT_FOUND))),
        ApprovalView::of);
  }
}
