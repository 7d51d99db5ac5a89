package club.vafa.spending.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.spending.Confirmation;
import club.vafa.spending.ConfirmationId;
import club.vafa.spending.PolicyForm;
import club.vafa.spending.Spending;
import club.vafa.spending.SpendingCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How careful the club is, and the codes by which members confirm that they spend. */
@RestController
@Tag(name = "Spending")
class SpendingApi {
  private static final int LONGEST_PLACE = 200;
  private static final int LONGEST_CODE = 20;

  private final Spending spending;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  SpendingApi(Spending spending, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.spending = spending;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GetMapping("/v1/spending")
  @Needs(Scope.SETTINGS_READ)
  @Gives(PolicyForm.class)
  @Operation(operationId = "getSpendingPolicy", summary = "How careful the club is with spending")
  PolicyForm policy(Caller caller) {
    Club club = clubs.get(caller.club());
    return PolicyForm.of(club, spending.policy(club.id()));
  }

  @PutMapping("/v1/spending")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(PolicyForm.class)
  @Operation(
      operationId = "putSpendingPolicy",
      summary = "Set when members confirm, and what tills let them spend without network")
  ResponseEntity<?> put(@RequestBody PolicyForm form, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        form.read(club).map(policy -> spending.put(club.id(), policy, caller.actor())),
        policy -> PolicyForm.of(club, policy));
  }

  /** Asking a member: money that they spend, and where they are, as people know it. */
  @Schema(name = "ConfirmationQuestion")
  record QuestionIn(@Nullable String member, @Nullable Decimal amount, @Nullable String place) {}

  /** The code a member was sent. */
  @Schema(name = "ConfirmationCode")
  record CodeIn(@Nullable String code) {}

  /**
   * A question to a member.
   *
   * @param sent whether a code went to their phone; it stands in their pages in any case
   */
  @Schema(name = "Confirmation")
  record ConfirmationView(String id, String member, String amount, boolean sent) {
    static ConfirmationView of(Club club, Confirmation asked) {
      return new ConfirmationView(
          asked.id().toString(),
          asked.member().toString(),
          Amount.plain(asked.amount(), Money.decimals(club.currency())),
          asked.sent());
    }
  }

  @PostMapping("/v1/confirmations")
  @Needs(Scope.PURCHASES_WRITE)
  @Gives(value = ConfirmationView.class, status = 201)
  @Operation(
      operationId = "askConfirmation",
      summary = "Ask a member by a code whether they spend",
      description =
          "The code goes to the member's phone where one can be reached, and stands in the"
              + " member's pages. It counts for ten minutes and five tries.")
  ResponseEntity<?> ask(@RequestBody QuestionIn in, Caller caller, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.created(
                question(in, club, caller).then(question -> spending.ask(club, question)),
                asked -> "/v1/confirmations/" + asked.id(),
                asked -> ConfirmationView.of(club, asked)));
  }

  private static Outcome<Spending.Question> question(QuestionIn in, Club club, Caller caller) {
    Input input = new Input();
    Optional<MemberId> member =
        in.member() == null ? Optional.empty() : MemberId.parse(in.member());
    if (member.isEmpty()) {
      input.refuse("/member", in.member() == null ? InputCode.REQUIRED : InputCode.NOT_AN_ID);
    }
    long amount =
        input.positive(
            "/amount",
            in.amount() == null ? null : in.amount().value(),
            Money.decimals(club.currency()));
    String place = input.optionalText("/place", in.place(), LONGEST_PLACE);
    return member.isEmpty() || input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(
            new Spending.Question(
                member.get(), amount, place == null ? "" : place, caller.actor()));
  }

  /** A wrong code counts as a try, which is why it is not undone with its refusal. */
  @PostMapping("/v1/confirmations/{id}/confirm")
  @Needs(Scope.PURCHASES_WRITE)
  @Gives(ConfirmationView.class)
  @Operation(operationId = "confirmSpending", summary = "Take the code a member was sent")
  ResponseEntity<?> confirm(
      @PathVariable("id") String id,
      @RequestBody CodeIn in,
      Caller caller,
      HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    String code = input.text("/code", in.code(), LONGEST_CODE);
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    return idempotency.once(
        request,
        () ->
            answers.ok(
                ConfirmationId.parse(id)
                    .map(known -> spending.confirm(club.id(), known, code, caller.actor()))
                    .orElseGet(
                        () -> Outcome.refused(Refusal.of(SpendingCode.CONFIRMATION_NOT_FOUND))),
                confirmed -> ConfirmationView.of(club, confirmed)));
  }
}
