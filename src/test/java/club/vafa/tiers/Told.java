package club.vafa.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.tiers.Ladder.Climber;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A member's life with one set of tiers, told as a table. Each line is a day, what happened on it,
 * and after the arrow the tier that is held then with its last day:
 *
 * <pre>
 * 2026-03-01  spend 600            → gold until 2027-12-31
 * 2026-04-01  back  600 2026-03-01 → green
 * </pre>
 */
final class Told {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZoneId ZONE = ZoneId.of("UTC");

  private final Place place;
  private final List<String> lines = new ArrayList<>();

  private Told(Place place) {
    this.place = place;
  }

  static Club club(CalendarKind calendar) {
    return new Club(
        new ClubId(new Ids().next()),
        "cafe",
        "Café",
        Currency.getInstance("EUR"),
        ZONE,
        calendar,
        Language.EN,
        "DE",
        true,
        Club.GiftCardsEarn.WHEN_SPENT,
        Club.ReturnPolicy.MAY_OWE,
        Club.Look.PLAIN,
        List.of(unit(1, "stars", 1)));
  }

  static Unit unit(int number, String code, int decimals) {
    return new Unit(
        number,
        code,
        Unit.Kind.POINTS,
        Map.of(Language.EN, code),
        decimals,
        RoundingMode.DOWN,
        true,
        null,
        new Unit.Expiry.Never(),
        new Unit.Waiting.None());
  }

  static Outcome<TierSet> read(Club club, String definition) {
    return new TierReader(club).read("status", JSON.readTree(definition.replace('\'', '"')));
  }

  static TierSet set(Club club, String definition) {
    if (read(club, definition) instanceof Done<TierSet>(TierSet set)) {
      return set;
    }
    throw new AssertionError(read(club, definition));
  }

  static Place place(Club club, String definition, LocalDate joined) {
    return new Place(
        new Ladder(club, set(club, definition)),
        new Climber(joined, new Progress()),
        SetState.NEW,
        joined);
  }

  /** Tells a life and asserts that it went as the table says. */
  static void year(CalendarKind calendar, String definition, String table) {
    String joined = table.strip().substring(0, 10);
    Told told = new Told(place(club(calendar), definition, LocalDate.parse(joined)));
    table.strip().lines().forEach(told::line);
    String wanted =
        String.join("\n", table.strip().lines().map(line -> line.replaceAll("\\s+", " ")).toList());
    assertThat(String.join("\n", told.lines)).isEqualTo(wanted);
  }

  private void line(String line) {
    String told = line.replaceAll("\\s+", " ").strip();
    String[] words = told.split(" → ")[0].split(" ");
    LocalDate day = LocalDate.parse(words[0]);
    place.bringUpTo(day);
    act(day, words);
    lines.add(told.split(" → ")[0] + " → " + stands(place));
  }

  private void act(LocalDate day, String[] words) {
    Instant noon = day.atTime(12, 0).atZone(ZONE).toInstant();
    Progress progress = place.climber.progress();
    switch (words[1]) {
      case "joins", "later" -> {}
      case "spend", "stars", "visit", "late" -> {
        LocalDate on = words[1].equals("late") ? LocalDate.parse(words[3]) : day;
        int measure =
            switch (words[1]) {
              case "stars" -> 1;
              case "visit" -> Progress.VISITS;
              default -> Progress.SPEND;
            };
        long amount = words[1].equals("visit") ? 1 : minor(words[1], words[2]);
        progress.add(measure, on, amount);
        place.counted(on, on.atTime(12, 0).atZone(ZONE).toInstant(), null);
      }
      case "back" -> {
        LocalDate on = LocalDate.parse(words[3]);
        progress.add(Progress.SPEND, on, -minor("spend", words[2]));
        place.uncounted(on, noon, null);
      }
      case "manual", "matched" -> {
        Reason kind = words[1].equals("manual") ? Reason.MANUAL : Reason.MATCHED;
        LocalDate until = LocalDate.parse(words[3]);
        boolean floor = place.ladder.rank(words[2]) >= place.rank();
        place.give(
            new GivenTier(words[2], kind, until, floor, "sara", "she asked", noon),
            said(noon, kind));
      }
      case "undo" -> place.give(null, said(noon, Reason.UNDONE));
      default -> throw new AssertionError(words[1]);
    }
  }

  private static Change said(Instant at, Reason reason) {
    return new Change("status", null, null, at, null, reason, "sara", null, null);
  }

  private static long minor(String what, String amount) {
    return what.equals("stars")
        ? Math.round(Double.parseDouble(amount) * 10)
        : Long.parseLong(amount) * 100;
  }

  static String stands(Place place) {
    @Nullable LocalDate until = place.until();
    return (place.tier() == null ? "none" : place.tier())
        + (until == null ? "" : " until " + until)
        + (place.grace() == null ? "" : " in grace");
  }
}
