package club.vafa.campaigns.web;

import club.vafa.campaigns.form.Choice;
import club.vafa.campaigns.form.Days;
import club.vafa.campaigns.form.Field;
import club.vafa.campaigns.form.Ground;
import club.vafa.campaigns.form.Look;
import club.vafa.kernel.CalendarKind;
import club.vafa.rules.Vocabulary.AttributeKind;
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
    String today = Days.written(sample.today(), calendar);
    List<Field> all = new ArrayList<>();
    if (trial.sells()) {
      all.add(input("amount", Look.NUMBER, shown(usual)).beside(screen.currencySign()));
    }
    all.add(input("day", Look.DATE, shown(today)));
    all.add(input("time", Look.NUMBER, shown("10:00")));
    all.add(said("visits", List.of("some", "first")));
    all.add(said("birthday", List.of("no", "yes")));
    if (trial.sells()) {
      owned("branch", "branch", all);
      asked("terminal", "terminal", all);
      asked("card", "", all);
    }
    owned("tier", "tiers", all);
    asked("plan", "plans", all);
    asked("entitled", "entitlements", all);
    asked("segment", "", all);
    if (trial.sells()) {
      all.add(input("coupon", Look.TEXT, ""));
    }
    trial.attributes().forEach((name, kind) -> all.add(attribute(name, kind)));
    return all;
  }

  /** Asked for only where the campaign looks at it; to be written where there is no list. */
  private void asked(String condition, String what, List<Field> into) {
    if (trial.asks(condition)) {
      if (trial.offers().list(what).isEmpty()) {
        into.add(input(condition, Look.TEXT, ""));
      } else {
        owned(condition, what, into);
      }
    }
  }

  private Field attribute(String code, AttributeKind kind) {
    String name = "attribute-" + code;
    return switch (kind) {
      case BOOLEAN -> yesOrNo(name, code);
      case TEXT -> plain(name, code, Look.TEXT);
      case NUMBER -> plain(name, code, Look.NUMBER);
      case DATE -> plain(name, code, Look.DATE);
    };
  }

  private Field yesOrNo(String name, String label) {
    String now = sample.text(name, "no");
    return Field.select(
        "try-" + name,
        label,
        List.of(
            new Choice("no", screen.text("campaigns.try.no"), now.equals("no")),
            new Choice("yes", screen.text("campaigns.try.yes"), now.equals("yes"))));
  }

  private Field plain(String name, String label, Look look) {
    return Field.of("try-" + name, label, look, sample.text(name, ""))
        .faulty(sample.faulty(name) ? screen.text("campaigns.try.unreadable") : "");
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
    String key = "campaigns.try." + name;
    String now = sample.text(name, values.getFirst());
    return Field.select(
        "try-" + name,
        screen.text(key),
        values.stream()
            .map(one -> new Choice(one, screen.text(key + "." + one), one.equals(now)))
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
