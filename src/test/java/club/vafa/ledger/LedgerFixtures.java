package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Unit.EndOf;
import club.vafa.clubs.Unit.Expiry;
import club.vafa.clubs.Unit.Waiting;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The club and the people of the ledger's tests. */
final class LedgerFixtures {
  static final Ids IDS = new Ids();
  static final Unit POINTS = unit(1, "points", false, new Expiry.Never(), new Waiting.None());
  static final Unit CREDIT = unit(2, "credit", true, new Expiry.Never(), new Waiting.None());
  static final Unit MILES =
      unit(3, "miles", false, new Expiry.WhileActive(0, 30), new Waiting.None());
  static final Unit MONTHLY =
      unit(4, "monthly", false, new Expiry.AtEndOf(EndOf.MONTH, 0), new Waiting.None());
  static final Unit LATER =
      unit(5, "later", false, new Expiry.Rolling(0, 60, EndOf.DAY), new Waiting.Days(14));
  static final Unit AFTER_VISIT =
      unit(6, "aftervisit", true, new Expiry.Rolling(0, 30, EndOf.DAY), new Waiting.Event("visit"));
  static final Unit STAMPS =
      unit(7, Unit.Kind.STAMPS, "stamps", false, new Expiry.Rolling(0, 90, EndOf.DAY));
  static final List<Unit> UNITS =
      List.of(POINTS, CREDIT, MILES, MONTHLY, LATER, AFTER_VISIT, STAMPS);

  private LedgerFixtures() {}

  static Unit unit(int number, String code, boolean mayOwe, Expiry expiry, Waiting waiting) {
    return unit(number, Unit.Kind.POINTS, code, mayOwe, expiry).waiting(waiting);
  }

  private static Unit unit(int number, Unit.Kind kind, String code, boolean mayOwe, Expiry expiry) {
    return new Unit(
        number,
        code,
        kind,
        Map.of(),
        0,
        RoundingMode.DOWN,
        mayOwe,
        null,
        expiry,
        new Waiting.None());
  }

  static Club club() {
    return club(new ClubId(IDS.next()), CalendarKind.GREGORIAN);
  }

  static Club club(ClubId id, CalendarKind calendar) {
    return new Club(
        id,
        "cafe",
        "Café",
        Currency.getInstance("EUR"),
        ZoneId.of("Asia/Tehran"),
        calendar,
        Language.EN,
        "IR",
        false,
        Club.GiftCardsEarn.WHEN_SPENT,
        Club.ReturnPolicy.WITHIN_BALANCE,
        Club.Look.PLAIN,
        UNITS);
  }

  static MemberId member() {
    return new MemberId(IDS.next());
  }

  /** The start of a numbered day in Tehran; day 1 is 21 March 2026, the first of the year 1405. */
  static Instant day(int number) {
    return Instant.parse("2026-03-20T20:30:00Z").plusSeconds(86_400L * (number - 1));
  }
}
