package club.vafa.settlement.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.settlement.Partner;
import club.vafa.settlement.PartnerForm;
import club.vafa.settlement.PriceForm;
import club.vafa.settlement.PriceList;
import club.vafa.settlement.Settlement;
import club.vafa.settlement.SettlementCode;
import club.vafa.settlement.web.SettlementViews.PartnerOut;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The partners of a coalition and the prices of its units, over HTTP. */
@RestController
@Tag(name = "Settlement")
class PartnersApi {
  private final Settlement settlement;
  private final Clubs clubs;
  private final Answers answers;

  PartnersApi(Settlement settlement, Clubs clubs, Answers answers) {
    this.settlement = settlement;
    this.clubs = clubs;
    this.answers = answers;
  }

  /** Prices of the coalition, from a day on; from today when it is missing. */
  record PricesIn(@Nullable LocalDate from, @Nullable List<@Nullable PriceForm> prices) {
    Outcome<PriceList> read(Club club, LocalDate today) {
      Input input = new Input();
      PriceList list =
          new PriceList(from == null ? today : from, PriceForm.read(club, prices, input));
      if (!input.faulty() && list.prices().isEmpty()) {
        input.refuse("/prices", SettlementCode.PRICES_MISSING);
      }
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(list);
    }
  }

  /** A price list. */
  record PricesOut(LocalDate from, List<PriceForm> prices) {
    static PricesOut of(Club club, PriceList list) {
      return new PricesOut(list.from(), PriceForm.of(club, list.prices()));
    }
  }

  @GetMapping("/v1/settlement/prices")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(value = PricesOut.class, list = true)
  @Operation(
      operationId = "listSettlementPrices",
      summary = "All price lists of the coalition",
      description = "In the order in which they were made; each holds from its day on.")
  Page<PricesOut> prices(Caller caller) {
    Club club = clubs.get(caller.club());
    return new Page<>(
        settlement.priceLists(club.id()).stream().map(list -> PricesOut.of(club, list)).toList(),
        null);
  }

  @PutMapping("/v1/settlement/prices")
  @Needs(Scope.SETTLEMENT_WRITE)
  @Gives(PricesOut.class)
  @Operation(
      operationId = "putSettlementPrices",
      summary = "Set what a unit costs who gives it, and brings who takes it",
      description =
          "A whole new list, from today or another day that is not closed. Partners may have prices"
              + " of their own.")
  ResponseEntity<?> putPrices(Caller caller, @RequestBody PricesIn in) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        in.read(club, settlement.today(club))
            .then(list -> settlement.put(club, list, caller.actor())),
        put -> PricesOut.of(club, put));
  }

  @PutMapping("/v1/settlement/partners/{code}")
  @Needs(Scope.SETTLEMENT_WRITE)
  @Gives(PartnerOut.class)
  @Operation(
      operationId = "putSettlementPartner",
      summary = "Make a partner, or say what holds of it from a day on",
      description = "Its branches, the rewards it hands over, how it pays and its own prices.")
  ResponseEntity<?> put(
      Caller caller, @PathVariable("code") String code, @RequestBody PartnerForm in) {
    Club club = clubs.get(caller.club());
    Outcome<Partner> put =
        in.read(club, code, settlement.today(club))
            .then(partner -> settlement.put(club, partner, caller.actor()));
    return answers.ok(put, partner -> PartnerOut.of(club, partner, settlement.running(club)));
  }

  @GetMapping("/v1/settlement/partners/{code}")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(PartnerOut.class)
  @Operation(operationId = "getSettlementPartner", summary = "Get a partner and what it owes")
  ResponseEntity<?> get(Caller caller, @PathVariable("code") String code) {
    Club club = clubs.get(caller.club());
    settlement.readOn(club);
    return answers.found(
        settlement.partner(club, code),
        Refusal.at("", SettlementCode.PARTNER_NOT_FOUND, Map.of("value", Input.shortened(code))),
        partner -> PartnerOut.of(club, partner, settlement.running(club)));
  }

  @GetMapping("/v1/settlement/partners")
  @Needs(Scope.SETTLEMENT_READ)
  @Gives(value = PartnerOut.class, list = true)
  @Operation(operationId = "listSettlementPartners", summary = "List partners by code")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    settlement.readOn(club);
    List<Partner> all = settlement.partners(club);
    return answers.ok(
        NamedPaging.read(limit, after)
            .map(paging ->
                paging.page(
                    (code, most) ->
                        all.stream()
                            .filter(one -> one.code().compareTo(code) > 0)
                            .limit(most)
                            .toList(),
                    Partner::code)),
        page -> {
          var running = settlement.running(club);
          return page.map(partner -> PartnerOut.of(club, partner, running));
        });
  }
}
