package club.vafa.settlement.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.settlement.Partner;
import club.vafa.settlement.PartnersStatement;
import club.vafa.settlement.PartnersStatement.Account;
import club.vafa.settlement.Payment;
import club.vafa.settlement.PriceForm;
import club.vafa.settlement.Settlement;
import club.vafa.ui.Fact;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is shown of a partner: its account, its terms, its payments. */
@Component
class PartnerSheet {
  private static final int LATEST = 20;

  private final Settlement settlement;
  private final Clubs clubs;

  PartnerSheet(Settlement settlement, Clubs clubs) {
    this.settlement = settlement;
    this.clubs = clubs;
  }

  Sheet of(Screen screen, Club club, Partner partner) {
    settlement.readOn(club);
    Optional<PartnersStatement> running = settlement.running(club);
    Optional<Account> account = running.flatMap(one -> one.account(partner.code()));
    long owes = account.map(Account::after).orElse(0L);
    return new Sheet(
            partner.name(),
            SettlementPage.stands(screen, partner, owes),
            SettlementPage.mark(screen, partner, owes),
            new Link(SettlementPage.PATH, screen.text("settlement.back")))
        .and(
            new Section(
                    screen.text("settlement.account"),
                    account.map(one -> account(screen, one)).orElse(List.of()))
                .leadingTo(
                    new Link(
                        StatementsPage.PATH + "/open", screen.text("settlement.statement.open"))))
        .and(new Section(screen.text("settlement.terms"), terms(screen, club, partner)))
        .and(payments(screen, club, partner));
  }

  private static List<Fact> account(Screen screen, Account account) {
    return List.of(
        new Fact(screen.text("settlement.statement.before"), screen.money(account.before())),
        new Fact(screen.text("settlement.statement.net"), screen.money(account.net())),
        new Fact(screen.text("settlement.statement.paid"), screen.money(account.paid())),
        new Fact(screen.text("settlement.statement.after"), screen.money(account.after())));
  }

  private List<Fact> terms(Screen screen, Club club, Partner partner) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("settlement.partner.code"), partner.code(), true));
    facts.add(new Fact(screen.text("settlement.partner.from"), screen.day(partner.from())));
    facts.add(
        new Fact(
            screen.text("settlement.partner.branches"),
            partner.branches().isEmpty()
                ? screen.text("settlement.partner.branches.none")
                : SettlementPage.named(screen, partner, clubs.branches(club.id()))));
    if (!partner.rewards().isEmpty()) {
      facts.add(
          new Fact(
              screen.text("settlement.partner.rewards"), String.join(", ", partner.rewards())));
    }
    facts.add(
        new Fact(
            screen.text("settlement.partner.billing"),
            screen.text(
                "settlement.billing." + partner.billing().name().toLowerCase(Locale.ROOT))));
    if (partner.alertBelow() != null) {
      facts.add(
          new Fact(screen.text("settlement.partner.alert"), screen.money(partner.alertBelow())));
    }
    PriceForm.of(club, partner.prices())
        .forEach(price ->
            facts.add(
                new Fact(PricesPage.unit(screen, club, price), PricesPage.told(screen, price))));
    return facts;
  }

  private Section payments(Screen screen, Club club, Partner partner) {
    List<Item> items =
        settlement.payments(club.id(), partner.code(), null, LATEST).stream()
            .map(payment -> item(screen, club, payment))
            .toList();
    return Section.list(
        screen.text("settlement.payments"),
        items.isEmpty() ? screen.text("settlement.payments.none") : "",
        items);
  }

  private static Item item(Screen screen, Club club, Payment payment) {
    Payment.Pack pack = payment.pack();
    String amount = screen.money(payment.amount());
    String told = amount;
    if (pack != null) {
      Unit unit = club.unit(pack.unit());
      told =
          screen.text(
              "settlement.payment.pack",
              "amount",
              amount,
              "units",
              screen.amount(new Amount(pack.units(), unit.decimals())),
              "unit",
              unit.counted(screen.language(), pack.units()));
    }
    return new Item(
        screen.day(payment.day()),
        "",
        payment.note() == null ? "" : payment.note(),
        Mark.NONE,
        told);
  }
}
