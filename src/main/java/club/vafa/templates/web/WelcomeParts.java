package club.vafa.templates.web;

import club.vafa.access.Role;
import club.vafa.access.Staff;
import club.vafa.access.StaffList;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.campaigns.LiveCampaigns;
import club.vafa.clubs.Club;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Toman;
import club.vafa.program.Comparison;
import club.vafa.program.NewVersion;
import club.vafa.program.Version;
import club.vafa.program.WholeProgram;
import club.vafa.templates.Asked;
import club.vafa.templates.Parameter;
import club.vafa.templates.Template;
import club.vafa.templates.Templates;
import club.vafa.templates.web.WelcomeProgram.Figure;
import club.vafa.templates.web.WelcomeTrades.Trade;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out how far a club has come, and what each step of its beginning shows. */
@Component
class WelcomeParts {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 12;
  private static final int GROUP = 4;
  private static final Map<String, String> ICONS =
      Map.ofEntries(
          Map.entry("cafe", "coffee"),
          Map.entry("restaurant", "tools-kitchen-2"),
          Map.entry("supermarket", "shopping-cart"),
          Map.entry("fashion", "shirt"),
          Map.entry("beauty", "sparkles"),
          Map.entry("dentist", "dental"),
          Map.entry("training", "school"),
          Map.entry("gym", "barbell"),
          Map.entry("car-service", "car"),
          Map.entry("hotel", "bed"),
          Map.entry("web-shop", "world-www"),
          Map.entry("miles", "plane"),
          Map.entry("charity", "heart-handshake"),
          Map.entry("coalition", "building-store"));

  private final Templates templates;
  private final WholeProgram program;
  private final LiveCampaigns campaigns;
  private final StaffList staff;
  private final Pages pages;
  private final SecureRandom random = new SecureRandom();

  WelcomeParts(
      Templates templates,
      WholeProgram program,
      LiveCampaigns campaigns,
      StaffList staff,
      Pages pages) {
    this.templates = templates;
    this.program = program;
    this.campaigns = campaigns;
    this.staff = staff;
    this.pages = pages;
  }

  boolean runs(ClubId club) {
    return !campaigns.of(club).isEmpty();
  }

  /** How many work here who are no owners. */
  int cashiers(ClubId club) {
    return (int)
        staff.list(club, new Paging(Page.MOST, null)).data().stream()
            .filter(Staff::active)
            .filter(one -> one.role() != Role.OWNER)
            .count();
  }

  WelcomeTrades trades(Screen screen, Club club) {
    Language language = screen.language();
    return new WelcomeTrades(
        templates.all().stream()
            .map(one ->
                new Trade(
                    one.trade(),
                    one.names().getOrDefault(language, one.trade()),
                    one.says().getOrDefault(language, ""),
                    ICONS.getOrDefault(one.trade(), "star")))
            .toList(),
        runs(club.id()));
  }

  /** What was given of money in rial, also where the club reckons in toman. */
  private static Map<String, @Nullable String> rial(
      Club club, Template template, Map<String, @Nullable String> given) {
    if (!club.look().toman()) {
      return given;
    }
    Map<String, @Nullable String> rial = new HashMap<>(given);
    for (Parameter one : template.parameters()) {
      String typed = given.get(one.code());
      if (one.kind() == Parameter.Kind.MONEY && typed != null) {
        rial.put(one.code(), Toman.rial(Digits.western(typed.strip())));
      }
    }
    return rial;
  }

  /** A file of the club's program and what it would change. */
  private record Proposal(String file, Comparison comparison) {}

  private Outcome<Proposal> proposal(
      Club club, Template template, Map<String, @Nullable String> given, Language language) {
    return templates
        .file(club, template.trade(), rial(club, template, given))
        .then(file ->
            program
                .compare(club, file, language)
                .map(comparison -> new Proposal(file, comparison)));
  }

  /** How the template would be with these figures. */
  WelcomeProgram look(
      Screen screen, Club club, Template template, Map<String, @Nullable String> given) {
    Outcome<Comparison> compared =
        templates
            .rules(club, template.trade(), rial(club, template, given))
            .then(file -> program.compare(club, file, screen.language()));
    return switch (compared) {
      case Done<Comparison>(Comparison made) ->
          shown(
              screen,
              new Shown(club, template, given, changes(screen, template, made), Faults.NONE));
      case Refused<Comparison>(List<Refusal> refusals) ->
          refused(screen, club, template, new Wrong(given, refusals));
    };
  }

  private static List<String> changes(Screen screen, Template template, Comparison made) {
    int messages = template.program().path("messages").size();
    return messages == 0
        ? made.changes()
        : Stream.concat(
                made.changes().stream(),
                Stream.of(screen.text("templates.program.messages", "count", messages)))
            .toList();
  }

  /** What was given, and what is wrong with it. */
  record Wrong(Map<String, @Nullable String> given, List<Refusal> refusals) {}

  WelcomeProgram refused(Screen screen, Club club, Template template, Wrong wrong) {
    return shown(
        screen,
        new Shown(
            club, template, wrong.given(), List.of(), pages.faults(screen, wrong.refusals())));
  }

  /** What is shown of a template. */
  private record Shown(
      Club club,
      Template template,
      Map<String, @Nullable String> given,
      List<String> changes,
      Faults faults) {}

  private WelcomeProgram shown(Screen screen, Shown shown) {
    Language language = screen.language();
    return new WelcomeProgram(
        shown.template().trade(),
        shown.template().names().getOrDefault(language, shown.template().trade()),
        templates.asked(shown.club(), shown.template()).stream()
            .map(one -> figure(screen, shown, one))
            .toList(),
        shown.changes(),
        shown.faults());
  }

  private static Figure figure(Screen screen, Shown shown, Asked asked) {
    Parameter parameter = asked.parameter();
    String own = shown.given().get(parameter.code());
    String first = asked.proposed() == null ? "" : asked.proposed();
    boolean toman = parameter.kind() == Parameter.Kind.MONEY && shown.club().look().toman();
    String proposed = toman ? Toman.typed(first) : first;
    boolean words = parameter.kind() == Parameter.Kind.WORDS;
    String beside =
        switch (parameter.kind()) {
          case MONEY -> screen.currencySign();
          case PERCENT -> "%";
          case MONTHS -> screen.text("templates.months");
          case WORDS -> "";
        };
    return new Figure(
        parameter.code(),
        parameter.names().getOrDefault(screen.language(), parameter.code()),
        own == null ? words ? proposed : digits(screen, proposed) : own,
        words,
        beside);
  }

  private static String digits(Screen screen, String text) {
    char zero = screen.number(0).charAt(0);
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(sign ->
            out.append(sign >= '0' && sign <= '9' ? (char) (zero + sign - '0') : (char) sign));
    return out.toString();
  }

  /** Puts the template into force, all of it or nothing. */
  Outcome<Version> publish(Screen screen, Club club, Template template, Wish wish) {
    return proposal(club, template, wish.given(), screen.language())
        .then(made ->
            program.apply(
                club,
                made.file(),
                made.comparison().live(),
                new NewVersion(
                    null,
                    false,
                    screen.text("templates.reason"),
                    wish.actor(),
                    screen.language())));
  }

  /** What is wanted, and by whom. */
  record Wish(Map<String, @Nullable String> given, String actor) {}

  /** Easy to read out and to type: groups of letters and digits that are not mixed up. */
  String password() {
    StringBuilder password = new StringBuilder();
    for (int at = 0; at < LENGTH; at++) {
      password.append(at > 0 && at % GROUP == 0 ? "-" : "");
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  static Map<String, @Nullable String> given(Map<String, List<String>> sent) {
    Map<String, @Nullable String> given = new HashMap<>();
    sent.forEach((name, values) -> {
      if (name.startsWith("p-")) {
        given.put(name.substring(2), values.getLast());
      }
    });
    return given;
  }
}
