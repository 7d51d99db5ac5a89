package club.vafa.members.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.Household;
import club.vafa.members.Household.Role;
import club.vafa.members.HouseholdId;
import club.vafa.members.Households;
import club.vafa.members.Invitation;
import club.vafa.members.MemberCode;
import club.vafa.members.NewHousehold;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
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

/** Households over HTTP: opened, joined by invitation, left. */
@RestController
@Tag(name = "Households")
class HouseholdsApi {
  private final Households households;
  private final Answers answers;
  private final Idempotency idempotency;

  HouseholdsApi(Households households, Answers answers, Idempotency idempotency) {
    this.households = households;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A household to open around an adult. */
  record HouseholdIn(
      @Nullable String primary,
      @Nullable String name,
      @Nullable Integer maxAdults,
      @Nullable Integer maxChildren) {
    Outcome<NewHousehold> read() {
      return member("/primary", primary)
          .map(adult ->
              new NewHousehold(
                  adult,
                  name,
                  maxAdults == null ? NewHousehold.USUAL_ADULTS : maxAdults,
                  maxChildren == null ? NewHousehold.USUAL_CHILDREN : maxChildren));
    }
  }

  /** Somebody to invite; {@code consented} when they have said yes already. */
  record InvitationIn(@Nullable String member, @Nullable Role role, @Nullable Boolean consented) {
    Outcome<Invitation> read() {
      return HouseholdsApi.member("/member", member)
          .map(who ->
              new Invitation(
                  who, role == null ? Role.ADULT : role, consented != null && consented));
    }
  }

  /** Which member of the household is meant. */
  record ResidentIn(@Nullable String member) {}

  /** A household as the API tells it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HouseholdOut(
      String id,
      @Nullable String name,
      String primary,
      int maxAdults,
      int maxChildren,
      List<ResidentOut> members,
      Instant openedAt,
      @Nullable Instant closedAt) {
    static HouseholdOut of(Household household) {
      return new HouseholdOut(
          household.id().toString(),
          household.name(),
          household.primary().toString(),
          household.maxAdults(),
          household.maxChildren(),
          household.residents().stream()
              .map(one ->
                  new ResidentOut(
                      one.member().toString(),
                      one.role().name().toLowerCase(Locale.ROOT),
                      one.state().name().toLowerCase(Locale.ROOT),
                      one.since()))
              .toList(),
          household.openedAt(),
          household.closedAt());
    }
  }

  /** Somebody of a household. */
  record ResidentOut(String member, String role, String state, Instant since) {}

  @PostMapping("/v1/households")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(value = HouseholdOut.class, status = 201)
  @Operation(operationId = "openHousehold", summary = "Open a household around an adult")
  ResponseEntity<?> open(Caller caller, @RequestBody HouseholdIn in, HttpServletRequest request) {
    return idempotency.once(
        request,
        () ->
            answers.created(
                in.read().then(wanted -> households.open(caller.club(), wanted, caller.actor())),
                made -> "/v1/households/" + made.id(),
                HouseholdOut::of));
  }

  @GetMapping("/v1/households")
  @Needs(Scope.MEMBERS_READ)
  @Gives(value = HouseholdOut.class, list = true)
  @Operation(
      operationId = "listHouseholds",
      summary = "List open households, or those a member has joined or is invited to")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String member,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return answers.ok(
        Paging.read(limit, after).map(paging -> page(caller, member, paging)),
        page -> page.map(HouseholdOut::of));
  }

  private Page<Household> page(Caller caller, @Nullable String member, Paging paging) {
    if (member != null) {
      return new Page<>(
          MemberId.parse(member)
              .map(known -> households.with(caller.club(), known))
              .orElse(List.of()),
          null);
    }
    return Page.of(
        households.list(caller.club(), paging.after(), paging.limit() + 1),
        paging.limit(),
        household -> Cursor.of(household.id().value()));
  }

  @GetMapping("/v1/households/{id}")
  @Needs(Scope.MEMBERS_READ)
  @Gives(HouseholdOut.class)
  @Operation(operationId = "getHousehold", summary = "Get a household")
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return answers.found(
        HouseholdId.parse(id).flatMap(known -> households.find(caller.club(), known)),
        Refusal.of(MemberCode.HOUSEHOLD_NOT_FOUND),
        HouseholdOut::of);
  }

  @DeleteMapping("/v1/households/{id}")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(value = Void.class, status = 204)
  @Operation(operationId = "closeHousehold", summary = "Close a household")
  ResponseEntity<?> close(Caller caller, @PathVariable String id) {
    return answers.done(found(id, known -> households.close(caller.club(), known, caller.actor())));
  }

  @PostMapping("/v1/households/{id}/invitations")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(HouseholdOut.class)
  @Operation(
      operationId = "inviteToHousehold",
      summary = "Invite a member, who joins at once when consented")
  ResponseEntity<?> invite(
      Caller caller,
      @PathVariable String id,
      @RequestBody InvitationIn in,
      HttpServletRequest request) {
    return idempotency.once(
        request,
        () ->
            answers.ok(
                in.read()
                    .then(invitation ->
                        found(
                            id,
                            known ->
                                households.invite(
                                    caller.club(), known, invitation, caller.actor()))),
                HouseholdOut::of));
  }

  @PostMapping("/v1/households/{id}/join")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(HouseholdOut.class)
  @Operation(operationId = "joinHousehold", summary = "Have an invited member join")
  ResponseEntity<?> join(
      Caller caller,
      @PathVariable String id,
      @RequestBody ResidentIn in,
      HttpServletRequest request) {
    return about(
        request,
        id,
        in,
        (known, member) -> households.accept(caller.club(), known, member, caller.actor()));
  }

  @PostMapping("/v1/households/{id}/leave")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(HouseholdOut.class)
  @Operation(
      operationId = "leaveHousehold",
      summary = "Have a member leave, or take an invitation back")
  ResponseEntity<?> leave(
      Caller caller,
      @PathVariable String id,
      @RequestBody ResidentIn in,
      HttpServletRequest request) {
    return about(
        request,
        id,
        in,
        (known, member) -> households.leave(caller.club(), known, member, caller.actor()));
  }

  @PostMapping("/v1/households/{id}/primary")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(HouseholdOut.class)
  @Operation(
      operationId = "handOverHousehold",
      summary = "Have another adult speak for the household")
  ResponseEntity<?> handOver(
      Caller caller,
      @PathVariable String id,
      @RequestBody ResidentIn in,
      HttpServletRequest request) {
    return about(
        request,
        id,
        in,
        (known, member) -> households.handOver(caller.club(), known, member, caller.actor()));
  }

  private ResponseEntity<?> about(
      HttpServletRequest request,
      String id,
      ResidentIn in,
      BiFunction<HouseholdId, MemberId, Outcome<Household>> work) {
    return idempotency.once(
        request,
        () ->
            answers.ok(
                member("/member", in.member())
                    .then(member -> found(id, known -> work.apply(known, member))),
                HouseholdOut::of));
  }

  private static <T> Outcome<T> found(String id, Function<HouseholdId, Outcome<T>> work) {
    return HouseholdId.parse(id)
        .map(work)
        .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.HOUSEHOLD_NOT_FOUND)));
  }

  private static Outcome<MemberId> member(String pointer, @Nullable String text) {
    Input input = new Input();
    String given = input.text(pointer, text, 200);
    Optional<MemberId> member = MemberId.parse(given);
    if (member.isEmpty() && !input.faulty()) {
      input.refuse(pointer, InputCode.NOT_AN_ID);
    }
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(member.orElseThrow());
  }
}
