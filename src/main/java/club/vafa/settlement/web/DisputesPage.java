package club.vafa.settlement.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.settlement.Dispute;
import club.vafa.settlement.Dispute.Decision;
import club.vafa.settlement.Dispute.State;
import club.vafa.settlement.DisputeId;
import club.vafa.settlement.Movements;
import club.vafa.settlement.Movements.Answer;
import club.vafa.settlement.SettlementCode;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Fact;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What partners do not accept, and how it is decided. */
@Hidden
@Controller
class DisputesPage {
  static final String PATH = SettlementPage.PATH + "/disputes";
  private static final String ONE = PATH + "/{id}";
  private static final int LONGEST = 500;
  private static final int LONGEST_CODE = 64;

  private final Movements movements;
  private final Clubs clubs;
  private final Pages pages;

  DisputesPage(Movements movements, Clubs clubs, Pages pages) {
    this.movements = movements;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTLEMENT_READ)
  ResponseEntity<byte[]> list(
      Screen screen, Caller caller, @RequestParam(required = false) @Nullable String after) {
    Page<Dispute> page =
        InputRefused.unlessDone(Paging.read(null, after))
            .page(
                (before, most) -> movements.disputes(caller.club(), null, before, most),
                one -> one.id().value());
    return pages.show(
        screen,
        "list/page",
        new Listing(
                screen.text("settlement.menu"),
                screen.text("settlement.hint"),
                page.data().stream()
                    .map(one ->
                        new Item(
                            title(screen, one),
                            PATH + "/" + one.id(),
                            one.reason(),
                            mark(screen, one),
                            screen.day(one.raisedAt())))
                    .toList(),
                new Listing.Empty(
                    "notes",
                    screen.text("settlement.disputes.none"),
                    screen.text("settlement.disputes.none.hint")))
            .beside(SettlementPage.TABS)
            .goingOn(page.next() == null ? null : PATH + "?after=" + page.next()));
  }

  private static String title(Screen screen, Dispute dispute) {
    return screen.text("settlement.dispute.title", "name", screen.apart(dispute.partner()));
  }

  private static Mark mark(Screen screen, Dispute dispute) {
    return new Mark(
        screen.text("settlement.dispute.state." + dispute.state().name().toLowerCase(Locale.ROOT)),
        switch (dispute.state()) {
          case OPEN -> Tone.BAD;
          case ACCEPTED -> Tone.GOOD;
          case REJECTED -> Tone.PLAIN;
        });
  }

  @GetMapping(ONE)
  @Needs(Scope.SETTLEMENT_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, find(caller, id)));
  }

  private Dispute find(Caller caller, String id) {
    return DisputeId.parse(id)
        .flatMap(known -> movements.dispute(caller.club(), known))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(SettlementCode.DISPUTE_NOT_FOUND))));
  }

  private static Sheet sheet(Screen screen, Dispute dispute) {
    boolean may = screen.may(Scope.SETTLEMENT_WRITE) && dispute.state() == State.OPEN;
    String path = PATH + "/" + dispute.id();
    Ask answer = new Ask("text/answer", screen.text("settlement.dispute.answer"), true);
    return new Sheet(
            title(screen, dispute),
            dispute.reason(),
            mark(screen, dispute),
            new Link(PATH, screen.text("settlement.disputes")))
        .and(
            new Section(screen.text("settlement.disputes"), facts(screen, dispute))
                .leadingTo(
                    new Link(
                        EntriesPage.PATH + "/" + SettlementViews.movement(dispute.movement()),
                        screen.text("settlement.dispute.entry"))))
        .offering(
            may,
            new Deed(
                    path,
                    "accept",
                    screen.text("settlement.dispute.accept"),
                    screen.text("settlement.dispute.accept.hint"))
                .asking(
                    answer,
                    new Ask("text/branch", screen.text("settlement.dispute.branch"), false)))
        .offering(
            may,
            new Deed(
                    path,
                    "reject",
                    screen.text("settlement.dispute.reject"),
                    screen.text("settlement.dispute.reject.hint"))
                .asking(answer));
  }

  private static List<Fact> facts(Screen screen, Dispute dispute) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("settlement.dispute.reason"), dispute.reason()));
    facts.add(
        new Fact(
            screen.text("settlement.dispute.raised"),
            screen.time(dispute.raisedAt()) + " · " + dispute.raisedBy()));
    Decision decision = dispute.decision();
    if (decision != null) {
      facts.add(
          new Fact(
              screen.text("settlement.dispute.answer"),
              decision.answer() + " · " + screen.time(decision.at()) + " · " + decision.by()));
      if (decision.branch() != null) {
        facts.add(new Fact(screen.text("settlement.dispute.branch"), decision.branch()));
      }
    }
    return facts;
  }

  @PostMapping(ONE)
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> decide(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Dispute dispute = find(caller, id);
    Input input = new Input();
    State how = "accept".equals(sent.getFirst("to")) ? State.ACCEPTED : State.REJECTED;
    String answer = input.text("/answer", sent.getFirst("text/answer"), LONGEST);
    String branch =
        how == State.ACCEPTED
            ? input.optionalText("/branch", sent.getFirst("text/branch"), LONGEST_CODE)
            : null;
    Written written = new Written(sent, screen.club());
    return pages.after(
        screen,
        input.faulty()
            ? Outcome.refused(input.refusals())
            : movements.decide(
                clubs.get(caller.club()),
                dispute.id(),
                new Answer(how, branch, answer, caller.actor())),
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, dispute).with(written.form(faults))));
  }
}
