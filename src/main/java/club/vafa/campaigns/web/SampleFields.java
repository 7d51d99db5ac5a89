package club.vafa.campaigns.web;

import club.vafa.campaigns.form.Choice;
import club.vafa.campaigns.form.Days;
import club.vafa.campaigns.form.Field;
import club.vafa.campaigns.form.Ground;
import club.vafa.campaigns.form.Look;
import club.vafa.campaigns.web.TryOut.Trial;
import club.vafa.kernel.CalendarKind;
import club.vafa.ui.Screen;
import java.util.ArrayList;
import java.util.List;

/** What is asked for about a sale to try a campaign with. */
final class SampleFields {
  private final Trial trial;
  private final Sample sample;
  private final Screen screen;

  SampleFields(Trial trial, Sample sample) {
    this.trial = trial;
    this.sample = sample;
    this.screen = trial.screen();
  }

  List<Field> all(String usual) {
    CalendarKind calendar = trial.club().calendar();
    boolean gregorian = calendar == CalendarKind.GREGORIAN;
    String today = Days.written(sample.today(), calendar);
    List<Field> all = new ArrayList<>();
    all.add(input("amount", Look.NUMBER, usual).beside(screen.currencySign()));
    all.add(input("day", gregorian ? Look.DATE : Look.NUMBER, gregorian ? today : shown(today)));
    all.add(input("time", Look.NUMBER, shown("10:00")));
    all.add(said("visits", List.of("some", "first")));
    all.add(said("birthday", List.of("no", "yes")));
    owned("branch", "branch", all);
    owned("tier", "tiers", all);
    all.add(input("coupon", Look.TEXT, ""));
    return all;
  }

  private String shown(String text) {
    return Ground.digits(screen, text);
  }

  List<List<Field>> goods() {
    List<List<Field>> goods = new ArrayList<>();
    for (int row = 0; row < Sample.ROWS; row++) {
      goods.add(
          List.of(
              row("category", row, Look.TEXT),
              row("sku", row, Look.TEXT),
              row("price", row, Look.NUMBER),
              row("quantity", row, Look.NUMBER)));
    }
    return goods;
  }

  boolean itemised() {
    return goods().stream().anyMatch(row -> row.stream().anyMatch(one -> !one.value().isEmpty()));
  }

  private Field row(String what, int row, Look look) {
    return named(what + "-" + row, what, look, "");
  }

  private Field input(String name, Look look, String first) {
    return named(name, name, look, first);
  }

  private Field named(String name, String label, Look look, String first) {
    return Field.of(
            "try-" + name, screen.text("campaigns.try." + label), look, sample.text(name, first))
        .faulty(sample.faulty(name) ? screen.text("campaigns.try.unreadable") : "");
  }

  private Field said(String name, List<String> values) {
    String now = sample.text(name, values.getFirst());
    return Field.select(
        "try-" + name,
        screen.text("campaigns.try." + name),
        values.stream()
            .map(one ->
                new Choice(one, screen.text("campaigns.try." + name + "." + one), one.equals(now)))
            .toList());
  }

  /** A select of what the club has; left out when it has none. */
  private void owned(String name, String what, List<Field> into) {
    List<Choice> own = trial.offers().list(what);
    if (own.isEmpty()) {
      return;
    }
    String now = sample.text(name, "");
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", screen.text("campaigns.try.none"), now.isEmpty()));
    own.forEach(one -> all.add(one.chosen(one.value().equals(now))));
    into.add(Field.select("try-" + name, screen.text("campaigns.try." + name), all));
  }
}
