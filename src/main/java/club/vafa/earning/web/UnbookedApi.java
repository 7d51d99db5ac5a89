package club.vafa.earning.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.web.PurchaseRequest.Reading;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.spending.Unbooked;
import club.vafa.spending.Unbooked.Ending;
import club.vafa.spending.Unbooked.Report;
import club.vafa.spending.UnbookedSale;
import club.vafa.spending.UnbookedSale.State;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tills tell here what they could not book, and learn what became of it. */
@Hidden
@RestController
class UnbookedApi {
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_SALE = 500_000;
  private static final int MOST_NUMBERS = 50;

  private final Unbooked unbooked;
  private final Clubs clubs;
  private final Json json;
  private final Answers answers;
  private final Clock clock;

  UnbookedApi(Unbooked unbooked, Clubs clubs, Json json, Answers answers, Clock clock) {
    this.unbooked = unbooked;
    this.clubs = clubs;
    this.json = json;
    this.answers = answers;
    this.clock = clock;
  }

  /** A sale that was refused when it was sent; the sale is what was sent, as text. */
  record UnbookedIn(
      @Nullable String number,
      @Nullable String who,
      @Nullable String sale,
      @Nullable String code,
      @Nullable String reason) {}

  /** What became of a sale, by its number. */
  record UnbookedOut(String number, String state, String note) {
    static UnbookedOut of(UnbookedSale sale) {
      String state = sale.state().name().toLowerCase(Locale.ROOT);
      return new UnbookedOut(sale.number(), state, sale.note());
    }
  }

  /** What a till knows of the sales it asked about. */
  record UnbookedList(List<UnbookedOut> data) {}

  @PostMapping("/till/data/unbooked")
  @Needs(Scope.PURCHASES_WRITE)
  ResponseEntity<?> report(@RequestBody UnbookedIn in, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        read(in, club)
            .map(report -> {
              unbooked.report(club.id(), report, caller.actor());
              return unbooked.numbered(club.id(), List.of(report.number()));
            }),
        UnbookedApi::list);
  }

  /** A sale that cannot even be read is kept too: it happened. */
  private Outcome<Report> read(UnbookedIn in, Club club) {
    Input input = new Input();
    String number = input.text("/number", in.number(), LONGEST_NUMBER);
    String who = input.optionalText("/who", in.who(), LONGEST_TEXT);
    String sale = input.text("/sale", in.sale(), LONGEST_SALE);
    String code = input.text("/code", in.code(), LONGEST_NUMBER);
    String reason = input.text("/reason", in.reason(), LONGEST_TEXT);
    Optional<NewPurchase> purchase = purchase(club, sale);
    if (purchase.isPresent() && !purchase.get().key().externalId().equals(number)) {
      input.refuse(
          "/number",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", number, "allowed", purchase.get().key().externalId()));
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(
            new Report(
                number,
                who == null ? "" : who,
                purchase.map(NewPurchase::total).orElse(0L),
                sale,
                code,
                reason,
                purchase.map(NewPurchase::occurredAt).orElseGet(clock::instant)));
  }

  private Optional<NewPurchase> purchase(Club club, String sale) {
    Outcome<NewPurchase> read = read(json, sale, new Reading(club, clock.instant(), null, null));
    return read instanceof Outcome.Done<NewPurchase>(NewPurchase purchase)
        ? Optional.of(purchase)
        : Optional.empty();
  }

  static Outcome<NewPurchase> read(Json json, String sale, Reading reading) {
    return json.read(sale.getBytes(StandardCharsets.UTF_8), PurchaseRequest.class)
        .then(request -> request.read(reading, false));
  }

  /** The till itself brought it to an end: sent with what was wrong mended, or thrown away. */
  record EndedIn(@Nullable String number, @Nullable String state) {}

  @PostMapping("/till/data/unbooked/ended")
  @Needs(Scope.PURCHASES_WRITE)
  ResponseEntity<?> end(@RequestBody EndedIn in, Caller caller) {
    Input input = new Input();
    String number = input.text("/number", in.number(), LONGEST_NUMBER);
    boolean mended = "mended".equals(in.state());
    if (!mended && !"dropped".equals(in.state())) {
      input.refuse(
          "/state",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", String.valueOf(in.state()), "allowed", "mended, dropped"));
    }
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    State state = mended ? State.MENDED : State.DROPPED;
    unbooked.settle(caller.club(), number, new Ending(state, "", caller.actor()));
    return ResponseEntity.ok(list(unbooked.numbered(caller.club(), List.of(number))));
  }

  @GetMapping("/till/data/unbooked")
  @Needs(Scope.PURCHASES_WRITE)
  ResponseEntity<UnbookedList> state(
      Caller caller, @RequestParam(name = "numbers", defaultValue = "") String numbers) {
    List<String> asked = List.of(numbers.split(",", MOST_NUMBERS));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(list(unbooked.numbered(caller.club(), asked)));
  }

  private static UnbookedList list(List<UnbookedSale> sales) {
    return new UnbookedList(sales.stream().map(UnbookedOut::of).toList());
  }
}
