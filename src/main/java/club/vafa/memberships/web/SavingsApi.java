package club.vafa.memberships.web;

import club.vafa.api.Answers;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.memberships.Membership;
import club.vafa.memberships.Membership.State;
import club.vafa.memberships.MembershipCode;
import club.vafa.memberships.MembershipId;
import club.vafa.memberships.Memberships;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of a membership and what it was good for, over HTTP. */
@RestController
@Tag(name = "Memberships")
class SavingsApi {
  private final Memberships memberships;
  private final Clubs clubs;
  private final Answers answers;
  private final Sentences sentences;

  SavingsApi(Memberships memberships, Clubs clubs, Answers answers, Sentences sentences) {
    this.memberships = memberships;
    this.clubs = clubs;
    this.answers = answers;
    this.sentences = sentences;
  }

  /** One change of a membership. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangeView(String kind, State state, @Nullable Money amount, String actor, Instant at) {
    static ChangeView of(Club club, Membership.Change change) {
      Long amount = change.amount();
      return new ChangeView(
          change.kind(),
          change.state(),
          amount == null ? null : new Money(amount, club.currency()),
          change.actor(),
          change.at());
    }
  }

  @GetMapping("/v1/memberships/{id}/changes")
  @Needs(Scope.MEMBERSHIPS_READ)
  @Gives(value = ChangeView.class, list = true)
  @Operation(
      operationId = "listMembershipChanges",
      summary = "List what became of a membership, oldest first")
  ResponseEntity<?> changes(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        found(caller, id)
            .then(one ->
                Paging.read(limit, after)
                    .map(paging ->
                        paging.page(
                            (start, most) -> memberships.changes(club.id(), one.id(), start, most),
                            change -> change.id()))),
        page -> page.map(change -> ChangeView.of(club, change)));
  }

  @GetMapping("/v1/memberships/{id}/savings")
  @Needs(Scope.MEMBERSHIPS_READ)
  @Gives(SavingsView.class)
  @Operation(
      operationId = "getMembershipSavings",
      summary = "What a membership gave in a period, beside its fee",
      description = "Of the period that runs unless another is named by its number.")
  ResponseEntity<?> savings(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer period) {
    Club club = clubs.get(caller.club());
    SavingsView.Reader reader = new SavingsView.Reader(Call.current().language(), sentences);
    return answers.ok(
        found(caller, id)
            .then(one ->
                memberships
                    .savings(club.id(), one.id(), period == null ? one.span().number() : period)
                    .map(savings ->
                        SavingsView.of(club, memberships.detail(club, one), savings, reader))
                    .<Outcome<SavingsView>>map(Outcome::done)
                    .orElseGet(() ->
                        Outcome.refused(Refusal.of(MembershipCode.MEMBERSHIP_PERIOD_NOT_FOUND)))),
        view -> view);
  }

  private Outcome<Membership> found(Caller caller, String id) {
    return MembershipId.parse(id)
        .flatMap(known -> memberships.find(caller.club(), known))
        .<Outcome<Membership>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(MembershipCode.MEMBERSHIP_NOT_FOUND)));
  }
}
