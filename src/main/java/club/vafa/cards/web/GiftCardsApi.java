package club.vafa.cards.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.cards.gifts.GiftCardCode;
import club.vafa.cards.gifts.GiftCardId;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.cards.gifts.GiftCards.By;
import club.vafa.cards.gifts.GiftFilter;
import club.vafa.cards.gifts.NewGiftCard;
import club.vafa.cards.web.GiftCardOut.LiabilityOut;
import club.vafa.cards.web.GiftCardOut.MadeOut;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gift cards over HTTP: made, read, looked up by their code. */
@RestController
@Tag(name = "Gift cards")
class GiftCardsApi {
  private static final int LONGEST = 100;
  private static final String PATH = "/v1/gift-cards/";

  private final GiftCards gifts;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  GiftCardsApi(GiftCards gifts, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.gifts = gifts;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A card to make; without an amount it is worth what it is sold for. */
  record GiftCardIn(
      @Nullable Decimal amount,
      @Nullable String currency,
      @Nullable String pattern,
      @Nullable Integer validMonths,
      @Nullable Boolean active,
      @Nullable String externalId,
      @Nullable String reason) {

    Outcome<NewGiftCard> read(Club club, int count) {
      Input input = new Input();
      int decimals = Money.decimals(club.currency());
      if (currency != null && !currency.equals(club.currency().getCurrencyCode())) {
        input.refuse(
            "/currency",
            InputCode.UNKNOWN_VALUE,
            Map.of(
                "value", Input.shortened(currency), "allowed", club.currency().getCurrencyCode()));
      }
      NewGiftCard wanted =
          new NewGiftCard(
              count,
              amount == null ? 0 : input.notNegative("/amount", amount.value(), decimals),
              input.optionalText("/pattern", pattern, LONGEST),
              validMonths,
              active != null && active,
              input.optionalText("/externalId", externalId, LONGEST));
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(wanted);
    }
  }

  /** Many cards alike. */
  record GiftCardBatchIn(
      @Nullable Integer count,
      @Nullable Decimal amount,
      @Nullable String currency,
      @Nullable String pattern,
      @Nullable Integer validMonths,
      @Nullable Boolean active,
      @Nullable String reason) {
    GiftCardIn each() {
      return new GiftCardIn(amount, currency, pattern, validMonths, active, null, reason);
    }
  }

  /** A batch that was made; the codes are told this once. */
  @Schema(name = "GiftCardBatch")
  record BatchOut(String batch, @Nullable List<MadeOut> data) {
    BatchOut withoutCodes() {
      return new BatchOut(batch, null);
    }
  }

  /** The code somebody shows. */
  record LookUpIn(@Nullable String code) {}

  @PostMapping("/v1/gift-cards")
  @Needs(Scope.GIFTCARDS_WRITE)
  @Gives(value = MadeOut.class, status = 201)
  @Operation(
      operationId = "makeGiftCard",
      summary = "Make a gift card",
      description = "Answers with its code, which is told this once.")
  ResponseEntity<?> make(@RequestBody GiftCardIn in, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        http,
        () ->
            answers.created(
                in.read(club, 1)
                    .then(wanted -> gifts.make(club, wanted, by(caller, in.reason())))
                    .map(List::getFirst),
                made -> PATH + made.card().id(),
                made -> MadeOut.of(club, made)),
        body -> body instanceof MadeOut made ? made.withoutCode() : body);
  }

  @PostMapping("/v1/gift-cards:batch")
  @Needs(Scope.GIFTCARDS_WRITE)
  @Gives(value = BatchOut.class, status = 201)
  @Operation(
      operationId = "makeGiftCards",
      summary = "Make up to 10,000 gift cards alike",
      description = "Answers with their codes, which are told this once.")
  ResponseEntity<?> makeAll(
      @RequestBody GiftCardBatchIn in, Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    int count = in.count() == null ? 0 : in.count();
    if (count < 2) {
      return answers.refused(
          List.of(
              Refusal.at(
                  "/count",
                  GiftCardCode.GIFT_CARD_COUNT,
                  Map.of("limit", NewGiftCard.MOST_CARDS))));
    }
    return idempotency.once(
        http,
        () ->
            answers.of(
                in.each()
                    .read(club, count)
                    .then(wanted -> gifts.make(club, wanted, by(caller, in.reason()))),
                HttpStatus.CREATED,
                made ->
                    new BatchOut(
                        GiftCardOut.batch(made.getFirst().batch()),
                        made.stream().map(one -> MadeOut.of(club, one)).toList())),
        body -> body instanceof BatchOut batch ? batch.withoutCodes() : body);
  }

  @PostMapping("/v1/gift-cards/lookup")
  @Needs(Scope.GIFTCARDS_READ)
  @Gives(GiftCardOut.class)
  @Operation(
      operationId = "lookUpGiftCard",
      summary = "What is on the gift card of a code",
      description =
          "Whatever is wrong with a code, the answer is the same. Codes that lead nowhere are"
              + " counted for each caller, who must wait after too many.")
  ResponseEntity<?> lookUp(@RequestBody LookUpIn in, Caller caller) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    String code = input.text("/code", in.code(), LONGEST);
    return input.faulty()
        ? answers.refused(input.refusals())
        : answers.ok(gifts.lookUp(club, code, caller.id()), card -> GiftCardOut.of(club, card));
  }

  @GetMapping("/v1/gift-cards")
  @Needs(Scope.GIFTCARDS_READ)
  @Gives(value = GiftCardOut.class, list = true)
  @Operation(operationId = "listGiftCards", summary = "List gift cards")
  ResponseEntity<?> list(
      Caller caller,
      @Parameter(description = "A batch, or the last four signs of a code")
          @RequestParam(required = false)
          @Nullable String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    GiftFilter filter =
        q == null
            ? GiftFilter.ALL
            : TypeId.parse(GiftCardOut.BATCH, q)
                .map(GiftFilter::batch)
                .orElseGet(() -> GiftFilter.lastFour(q));
    return answers.ok(
        Paging.read(limit, after).map(paging -> gifts.list(club.id(), filter, paging)),
        page -> page.map(card -> GiftCardOut.of(club, card)));
  }

  @GetMapping("/v1/gift-cards/{id}")
  @Needs(Scope.GIFTCARDS_READ)
  @Gives(GiftCardOut.class)
  @Operation(operationId = "getGiftCard", summary = "Get a gift card")
  ResponseEntity<?> get(@PathVariable String id, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.found(
        GiftCardId.parse(id).flatMap(card -> gifts.find(club.id(), card)),
        Refusal.of(GiftCardCode.GIFT_CARD_NOT_FOUND),
        card -> GiftCardOut.of(club, card));
  }

  @GetMapping("/v1/gift-cards/liability")
  @Needs(Scope.GIFTCARDS_READ)
  @Gives(LiabilityOut.class)
  @Operation(operationId = "giftCardLiability", summary = "What the club owes on gift cards")
  LiabilityOut liability(Caller caller) {
    Club club = clubs.get(caller.club());
    return LiabilityOut.of(club, gifts.liability(club.id()));
  }

  static By by(Caller caller, @Nullable String reason) {
    return new By(caller.actor(), reason);
  }
}
