package club.vafa.cards.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.cards.Card;
import club.vafa.cards.CardCode;
import club.vafa.cards.CardId;
import club.vafa.cards.CardState;
import club.vafa.cards.Cards;
import club.vafa.cards.NewCard;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Cards over HTTP: given, read, blocked. */
@RestController
@Tag(name = "Cards")
class CardsApi {
  private final Cards cards;
  private final Members members;
  private final Answers answers;
  private final Idempotency idempotency;

  CardsApi(Cards cards, Members members, Answers answers, Idempotency idempotency) {
    this.cards = cards;
    this.members = members;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A card to give; {@code replaces} is the id of the card it takes the place of. */
  record CardIn(@Nullable String number, @Nullable String type, @Nullable String replaces) {}

  record CardChange(@Nullable CardState state) {}

  /** All cards of a member. */
  record CardsOut(List<Card> data) {}

  @PostMapping("/v1/members/{id}/cards")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(value = Card.class, status = 201)
  @Operation(operationId = "giveCard", summary = "Give a member a card")
  ResponseEntity<?> give(
      Caller caller, @PathVariable String id, @RequestBody CardIn in, HttpServletRequest request) {
    return idempotency.once(
        request,
        () ->
            answers.created(
                read(id, in).then(card -> cards.give(caller.club(), card)),
                card -> "/v1/cards/" + card.id(),
                card -> card));
  }

  private static Outcome<NewCard> read(String id, CardIn in) {
    Optional<MemberId> member = MemberId.parse(id);
    if (member.isEmpty()) {
      return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    Input input = new Input();
    String number = input.text("/number", in.number(), 200);
    Optional<CardId> replaces =
        in.replaces() == null ? Optional.empty() : CardId.parse(in.replaces());
    if (in.replaces() != null && replaces.isEmpty()) {
      input.refuse("/replaces", InputCode.NOT_AN_ID);
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new NewCard(member.get(), number, in.type(), replaces.orElse(null)));
  }

  @GetMapping("/v1/members/{id}/cards")
  @Needs(Scope.MEMBERS_READ)
  @Gives(CardsOut.class)
  @Operation(operationId = "listCards", summary = "List a member's cards")
  ResponseEntity<?> list(Caller caller, @PathVariable String id) {
    return answers.found(
        MemberId.parse(id)
            .filter(member -> members.look(caller.club(), List.of(member)).containsKey(member)),
        Refusal.of(MemberCode.MEMBER_NOT_FOUND),
        member -> new CardsOut(cards.of(caller.club(), member)));
  }

  @GetMapping("/v1/cards/{id}")
  @Needs(Scope.MEMBERS_READ)
  @Gives(Card.class)
  @Operation(operationId = "getCard", summary = "Get a card")
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return answers.found(
        CardId.parse(id).flatMap(card -> cards.find(caller.club(), card)),
        Refusal.of(CardCode.CARD_NOT_FOUND),
        card -> card);
  }

  @PatchMapping("/v1/cards/{id}")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(Card.class)
  @Operation(
      operationId = "changeCard",
      summary = "Block a card, report it lost, or let it count again")
  ResponseEntity<?> change(Caller caller, @PathVariable String id, @RequestBody CardChange in) {
    CardState state = in.state();
    if (state == null) {
      return answers.refused(List.of(Refusal.at("/state", InputCode.REQUIRED)));
    }
    if (state == CardState.REPLACED) {
      return answers.refused(
          List.of(
              Refusal.at(
                  "/state",
                  InputCode.UNKNOWN_VALUE,
                  Map.of("value", "replaced", "allowed", "issued, active, blocked, lost"))));
    }
    return answers.ok(
        CardId.parse(id)
            .map(card -> cards.change(caller.club(), card, state))
            .orElseGet(() -> Outcome.refused(Refusal.of(CardCode.CARD_NOT_FOUND))),
        card -> card);
  }
}
