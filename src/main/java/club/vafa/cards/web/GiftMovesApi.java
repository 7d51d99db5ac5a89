package club.vafa.cards.web;

import club.vafa.api.Answers;
import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.cards.gifts.GiftCard;
import club.vafa.cards.gifts.GiftCardCode;
import club.vafa.cards.gifts.GiftCardId;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.cards.web.GiftCardOut.EntryOut;
import club.vafa.cards.web.GiftCardOut.MadeOut;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is done to a gift card by hand, and its journal, over HTTP. */
@RestController
@Tag(name = "Gift cards")
class GiftMovesApi {
  private static final int LONGEST = 500;

  private final GiftCards gifts;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  GiftMovesApi(GiftCards gifts, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.gifts = gifts;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** Money to pay in; a card with a face is activated without. */
  record FundIn(@Nullable Decimal amount, @Nullable String reason) {}

  /** Money to move to another card. */
  record TransferIn(@Nullable String to, @Nullable Decimal amount, @Nullable String reason) {}

  record ReasonIn(@Nullable String reason) {}

  @PostMapping("/v1/gift-cards/{id}/funds")
  @Needs(Scope.GIFTCARDS_WRITE)
  @Gives(GiftCardOut.class)
  @Operation(
      operationId = "fundGiftCard",
      summary = "Activate or top up a gift card",
      description = "A till does the same by selling the card in a line of a purchase.")
  ResponseEntity<?> fund(
      @PathVariable String id, @RequestBody FundIn in, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    int decimals = Money.decimals(club.currency());
    Long amount =
        in.amount() == null ? null : input.positive("/amount", in.amount().value(), decimals);
    GiftCards.By by = by(input, caller, in.reason());
    return moved(
        http, input, club, () -> found(id).then(card -> gifts.fund(club, card, amount, by)));
  }

  @PostMapping("/v1/gift-cards/{id}/transfers")
  @Needs(Scope.GIFTCARDS_WRITE)
  @Gives(GiftCardOut.class)
  @Operation(operationId = "transferGiftCard", summary = "Move money to another gift card")
  ResponseEntity<?> transfer(
      @PathVariable String id, @RequestBody TransferIn in, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    Optional<GiftCardId> to = GiftCardId.parse(input.text("/to", in.to(), LONGEST));
    if (to.isEmpty() && !input.faulty()) {
      input.refuse("/to", InputCode.NOT_AN_ID);
    }
    long amount =
        input.positive(
            "/amount",
            in.amount() == null ? null : in.amount().value(),
            Money.decimals(club.currency()));
    GiftCards.By by = by(input, caller, in.reason());
    return moved(
        http,
        input,
        club,
        () ->
            found(id)
                .then(card ->
                    gifts.transfer(
                        club, card, new GiftCards.Transfer(to.orElseThrow(), amount), by)));
  }

  @PostMapping("/v1/gift-cards/{id}/block")
  @Needs(Scope.GIFTCARDS_WRITE)
  @Gives(GiftCardOut.class)
  @Operation(operationId = "blockGiftCard", summary = "Block a gift card")
  ResponseEntity<?> block(@PathVariable String id, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return moved(
        http, new Input(), club, () -> found(id).then(card -> gifts.block(club, card, true)));
  }

  @PostMapping("/v1/gift-cards/{id}/unblock")
  @Needs(Scope.GIFTCARDS_WRITE)
  @Gives(GiftCardOut.class)
  @Operation(operationId = "unblockGiftCard", summary = "Let a gift card count again")
  ResponseEntity<?> unblock(@PathVariable String id, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return moved(
        http, new Input(), club, () -> found(id).then(card -> gifts.block(club, card, false)));
  }

  @PostMapping("/v1/gift-cards/{id}/replace")
  @Needs(Scope.GIFTCARDS_WRITE)
  @Gives(value = MadeOut.class, status = 201)
  @Operation(
      operationId = "replaceGiftCard",
      summary = "Give a gift card a new code",
      description = "A new card takes its place and all that is on it; the old code ends.")
  ResponseEntity<?> replace(
      @PathVariable String id, @RequestBody ReasonIn in, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    GiftCards.By by = by(input, caller, in.reason());
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    return idempotency.once(
        http,
        () ->
            answers.created(
                found(id).then(card -> gifts.replace(club, card, by)),
                made -> "/v1/gift-cards/" + made.card().id(),
                made -> MadeOut.of(club, made)),
        body -> body instanceof MadeOut made ? made.withoutCode() : body);
  }

  @GetMapping("/v1/gift-cards/{id}/entries")
  @Needs(Scope.GIFTCARDS_READ)
  @Gives(value = EntryOut.class, list = true)
  @Operation(operationId = "listGiftCardEntries", summary = "The journal of a gift card")
  ResponseEntity<?> entries(
      @PathVariable String id,
      Caller caller,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        found(id)
            .then(card ->
                gifts.find(club.id(), card).map(Outcome::done).orElseGet(GiftMovesApi::notFound))
            .then(card ->
                Paging.read(limit, null)
                    .then(paging ->
                        before(after).map(before -> page(club, card, before, paging.limit())))),
        page -> page.map(entry -> EntryOut.of(club, entry)));
  }

  private Page<club.vafa.cards.gifts.GiftEntry> page(
      Club club, GiftCard card, int before, int limit) {
    return Page.of(
        gifts.entries(club.id(), card.id(), before, limit + 1),
        limit,
        entry -> Cursor.of(entry.seq()));
  }

  private static Outcome<Integer> before(@Nullable String after) {
    if (after == null) {
      return Outcome.done(Integer.MAX_VALUE);
    }
    return Cursor.read(after, 1)
        .then(cursor ->
            cursor.parts().getFirst().matches("[0-9]{1,9}")
                ? Outcome.done(Integer.valueOf(cursor.parts().getFirst()))
                : Outcome.refused(Refusal.of(ApiCode.BAD_CURSOR)));
  }

  private ResponseEntity<?> moved(
      HttpServletRequest http, Input input, Club club, Supplier<Outcome<GiftCard>> work) {
    return input.faulty()
        ? answers.refused(input.refusals())
        : idempotency.once(http, () -> answers.ok(work.get(), card -> GiftCardOut.of(club, card)));
  }

  private static GiftCards.By by(Input input, Caller caller, @Nullable String reason) {
    return GiftCardsApi.by(caller, input.optionalText("/reason", reason, LONGEST));
  }

  private static Outcome<GiftCardId> found(String id) {
    return GiftCardId.parse(id).map(Outcome::done).orElseGet(GiftMovesApi::notFound);
  }

  private static <T> Outcome<T> notFound() {
    return Outcome.refused(Refusal.of(GiftCardCode.GIFT_CARD_NOT_FOUND));
  }
}
