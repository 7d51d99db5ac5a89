package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year of a club, told as a table: the day, who, what they do, what comes of it, and what they
 * have then. A day may have a time of day behind it; without one it is noon, and who only waits or
 * asks for the account does so at eleven in the evening.
 */
final class Year {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern DAILY = Pattern.compile("(.*), daily (\\d+)");

  private final Hours hours;
  final Club club;
  final Web web;
  private final Life life;

  private Year(ApplicationContext context, int port, NewClub wanted) {
    this.hours = new Hours(context);
    Clubs clubs = context.getBean(Clubs.class);
    ClubId id = TestClub.done(clubs.found(wanted)).id();
    this.club = clubs.get(id);
    this.web = new Web(port, context.getBean(TestClub.class).key(club));
    this.life = new Life(web, club);
  }

  /** An empty club that reckons in euros, or in rial by the Jalali calendar. */
  static Year of(ApplicationContext context, int port, String currency) {
    boolean iran = currency.equals("IRR");
    String code = "year-" + UUID.randomUUID().toString().substring(0, 8);
    return new Year(
        context,
        port,
        new NewClub(
            code,
            "Morgenrot",
            Currency.getInstance(currency),
            iran ? "Asia/Tehran" : "Europe/Berlin",
            iran ? CalendarKind.JALALI : CalendarKind.GREGORIAN,
            Language.EN,
            iran ? "IR" : "DE"));
  }

  /** Begins with the template of a trade, as it is proposed but for what is given. */
  Year template(String trade, String given) {
    begins("2030-01-01");
    web.post("/v1/templates/" + trade + "/draft", "{'parameters':{" + given + "}}").expect(201);
    publish(trade);
    return this;
  }

  /** Begins with a program file. */
  Year program(String file) {
    begins("2030-01-01");
    web.send(
            "PUT",
            "/v1/program/drafts/story",
            JSON.writeValueAsString(java.util.Map.of("file", file.replace("'", "’"))))
        .expect(200);
    publish("story");
    return this;
  }

  /** Shops of a street are branches. */
  Year branches(String... codes) {
    for (String code : codes) {
      web.send("PUT", "/v1/branches/" + code, "{'name':'" + code + "'}").expect(200);
    }
    return this;
  }

  private void begins(String day) {
    hours.moveTo(club.id(), instant(day));
  }

  private void publish(String draft) {
    web.post("/v1/program/drafts/" + draft + "/publish", "{'reason':'a year'}").expect(200);
  }

  private Instant instant(String when) {
    String[] parts = when.strip().split(" ");
    String time = parts.length > 1 ? parts[1] : "12:00";
    return LocalDateTime.parse(parts[0] + "T" + time).atZone(club.zone()).toInstant();
  }

  private Instant evening(String when) {
    return instant(when.contains(" ") ? when : when + " 23:00");
  }

  /** Tells the year; who does nothing only looks. */
  void tells(String table) {
    List<String> told = new ArrayList<>();
    List<String> happened = new ArrayList<>();
    for (String line : table.strip().split("\n")) {
      String[] cells = line.split("\\|", -1);
      String when = cells[0].strip();
      String who = cells[1].strip();
      String what = cells[2].strip();
      String came = come(when, who, what);
      told.add(row(when, who, what, cells[3].strip(), cells[4].strip()));
      happened.add(
          row(when, who, what, came, what.equals("account") ? "" : life.statement(who).has()));
    }
    assertThat(String.join("\n", happened)).isEqualTo(String.join("\n", told));
    hours.assertBooksHold(club.id());
  }

  /** Does it at its time; what is done daily, so many days on end, and the last day is told. */
  private String come(String when, String who, String what) {
    Matcher daily = DAILY.matcher(what);
    int days = daily.matches() ? Integer.parseInt(daily.group(2)) : 1;
    String deed = daily.matches() ? daily.group(1) : what;
    String came = "";
    for (int day = 0; day < days; day++) {
      Instant at = deed.matches("waits|account") ? evening(when) : instant(when);
      hours.moveTo(club.id(), at.atZone(club.zone()).plusDays(day).toInstant());
      came = life.act(when.split(" ")[0], who, deed);
    }
    hours.settle(club.id());
    return came;
  }

  private static String row(String... cells) {
    return String.join(" | ", cells).stripTrailing();
  }
}
