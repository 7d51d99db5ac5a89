package club.vafa.memberships.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.memberships.MembershipCode;
import club.vafa.memberships.Plan;
import club.vafa.memberships.PlanForm;
import club.vafa.memberships.PlanId;
import club.vafa.memberships.Plans;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plans over HTTP: drafted, published, changed, ended. */
@RestController
@Tag(name = "Membership plans")
class PlansApi {
  private final Plans plans;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  PlansApi(Plans plans, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.plans = plans;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @PostMapping("/v1/membership-plans")
  @Needs(Scope.PLANS_WRITE)
  @Gives(value = PlanView.class, status = 201)
  @Operation(operationId = "draftPlan", summary = "Keep a new plan as a draft")
  ResponseEntity<?> draft(Caller caller, @RequestBody PlanForm in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.created(
                in.read(club).then(terms -> plans.draft(club.id(), in.codeOrNothing(), terms)),
                made -> "/v1/membership-plans/" + made.id(),
                made -> PlanView.of(club, made)));
  }

  @PutMapping("/v1/membership-plans/{id}")
  @Needs(Scope.PLANS_WRITE)
  @Gives(PlanView.class)
  @Operation(
      operationId = "changePlan",
      summary = "Change a plan",
      description =
          "Of a live plan it holds for periods that begin from now on; who has paid keeps what was"
              + " paid for.")
  ResponseEntity<?> change(Caller caller, @PathVariable String id, @RequestBody PlanForm in) {
    Club club = clubs.get(caller.club());
    return answer(
        club,
        id,
        known ->
            in.read(club)
                .then(terms ->
                    plans.change(
                        club.id(),
                        new Plans.Wanted(known, in.codeOrNothing(), terms),
                        caller.actor())));
  }

  @PostMapping("/v1/membership-plans/{id}/publish")
  @Needs(Scope.PLANS_WRITE)
  @Gives(PlanView.class)
  @Operation(operationId = "publishPlan", summary = "Open a plan for joining")
  ResponseEntity<?> publish(Caller caller, @PathVariable String id, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request, () -> answer(club, id, known -> plans.publish(club.id(), known, caller.actor())));
  }

  @PostMapping("/v1/membership-plans/{id}/end")
  @Needs(Scope.PLANS_WRITE)
  @Gives(PlanView.class)
  @Operation(
      operationId = "endPlan",
      summary = "End a plan",
      description = "Nobody joins any more, and memberships end with their period.")
  ResponseEntity<?> end(Caller caller, @PathVariable String id, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(request, () -> answer(club, id, known -> plans.end(club.id(), known)));
  }

  @GetMapping("/v1/membership-plans/{id}")
  @Needs(Scope.PLANS_READ)
  @Gives(PlanView.class)
  @Operation(operationId = "getPlan", summary = "Get a plan")
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return answers.found(
        PlanId.parse(id).flatMap(known -> plans.find(caller.club(), known)),
        Refusal.of(MembershipCode.PLAN_NOT_FOUND),
        plan -> PlanView.of(clubs.get(caller.club()), plan));
  }

  /** Plans by code. */
  @GetMapping("/v1/membership-plans")
  @Needs(Scope.PLANS_READ)
  @Gives(value = PlanView.class, list = true)
  @Operation(operationId = "listPlans", summary = "List plans by code")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        NamedPaging.read(limit, after)
            .map(paging ->
                paging.page((code, most) -> plans.list(club.id(), code, most), Plan::code)),
        page -> page.map(plan -> PlanView.of(club, plan)));
  }

  private ResponseEntity<?> answer(Club club, String id, Function<PlanId, Outcome<Plan>> work) {
    Outcome<Plan> outcome =
        PlanId.parse(id)
            .map(work)
            .orElseGet(() -> Outcome.refused(Refusal.of(MembershipCode.PLAN_NOT_FOUND)));
    return answers.ok(outcome, plan -> PlanView.of(club, plan));
  }
}
