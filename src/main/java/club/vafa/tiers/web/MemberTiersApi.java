package club.vafa.tiers.web;

import club.vafa.api.Answers;
import club.vafa.api.Call;
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
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.tiers.Change;
import club.vafa.tiers.MemberTiers;
import club.vafa.tiers.MemberTiers.Told;
import club.vafa.tiers.MemberTiers.Wish;
import club.vafa.tiers.Projection;
import club.vafa.tiers.Reader;
import club.vafa.tiers.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members' tiers over HTTP: where they stand, what lies ahead, given by hand and taken back. */
@RestController
@Tag(name = "Tiers")
class MemberTiersApi {
  private static final Map<String, Reason> KINDS =
      Map.of("manual", Reason.MANUAL, "matched", Reason.MATCHED, "imported", Reason.IMPORTED);

  private final MemberTiers standings;
  private final Members members;
  private final StandingViews views;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  MemberTiersApi(
      MemberTiers standings,
      Members members,
      StandingViews views,
      Clubs clubs,
      Answers answers,
      Idempotency idempotency) {
    this.standings = standings;
    this.members = members;
    this.views = views;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** All sets of tiers, as a member stands in them. */
  record StandingsOut(List<StandingView> data) {}

  /**
   * A tier to give by hand.
   *
   * @param set may be left out when the club has one only
   * @param kind manual, matched (for a standing elsewhere) or imported; manual when missing
   * @param until its last day; until it is undone when missing
   * @param reason why; of a matched one what proves the other standing
   */
  record GiveIn(
      @Nullable String set,
      @Nullable String tier,
      @Nullable String kind,
      @Nullable LocalDate until,
      @Nullable String reason) {}

  /** One change of a standing. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StandingChangeOut(
      String set,
      @Nullable String tier,
      Instant since,
      @Nullable LocalDate until,
      String reason,
      @Nullable String by,
      @Nullable String note,
      @Nullable String document,
      Instant recordedAt) {
    static StandingChangeOut of(Told told) {
      Change change = told.change();
      return new StandingChangeOut(
          change.set(),
          change.tier(),
          change.since(),
          change.until(),
          StandingViews.lower(change.reason()),
          change.actor(),
          change.note(),
          change.document() == null ? null : change.document().toString(),
          told.recordedAt());
    }
  }

  @GetMapping("/v1/members/{id}/tiers")
  @Needs(Scope.MEMBERS_READ)
  @Gives(StandingsOut.class)
  @Operation(
      operationId = "getMemberTiers",
      summary = "Where a member stands, and what lies ahead",
      description =
          "By set: the tier, until when it is kept, what was done, and what is missing to the next"
              + " tier and to keep this one, as data and as a sentence.")
  ResponseEntity<?> get(@PathVariable("id") String id, Caller caller) {
    return about(id, caller, HttpStatus.OK, member -> standings.of(club(caller), member));
  }

  @PostMapping("/v1/members/{id}/tiers")
  @Needs(Scope.STANDINGS_WRITE)
  @Gives(value = StandingsOut.class, status = 201)
  @Operation(
      operationId = "giveTier",
      summary = "Give a member a tier by hand",
      description =
          "At or above what was earned the member stands at least there, below it at most. It takes"
              + " the place of a tier given before.")
  ResponseEntity<?> give(
      @PathVariable("id") String id,
      @RequestBody GiveIn in,
      Caller caller,
      HttpServletRequest request) {
    return idempotency.once(
        request,
        () ->
            about(
                id,
                caller,
                HttpStatus.CREATED,
                member ->
                    wish(in, caller).then(wish -> standings.give(club(caller), member, wish))));
  }

  private static Outcome<Wish> wish(GiveIn in, Caller caller) {
    String kind = in.kind() == null ? "manual" : in.kind();
    Reason known = KINDS.get(kind);
    return known == null
        ? Outcome.refused(
            Refusal.at(
                "/kind",
                InputCode.UNKNOWN_VALUE,
                Map.of("value", Input.shortened(kind), "allowed", "manual, matched, imported")))
        : Outcome.done(
            new Wish(in.set(), in.tier(), known, in.until(), in.reason(), caller.actor()));
  }

  @DeleteMapping("/v1/members/{id}/tiers/{set}")
  @Needs(Scope.STANDINGS_WRITE)
  @Gives(StandingsOut.class)
  @Operation(
      operationId = "undoTier",
      summary = "Take back a tier that was given by hand",
      description = "What was earned counts again.")
  ResponseEntity<?> undo(
      @PathVariable("id") String id, @PathVariable("set") String set, Caller caller) {
    return about(
        id,
        caller,
        HttpStatus.OK,
        member -> standings.undo(club(caller), member, set, caller.actor()));
  }

  @GetMapping("/v1/members/{id}/tiers/history")
  @Needs(Scope.MEMBERS_READ)
  @Gives(value = StandingChangeOut.class, list = true)
  @Operation(
      operationId = "listStandings",
      summary = "Everything that changed a member's standing, newest first")
  ResponseEntity<?> history(
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        members
            .named(caller.club(), id)
            .then(member ->
                Paging.read(limit, after)
                    .map(paging -> standings.history(caller.club(), member, paging))),
        page -> page.map(StandingChangeOut::of));
  }

  private ResponseEntity<?> about(
      String id,
      Caller caller,
      HttpStatus status,
      Function<MemberId, Outcome<List<Projection>>> work) {
    Outcome<List<Projection>> outcome =
        MemberId.parse(id)
            .map(work)
            .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND)));
    Reader reader = new Reader(club(caller), Call.current().language());
    return answers.of(
        outcome,
        status,
        all -> new StandingsOut(all.stream().map(one -> views.view(reader, one)).toList()));
  }

  private Club club(Caller caller) {
    return clubs.get(caller.club());
  }
}
