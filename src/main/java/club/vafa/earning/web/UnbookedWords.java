package club.vafa.earning.web;

import club.vafa.api.Page;
import club.vafa.earning.NewPurchase.Line;
import club.vafa.kernel.Amount;
import club.vafa.rules.Facts;
import club.vafa.spending.UnbookedSale;
import club.vafa.spending.UnbookedSale.State;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Fact;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what tills could not book. */
record UnbookedWords(Screen screen) {
  Listing listing(Page<UnbookedSale> page, boolean open) {
    String others = UnbookedPage.PATH + (open ? "?state=done" : "");
    return new Listing(
            screen.text(open ? "spending.unbooked" : "spending.unbooked.done"),
            screen.text("spending.unbooked.hint"),
            page.map(this::item).data(),
            new Listing.Empty(
                "circle-check",
                screen.text("spending.unbooked.none"),
                screen.text("spending.unbooked.none.hint")))
        .goingOn(
            page.next() == null
                ? null
                : UnbookedPage.PATH + "?state=" + (open ? "" : "done") + "&after=" + page.next())
        .offering(
            true,
            new Link(
                others,
                screen.text(open ? "spending.unbooked.done" : "spending.unbooked.open"),
                false,
                open ? "history" : "cloud-off"));
  }

  private Item item(UnbookedSale sale) {
    return new Item(
        who(sale),
        UnbookedPage.PATH + "/" + sale.id(),
        screen.time(sale.occurredAt()) + " · " + sale.reason(),
        mark(sale),
        screen.money(sale.total()));
  }

  private String who(UnbookedSale sale) {
    return sale.who().isEmpty() ? sale.number() : sale.who();
  }

  private Mark mark(UnbookedSale sale) {
    return new Mark(
        screen.text("spending.unbooked.state." + sale.state().name().toLowerCase(Locale.ROOT)),
        sale.state() == State.OPEN ? Tone.BAD : Tone.PLAIN);
  }

  Sheet sheet(UnbookedSale sale, List<Line> lines) {
    String path = UnbookedPage.PATH + "/" + sale.id();
    boolean open = sale.state() == State.OPEN;
    return new Sheet(
            who(sale),
            sale.reason(),
            mark(sale),
            new Link(UnbookedPage.PATH, screen.text("spending.unbooked.back")))
        .and(new Section(screen.text("spending.unbooked.about"), facts(sale)))
        .also(
            !lines.isEmpty(),
            Section.list(
                screen.text("spending.unbooked.lines"),
                "",
                lines.stream().map(this::line).toList()))
        .offering(
            open,
            new Deed(
                    path,
                    "book",
                    screen.text("spending.unbooked.book"),
                    screen.text("spending.unbooked.book.hint"))
                .decidedBy(sale.seen()))
        .offering(
            open,
            new Deed(
                    path,
                    "drop",
                    screen.text("spending.unbooked.drop"),
                    screen.text("spending.unbooked.drop.hint"))
                .asking(new Ask("text/note", screen.text("spending.unbooked.note"), true))
                .decidedBy(sale.seen())
                .forGood());
  }

  private Item line(Line line) {
    return new Item(
        line.name().isEmpty() ? line.sku() : line.name(),
        "",
        screen.text(
            "spending.unbooked.line",
            "quantity",
            screen.amount(new Amount(line.quantity(), Facts.Line.QUANTITY_DECIMALS))),
        Mark.NONE,
        screen.money(line.amount()));
  }

  private List<Fact> facts(UnbookedSale sale) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("spending.unbooked.number"), sale.number(), true));
    facts.add(new Fact(screen.text("spending.unbooked.total"), screen.money(sale.total())));
    facts.add(new Fact(screen.text("spending.unbooked.when"), screen.time(sale.occurredAt())));
    facts.add(new Fact(screen.text("spending.unbooked.told"), screen.time(sale.reportedAt())));
    facts.add(new Fact(screen.text("spending.unbooked.cashier"), sale.reportedBy(), true));
    if (sale.doneAt() != null && sale.doneBy() != null) {
      facts.add(new Fact(screen.text("spending.unbooked.ended"), screen.time(sale.doneAt())));
      facts.add(new Fact(screen.text("spending.unbooked.by"), sale.doneBy(), true));
    }
    if (!sale.note().isEmpty()) {
      facts.add(new Fact(screen.text("spending.unbooked.note"), sale.note()));
    }
    return facts;
  }
}
