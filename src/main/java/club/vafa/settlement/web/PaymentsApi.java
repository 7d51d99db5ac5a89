package club.vafa.settlement.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.settlement.Payment;
import club.vafa.settlement.Settlement;
import club.vafa.settlement.Settlement.Wish;
import club.vafa.settlement.web.SettlementViews.PaymentOut;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money into and out of a coalition's kitty, over HTTP. */
@RestController
@Tag(name = "Settlement")
class PaymentsApi {
  private static final int LONGEST = 500;

  private final Settlement settlement;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  PaymentsApi(Settlement settlement, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.settlement = settlement;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /**
   * A payment to note: an amount, or a pack of units that costs what they cost that day.
   *
   * @param amount below zero when the kitty pays the partner
   * @param day of it; today when missing
   */
  record PaymentIn(
      @Nullable String partner,
      @Nullable Decimal amount,
      @Nullable String unit,
      @Nullable Decimal units,
      @Nullable LocalDate day,
      @Nullable String note) {

    Outcome<Wish> read(Club club) {
      Input input = new Input();
      String whose = input.text("/partner", partner, LONGEST);
      Payment.Pack pack = unit == null && units == null ? null : pack(club, input);
      Long money =
          pack != null || amount == null
              ? null
              : input.minor("/amount", amount.value(), Money.decimals(club.currency()));
      String why = input.optionalText("/note", note, LONGEST);
      return input.faulty()
          ? Outcome.refused(input.refusals())
          : Outcome.done(new Wish(whose, day, money, pack, why));
    }

    private Payment.@Nullable Pack pack(Club club, Input input) {
      String code = input.text("/unit", unit, LONGEST);
      Unit known = club.unit(code).orElse(null);
      if (known == null) {
        if (!code.isEmpty()) {
          input.refuse("/unit", ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(code)));
        }
        return null;
      }
      return new Payment.Pack(
          known.number(),
          input.positive("/units", units == null ? null : units.value(), known.decimals()));
    }
  }

  @PostMapping("/v1/settlement/payments")
  @Needs(Scope.SETTLEMENT_WRITE)
  @Gives(value = PaymentOut.class, status = 201)
  @Operation(
      operationId = "noteSettlementPayment",
      summary = "Note money that a partner paid into the kitty, or was paid from it",
      description =
          "An amount, or a pack: so many of a unit in advance, at what they cost that day. The money"
              + " itself goes other ways.")
  ResponseEntity<?> pay(Caller caller, @RequestBody PaymentIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.of(
                in.read(club).then(wish -> settlement.pay(club, wish, caller.actor())),
                HttpStatus.CREATED,
                payment -> PaymentOut.of(club, payment)));
  }

  @GetMapping("/v1/settlement/payments")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(value = PaymentOut.class, list = true)
  @Operation(operationId = "listSettlementPayments", summary = "List payments, newest first")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "partner", required = false) @Nullable String partner,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        Paging.read(limit, after)
            .map(paging ->
                paging.page(
                    (before, most) -> settlement.payments(club.id(), partner, before, most),
                    Payment::id)),
        page -> page.map(payment -> PaymentOut.of(club, payment)));
  }
}
