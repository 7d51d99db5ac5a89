package club.vafa.trials;

import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.clubs.Unit;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Verification;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The club the retailer might have had: points in tenths, for pounds, for Christmas, for regulars.
 */
class RetailClub {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant BEFORE_THE_FIRST_SALE = Instant.parse("2010-01-01T00:00:00Z");
  private static final List<String> CAMPAIGNS =
      List.of(
          """
          {'code':'base','name':{'en':'A point for each full pound'},'trigger':{'on':'purchase'},
           'rules':[{'code':'pounds',
             'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
          """,
          """
          {'code':'christmas','name':{'en':'A point for each Christmas piece'},
           'trigger':{'on':'purchase'},
           'rules':[{'code':'pieces','when':[{'is':'category','any':['christmas']}],
             'then':[{'do':'earn','unit':'points','amount':{'by':'piece','give':'1'}}]}]}
          """,
          """
          {'code':'silver','name':{'en':'A quarter more from 1,000 pounds'},
           'trigger':{'on':'purchase'},
           'rules':[{'code':'quarter','when':[{'is':'spent','atLeast':'1000.00'}],
             'then':[{'do':'earn','unit':'points','amount':{'by':'multiplier','times':'1.25'}}]}]}
          """);

  private final Clubs clubs;
  private final Campaigns campaigns;
  private final Ledger ledger;
  private final JdbcClient jdbc;

  RetailClub(Clubs clubs, Campaigns campaigns, Ledger ledger, JdbcClient jdbc) {
    this.clubs = clubs;
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.jdbc = jdbc;
  }

  /** The words of {@code ./vafa import} for this club. */
  static List<String> command(String club, Path file) {
    return List.of(
        "purchases",
        file.toString(),
        "--club",
        club,
        "--source",
        "shop",
        "--create-members",
        "--create-branches",
        "--prices-above-zero",
        "--returns-prefix",
        "C");
  }

  Club found(String code) {
    Club club =
        done(
            clubs.found(
                new NewClub(
                    code,
                    "Online Retail",
                    Currency.getInstance("GBP"),
                    "Europe/London",
                    CalendarKind.GREGORIAN,
                    Language.EN,
                    "GB")));
    ClubScope.run(
        club.id(),
        () -> {
          done(clubs.addUnit(club.id(), points()));
          for (String json : CAMPAIGNS) {
            Club now = clubs.get(club.id());
            Campaign draft = done(campaigns.draft(now, JSON.readTree(json.replace('\'', '"'))));
            done(campaigns.publish(now, draft.id(), BEFORE_THE_FIRST_SALE, "trial"));
          }
        });
    return clubs.get(club.id());
  }

  private static Unit points() {
    return new Unit(
        1,
        "points",
        Unit.Kind.POINTS,
        Map.of(Language.EN, "points"),
        1,
        RoundingMode.HALF_UP,
        false,
        null,
        new Unit.Expiry.Never(),
        new Unit.Waiting.None());
  }

  Club get(String code) {
    return clubs.get(clubs.byCode(code).orElseThrow());
  }

  Verification verify(Club club) {
    return ClubScope.call(club.id(), () -> ledger.verify(club));
  }

  /** Tenths of a point by customer number, those with none left out. */
  Map<String, Long> points(ClubId club) {
    Map<String, Long> points = new TreeMap<>();
    ClubScope.run(
        club,
        () ->
            jdbc.sql(
                    """
                    select substr(i.value, 2), sum(l.active + l.pending + l.held)
                    from members.identifier i
                    join ledger.lot l on l.club_id = i.club_id and l.member_id = i.member_id
                    where i.club_id = ? and i.kind = 3
                    group by 1 having sum(l.active + l.pending + l.held) > 0
                    """)
                .param(club.value())
                .query(row -> {
                  points.put(row.getString(1), row.getLong(2));
                }));
    return points;
  }

  /** How many rows the club has in each table that an import writes. */
  Map<String, Long> rows(ClubId club) {
    Map<String, Long> rows = new TreeMap<>();
    ClubScope.run(
        club,
        () -> {
          for (String table :
              List.of(
                  "activity.purchase",
                  "activity.return",
                  "ledger.entry",
                  "ledger.lot",
                  "members.member",
                  "clubs.branch",
                  "feed.entry")) {
            rows.put(
                table,
                jdbc.sql("select count(*) from " + table + " where club_id = ?")
                    .param(club.value())
                    .query((row, _) -> row.getLong(1))
                    .single());
          }
        });
    return rows;
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T>(var refusals) -> throw new AssertionError("refused: " + refusals);
    };
  }
}
