package club.vafa.campaigns.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The usual ways an award waits and ends. Whatever else a definition says stays as it is. */
final class Lifetimes {
  private static final List<Integer> MONTHS = List.of(1, 3, 6, 12, 24);
  private static final List<Integer> DAYS = List.of(1, 7, 14, 30);

  private final Ground ground;

  Lifetimes(Ground ground) {
    this.ground = ground;
  }

  /** Each as JSON with its phrase. */
  List<Choice> of(String kind) {
    return kind.equals("expires") ? expires() : pending();
  }

  private List<Choice> expires() {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", ground.text("campaigns.form.as_unit")));
    all.add(new Choice("never", ground.text("rules.expires.never")));
    for (int months : MONTHS) {
      all.add(
          new Choice(
              "{\"months\":" + months + "}",
              ground
                  .screen()
                  .text("rules.expires.after", "months", months, "days", 0, "end", "instant")));
    }
    for (String end : List.of("month", "year")) {
      all.add(
          new Choice(
              "{\"atEndOf\":\"" + end + "\"}",
              ground.screen().text("rules.expires.end", "end", end, "later", 0)));
    }
    return all;
  }

  private List<Choice> pending() {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice("", ground.text("campaigns.form.as_unit")));
    all.add(new Choice("none", ground.text("rules.pending.none")));
    all.add(new Choice("next_visit", ground.text("rules.pending.visit")));
    for (int days : DAYS) {
      all.add(
          new Choice(
              "{\"days\":" + days + "}", ground.screen().text("rules.pending.days", "days", days)));
    }
    Map<String, ?> events = ground.words().events();
    events.keySet().stream()
        .sorted()
        .forEach(type ->
            all.add(
                new Choice(
                    "{\"event\":\"" + type + "\"}",
                    ground.screen().text("rules.pending.event", "type", type))));
    return all;
  }
}
