package club.vafa.memberships.web;

import club.vafa.memberships.Membership;
import club.vafa.memberships.Plan;
import club.vafa.memberships.PlanTerms;
import club.vafa.ui.Fact;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import club.vafa.ui.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plans and memberships in the words of a page. */
public record PlanWords(Screen screen) {
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  String name(Plan plan) {
    return plan.terms().name(screen.language(), plan.code());
  }

  /** What it costs, and how often. */
  String fee(PlanTerms terms) {
    return screen.text(
        "memberships.fee.each",
        "money",
        screen.money(terms.fee()),
        "count",
        terms.period().count(),
        "each",
        lower(terms.period().each()));
  }

  Mark mark(Plan plan) {
    return new Mark(
        screen.text("memberships.plan.state." + lower(plan.state())),
        plan.state() == Plan.State.LIVE ? Tone.GOOD : Tone.PLAIN);
  }

  Mark mark(Membership.State state) {
    Tone tone =
        switch (state) {
          case TRIAL, ACTIVE -> Tone.GOOD;
          case PENDING, PAUSED, EXPIRED, CANCELLED -> Tone.PLAIN;
          case PAST_DUE -> Tone.BAD;
        };
    return new Mark(screen.text("memberships.state." + lower(state)), tone);
  }

  private String days(int days) {
    return screen.text("memberships.days", "count", days);
  }

  List<Fact> facts(PlanTerms terms) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("memberships.fee"), fee(terms)));
    String told = terms.descriptions().get(screen.language());
    if (told != null) {
      facts.add(new Fact(screen.text("memberships.description"), told));
    }
    facts.add(new Fact(screen.text("memberships.trial"), days(terms.trialDays())));
    facts.add(
        new Fact(
            screen.text("memberships.renewal"),
            screen.text("memberships.renewal." + lower(terms.renewal()))));
    facts.add(new Fact(screen.text("memberships.grace"), days(terms.graceDays())));
    facts.add(new Fact(screen.text("memberships.tries"), screen.number(terms.tries())));
    facts.add(new Fact(screen.text("memberships.pause"), days(terms.pauseDays())));
    facts.add(
        new Fact(
            screen.text("memberships.cancelling"),
            screen.text("memberships.cancelling." + lower(terms.cancelling()))));
    facts.add(
        new Fact(
            screen.text("memberships.sharing"),
            screen.text(
                terms.sharing().adults() + terms.sharing().children() == 0
                    ? "memberships.sharing.nobody"
                    : "memberships.sharing.told",
                "adults",
                terms.sharing().adults(),
                "children",
                terms.sharing().children())));
    return facts;
  }

  /** What it entitles to, as often as its limit says. */
  String limit(PlanTerms.Entitlement one) {
    return one.limit() == null
        ? screen.text("memberships.uses.endless")
        : screen.text(
            "memberships.uses", "count", one.limit().uses(), "each", lower(one.limit().each()));
  }

  public Map<String, String> choices(String key, Enum<?>... values) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Enum<?> value : values) {
      choices.put(lower(value), screen.text(key + lower(value)));
    }
    return choices;
  }
}
