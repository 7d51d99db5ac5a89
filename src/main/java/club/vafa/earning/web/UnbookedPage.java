package club.vafa.earning.web;

import club.vafa.activity.Purchase;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.Recorded;
import club.vafa.earning.web.PurchaseRequest.Reading;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Refusal;
import club.vafa.spending.SpendingCode;
import club.vafa.spending.Unbooked;
import club.vafa.spending.Unbooked.Ending;
import club.vafa.spending.UnbookedId;
import club.vafa.spending.UnbookedSale;
import club.vafa.spending.UnbookedSale.State;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Typed;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What tills could not book: why, and what is to become of it. */
@Hidden
@Controller
class UnbookedPage implements MenuEntry {
  static final String PATH = "/console/unbooked";
  private static final int LONGEST_NOTE = 500;

  private final Unbooked unbooked;
  private final Earning earning;
  private final Clubs clubs;
  private final Json json;
  private final Clock clock;
  private final Pages pages;

  UnbookedPage(
      Unbooked unbooked, Earning earning, Clubs clubs, Json json, Clock clock, Pages pages) {
    this.unbooked = unbooked;
    this.earning = earning;
    this.clubs = clubs;
    this.json = json;
    this.clock = clock;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.ADJUSTMENTS_WRITE)
  @Takes({"state", "after"})
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    boolean open = !typed.at("state").equals("done");
    String after = typed.at("after");
    Paging paging = InputRefused.unlessDone(Paging.read(null, after.isEmpty() ? null : after));
    Page<UnbookedSale> page =
        paging.page(
            (before, most) -> unbooked.list(caller.club(), open, before, most),
            sale -> sale.id().value());
    return pages.show(screen, "list/page", new UnbookedWords(screen).listing(page, open));
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.ADJUSTMENTS_WRITE)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, find(caller, id)));
  }

  private UnbookedSale find(Caller caller, String id) {
    return UnbookedId.parse(id)
        .flatMap(known -> unbooked.find(caller.club(), known))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(SpendingCode.UNBOOKED_NOT_FOUND))));
  }

  @PostMapping(PATH + "/{id}")
  @Needs(Scope.ADJUSTMENTS_WRITE)
  ResponseEntity<byte[]> end(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    UnbookedSale sale = find(caller, id);
    Written written = new Written(sent, screen.club());
    Outcome<UnbookedSale> ended = ended(caller, sale, written, sent);
    return pages.after(
        screen,
        ended,
        _ -> PATH,
        new Again("list/sheet", faults -> sheet(screen, caller, sale).with(written.form(faults))));
  }

  /** Only what was shown is dealt with: its till may have told it anew since. */
  private Outcome<UnbookedSale> ended(
      Caller caller, UnbookedSale sale, Written written, MultiValueMap<String, String> sent) {
    if (sale.state() == State.OPEN && !sale.seen().equals(sent.getFirst("seen"))) {
      return Outcome.refused(Refusal.of(SpendingCode.UNBOOKED_CHANGED));
    }
    return "drop".equals(sent.getFirst("to"))
        ? dropped(caller, sale, written)
        : booked(caller, sale);
  }

  private Sheet sheet(Screen screen, Caller caller, UnbookedSale sale) {
    String text = sale.sale();
    Outcome<NewPurchase> read =
        text == null
            ? Outcome.refused(Refusal.of(SpendingCode.UNBOOKED_DONE))
            : read(clubs.get(caller.club()), text);
    return new UnbookedWords(screen)
        .sheet(sale, read instanceof Done<NewPurchase>(NewPurchase one) ? one.lines() : List.of());
  }

  private Outcome<NewPurchase> read(Club club, String text) {
    return UnbookedApi.read(json, text, new Reading(club, clock.instant(), null, null));
  }

  /** The same sale as it was sent, with what it spends beyond the balance owed by the member. */
  private Outcome<UnbookedSale> booked(Caller caller, UnbookedSale sale) {
    String text = sale.sale();
    if (text == null) {
      return Outcome.refused(Refusal.of(SpendingCode.UNBOOKED_DONE));
    }
    Club club = clubs.get(caller.club());
    Outcome<Recorded<Purchase>> recorded =
        read(club, text).then(purchase -> earning.purchase(club.id(), taken(purchase)));
    return recorded.then(_ -> settled(caller, sale, State.BOOKED, ""));
  }

  private static NewPurchase taken(NewPurchase purchase) {
    return purchase.with(purchase.spend().taken());
  }

  private Outcome<UnbookedSale> dropped(Caller caller, UnbookedSale sale, Written written) {
    Input input = new Input();
    String note = input.text("/note", written.document().path("note").asString(""), LONGEST_NOTE);
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : settled(caller, sale, State.DROPPED, note);
  }

  private Outcome<UnbookedSale> settled(
      Caller caller, UnbookedSale sale, State state, String note) {
    Ending ending = new Ending(state, note, caller.actor());
    return unbooked.settle(caller.club(), sale.number(), ending)
        ? Outcome.done(sale)
        : Outcome.refused(Refusal.of(SpendingCode.UNBOOKED_DONE));
  }

  @Override
  public String title() {
    return "spending.unbooked";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "cloud-off";
  }

  @Override
  public int place() {
    return 160;
  }

  @Override
  public Scope needs() {
    return Scope.ADJUSTMENTS_WRITE;
  }
}
