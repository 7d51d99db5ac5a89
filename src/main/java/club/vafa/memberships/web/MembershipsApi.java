package club.vafa.memberships.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.memberships.Membership;
import club.vafa.memberships.MembershipCode;
import club.vafa.memberships.MembershipId;
import club.vafa.memberships.Memberships;
import club.vafa.memberships.Memberships.Joining;
import club.vafa.memberships.NewUse;
import club.vafa.memberships.Payment;
import club.vafa.memberships.web.Requests.Cancellation;
import club.vafa.memberships.web.Requests.FeeRequest;
import club.vafa.memberships.web.Requests.JoinRequest;
import club.vafa.memberships.web.Requests.PauseRequest;
import club.vafa.memberships.web.Requests.UseRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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

/** Memberships over HTTP: joined, paid, paused, cancelled, used. */
@RestController
@Tag(name = "Memberships")
class MembershipsApi {
  private final Memberships memberships;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  MembershipsApi(Memberships memberships, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.memberships = memberships;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @PostMapping("/v1/memberships")
  @Needs(Scope.MEMBERSHIPS_WRITE)
  @Gives(value = MembershipView.class, status = 201)
  @Operation(
      operationId = "joinPlan",
      summary = "Have a member join a plan",
      description =
          "With a payment the first period begins at once. Without one the trial begins, when the"
              + " plan has one and the member had none, else the first fee is awaited.")
  ResponseEntity<?> join(Caller caller, @RequestBody JoinRequest in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.created(
                in.read(caller.actor()).then((Joining joining) -> memberships.join(club, joining)),
                one -> "/v1/memberships/" + one.id(),
                one -> view(club, one)));
  }

  @GetMapping("/v1/memberships/{id}")
  @Needs(Scope.MEMBERSHIPS_READ)
  @Gives(MembershipView.class)
  @Operation(operationId = "getMembership", summary = "Get a membership")
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return answers.ok(found(caller, id), one -> view(clubs.get(caller.club()), one));
  }

  @GetMapping("/v1/memberships")
  @Needs(Scope.MEMBERSHIPS_READ)
  @Gives(value = MembershipView.class, list = true)
  @Operation(operationId = "listMemberships", summary = "List memberships, or those of a member")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String member,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    Optional<MemberId> of = member == null ? Optional.empty() : MemberId.parse(member);
    boolean nobody = member != null && of.isEmpty();
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (start, most) ->
                        nobody
                            ? List.<Membership>of()
                            : memberships.list(club.id(), of.orElse(null), start, most),
                    one -> one.id().value())),
        page -> page.map(one -> view(club, one)));
  }

  @PostMapping("/v1/memberships/{id}/payments")
  @Needs(Scope.MEMBERSHIPS_WRITE)
  @Gives(MembershipView.class)
  @Operation(
      operationId = "recordMembershipPayment",
      summary = "Record a payment, or that one failed",
      description =
          "A payment counts once for its paidBy and reference, however often it is reported.")
  ResponseEntity<?> pay(
      Caller caller,
      @PathVariable String id,
      @RequestBody FeeRequest in,
      HttpServletRequest request) {
    return about(
        caller,
        request,
        id,
        (club, known) -> {
          Input input = new Input();
          Payment payment = in.read(input, "");
          return input.faulty()
              ? Outcome.refused(input.refusals())
              : memberships.pay(club, known, payment, caller.actor());
        });
  }

  @PostMapping("/v1/memberships/{id}/pause")
  @Needs(Scope.MEMBERSHIPS_WRITE)
  @Gives(MembershipView.class)
  @Operation(operationId = "pauseMembership", summary = "Let a membership rest for some days")
  ResponseEntity<?> pause(
      Caller caller,
      @PathVariable String id,
      @RequestBody PauseRequest in,
      HttpServletRequest request) {
    Integer days = in.days();
    return about(
        caller,
        request,
        id,
        (club, known) ->
            days == null
                ? Outcome.refused(Refusal.at("/days", InputCode.REQUIRED))
                : memberships.pause(club, known, days, caller.actor()));
  }

  @PostMapping("/v1/memberships/{id}/resume")
  @Needs(Scope.MEMBERSHIPS_WRITE)
  @Gives(MembershipView.class)
  @Operation(
      operationId = "resumeMembership",
      summary = "Have a membership go on; the days it rested come after")
  ResponseEntity<?> resume(Caller caller, @PathVariable String id, HttpServletRequest request) {
    return about(
        caller, request, id, (club, known) -> memberships.resume(club, known, caller.actor()));
  }

  @PostMapping("/v1/memberships/{id}/cancel")
  @Needs(Scope.MEMBERSHIPS_WRITE)
  @Gives(MembershipView.class)
  @Operation(
      operationId = "cancelMembership",
      summary = "Cancel a membership at the end of its period, or now",
      description = "The answer tells what is to be given back; it is paid outside.")
  ResponseEntity<?> cancel(
      Caller caller,
      @PathVariable String id,
      @RequestBody Cancellation in,
      HttpServletRequest request) {
    return about(
        caller,
        request,
        id,
        (club, known) ->
            memberships.cancel(club, known, in.when() == Cancellation.When.NOW, caller.actor()));
  }

  @PostMapping("/v1/memberships/{id}/uses")
  @Needs(Scope.MEMBERSHIPS_WRITE)
  @Gives(MembershipView.class)
  @Operation(
      operationId = "useEntitlement",
      summary = "Count a use of an entitlement, or take it back",
      description = "A document counts once, however often it is reported.")
  ResponseEntity<?> use(
      Caller caller,
      @PathVariable String id,
      @RequestBody UseRequest in,
      HttpServletRequest request) {
    return about(
        caller,
        request,
        id,
        (club, known) ->
            in.read(caller.actor()).then((NewUse wanted) -> memberships.use(club, known, wanted)));
  }

  private interface Work {
    Outcome<Membership> on(Club club, MembershipId id);
  }

  private ResponseEntity<?> about(Caller caller, HttpServletRequest request, String id, Work work) {
    Club club = clubs.get(caller.club());
    Function<MembershipId, Outcome<Membership>> known = membership -> work.on(club, membership);
    return idempotency.once(
        request,
        () ->
            answers.ok(
                MembershipId.parse(id).map(known).orElseGet(MembershipsApi::notFound),
                one -> view(club, one)));
  }

  private Outcome<Membership> found(Caller caller, String id) {
    return MembershipId.parse(id)
        .flatMap(known -> memberships.find(caller.club(), known))
        .<Outcome<Membership>>map(Outcome::done)
        .orElseGet(MembershipsApi::notFound);
  }

  private static Outcome<Membership> notFound() {
    return Outcome.refused(Refusal.of(MembershipCode.MEMBERSHIP_NOT_FOUND));
  }

  private MembershipView view(Club club, Membership one) {
    return MembershipView.of(club, memberships.detail(club, one));
  }
}
