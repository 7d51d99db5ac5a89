package club.vafa.settlement.web;

import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.settlement.Partner;
import club.vafa.settlement.PartnersStatement;
import club.vafa.settlement.PartnersStatement.Account;
import club.vafa.settlement.Settlement;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Subpage;
import club.vafa.ui.Tone;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The partners of a coalition and how each stands. */
@Hidden
@Controller
class SettlementPage implements MenuEntry {
  static final String PATH = "/console/settlement";
  static final List<Subpage> TABS =
      List.of(
          new Subpage("settlement.partners", PATH, Scope.SETTLEMENT_READ, true),
          new Subpage("settlement.statements", StatementsPage.PATH, Scope.SETTLEMENT_READ),
          new Subpage("settlement.prices", PricesPage.PATH, Scope.SETTLEMENT_READ),
          new Subpage("settlement.disputes", DisputesPage.PATH, Scope.SETTLEMENT_READ));

  private final Settlement settlement;
  private final Clubs clubs;
  private final Pages pages;

  SettlementPage(Settlement settlement, Clubs clubs, Pages pages) {
    this.settlement = settlement;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTLEMENT_READ)
  ResponseEntity<byte[]> list(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    settlement.readOn(club);
    Optional<PartnersStatement> running = settlement.running(club);
    List<Branch> branches = clubs.branches(club.id());
    List<Item> items =
        settlement.partners(club).stream()
            .map(one -> item(screen, one, named(screen, one, branches), running))
            .toList();
    return pages.show(
        screen,
        "list/page",
        new Listing(
                screen.text("settlement.menu"),
                screen.text("settlement.hint"),
                items,
                new Listing.Empty(
                    "building-store",
                    screen.text("settlement.partners.none"),
                    screen.text("settlement.partners.none.hint")))
            .beside(TABS)
            .offering(
                screen.may(Scope.SETTLEMENT_WRITE),
                new Link(PartnerPage.PATH + "/new", screen.text("settlement.partner.new"))));
  }

  private static Item item(
      Screen screen, Partner partner, String shops, Optional<PartnersStatement> running) {
    long owes = running.flatMap(one -> one.account(partner.code())).map(Account::after).orElse(0L);
    return new Item(
        partner.name(),
        PartnerPage.PATH + "/" + partner.code(),
        shops,
        mark(screen, partner, owes),
        stands(screen, partner, owes));
  }

  /** The names of its branches. */
  static String named(Screen screen, Partner partner, List<Branch> branches) {
    return partner.branches().stream()
        .map(code -> screen.apart(Branch.named(branches, code)))
        .collect(Collectors.joining(" · "));
  }

  static Mark mark(Screen screen, Partner partner, long owes) {
    return partner.warnedOf(owes) ? new Mark(screen.text("settlement.alert"), Tone.BAD) : Mark.NONE;
  }

  /** How a partner stands, in words. */
  static String stands(Screen screen, Partner partner, long owes) {
    if (owes == 0) {
      return screen.text("settlement.even");
    }
    if (owes > 0) {
      return screen.text("settlement.owes", "money", screen.money(owes));
    }
    return screen.text(
        partner.billing() == Partner.Billing.PREPAID ? "settlement.credit" : "settlement.owed",
        "money",
        screen.money(-owes));
  }

  @Override
  public String title() {
    return "settlement.menu";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "report-money";
  }

  @Override
  public int place() {
    return 470;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.SETTLEMENT_READ;
  }
}
