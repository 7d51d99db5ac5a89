package club.vafa.rewards.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.VoucherId;
import club.vafa.rewards.VoucherTerms.Benefit;
import club.vafa.rewards.Vouchers;
import club.vafa.rewards.Vouchers.Change;
import club.vafa.rewards.Vouchers.Reason;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Fact;
import club.vafa.ui.Faults;
import club.vafa.ui.Link;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Vouchers: looked up by their code, and stopped. */
@Hidden
@Controller
class VouchersPage {
  static final String PATH = RewardsPage.PATH + "/vouchers";
  private static final int LONGEST_REASON = 500;

  private final Vouchers vouchers;
  private final Clubs clubs;
  private final Pages pages;

  VouchersPage(Vouchers vouchers, Clubs clubs, Pages pages) {
    this.vouchers = vouchers;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.REWARDS_READ)
  ResponseEntity<byte[]> search(
      Screen screen, Caller caller, @RequestParam(defaultValue = "") String code) {
    if (code.isBlank()) {
      return pages.show(screen, "rewards/vouchers", new VoucherSearch("", Faults.NONE));
    }
    Outcome<Voucher> found = vouchers.find(caller.club(), caller.id(), code);
    return switch (found) {
      case Done<Voucher>(Voucher voucher) -> pages.goTo(screen, PATH + "/" + voucher.id());
      case Outcome.Refused<Voucher>(List<Refusal> refusals) ->
          pages.refused(
              screen,
              "rewards/vouchers",
              new VoucherSearch(code.strip(), pages.faults(screen, refusals)));
    };
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.REWARDS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  @PostMapping(PATH + "/{id}/change")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam Map<String, String> sent) {
    VoucherId known = VoucherId.parse(id).orElseThrow(VouchersPage::unknown);
    Change change =
        switch (sent.getOrDefault("to", "")) {
          case "cancel" -> Change.CANCEL;
          case "block" -> Change.BLOCK;
          case "unblock" -> Change.UNBLOCK;
          case "release" -> Change.RELEASE;
          default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
        };
    Input input = new Input();
    String why = input.optionalText("/reason", sent.get("text/reason"), LONGEST_REASON);
    Outcome<Voucher> changed =
        input.faulty()
            ? Outcome.refused(input.refusals())
            : vouchers.change(caller.club(), known, change, new Reason(caller.actor(), why));
    return pages.after(
        screen,
        changed,
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  private static InputRefused unknown() {
    return new InputRefused(List.of(Refusal.of(RewardsCode.VOUCHER_NOT_FOUND)));
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    Club club = clubs.get(caller.club());
    Voucher voucher =
        VoucherId.parse(id)
            .flatMap(known -> vouchers.find(club.id(), known))
            .orElseThrow(VouchersPage::unknown);
    RewardWords words = new RewardWords(screen, club);
    boolean may = screen.may(Scope.REWARDS_WRITE);
    boolean open =
        switch (voucher.state()) {
          case ISSUED, ACTIVE, RESERVED, PARTIALLY_REDEEMED -> true;
          case REDEEMED, EXPIRED, CANCELLED, BLOCKED -> false;
        };
    boolean blocked = voucher.state() == Voucher.State.BLOCKED;
    return new Sheet(
            voucher.shown(),
            vouchers.name(club.id(), voucher.reward(), voucher.version(), screen.language()),
            words.mark(voucher.state()),
            new Link(PATH, screen.text("rewards.vouchers.back")))
        .and(
            new Section(screen.text("rewards.voucher.about"), facts(words, voucher))
                .leadingTo(
                    voucher.member() != null && screen.may(Scope.MEMBERS_READ)
                        ? new Link(
                            "/console/members/" + voucher.member(),
                            screen.text("rewards.claim.member"))
                        : null))
        .offering(
            may && voucher.state() == Voucher.State.RESERVED, deed(screen, voucher, "release"))
        .offering(may && open, deed(screen, voucher, "block"))
        .offering(may && blocked, deed(screen, voucher, "unblock"))
        .offering(may && (open || blocked), deed(screen, voucher, "cancel").forGood())
        .with(faults);
  }

  private static Deed deed(Screen screen, Voucher voucher, String to) {
    return new Deed(
            PATH + "/" + voucher.id() + "/change",
            to,
            screen.text("rewards.voucher." + to),
            screen.text("rewards.voucher." + to + ".hint"))
        .asking(new Ask("text/reason", screen.text("rewards.reason"), false));
  }

  private List<Fact> facts(RewardWords words, Voucher voucher) {
    Screen screen = words.screen();
    Benefit benefit = vouchers.terms(words.club().id(), voucher).benefit();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("rewards.voucher.worth"), words.benefit(benefit)));
    if (benefit instanceof Benefit.MoneyOff) {
      facts.add(new Fact(screen.text("rewards.voucher.left"), screen.money(voucher.left())));
    }
    if (voucher.state() != Voucher.State.ISSUED) {
      facts.add(new Fact(screen.text("rewards.voucher.given"), screen.day(voucher.issuedAt())));
    }
    if (voucher.expiresAt() != null) {
      facts.add(
          new Fact(screen.text("rewards.until"), screen.day(voucher.expiresAt().minusMillis(1))));
    }
    if (voucher.reservedUntil() != null) {
      facts.add(
          new Fact(screen.text("rewards.voucher.reserved"), screen.time(voucher.reservedUntil())));
    }
    return facts;
  }
}
