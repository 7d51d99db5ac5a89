package club.vafa.testing;

import club.vafa.access.ApiKeys;
import club.vafa.api.Scope;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.clubs.Unit;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Rate;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Founds clubs for tests: a café that reckons in euro, with points worth a cent each that expire at
 * the end of the year, credit in euro, and stamps.
 */
@Component
public class TestClub {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clubs clubs;
  private final Campaigns campaigns;
  private final ApiKeys keys;
  private final Ids ids;
  private final JdbcClient jdbc;

  public TestClub(Clubs clubs, Campaigns campaigns, ApiKeys keys, Ids ids, JdbcClient jdbc) {
    this.ids = ids;
    this.jdbc = jdbc;
    this.clubs = clubs;
    this.campaigns = campaigns;
    this.keys = keys;
  }

  public Club cafe() {
    return founded(
        new NewClub(
            "cafe-" + COUNT.incrementAndGet(),
            "Café",
            Currency.getInstance("EUR"),
            "Europe/Berlin",
            CalendarKind.GREGORIAN,
            Language.EN,
            "DE"));
  }

  /** One that reckons in rial, in Tehran. */
  public Club teahouse() {
    return founded(
        new NewClub(
            "teahouse-" + COUNT.incrementAndGet(),
            "چایخانه",
            Currency.getInstance("IRR"),
            "Asia/Tehran",
            CalendarKind.JALALI,
            Language.FA,
            "IR"));
  }

  private Club founded(NewClub club) {
    ClubId id = done(clubs.found(club)).id();
    ClubScope.run(
        id,
        () -> {
          done(clubs.addUnit(id, unit("points", Unit.Kind.POINTS, 0, new Rate(1, 1))));
          done(clubs.addUnit(id, unit("credit", Unit.Kind.CREDIT, 2, new Rate(1, 1))));
          done(clubs.addUnit(id, unit("stamps", Unit.Kind.STAMPS, 0, null)));
        });
    return clubs.get(id);
  }

  private static Unit unit(String code, Unit.Kind kind, int decimals, @Nullable Rate worth) {
    return new Unit(
        1,
        code,
        kind,
        Map.of(Language.EN, code),
        decimals,
        RoundingMode.DOWN,
        true,
        worth,
        new Unit.Expiry.AtEndOf(Unit.EndOf.YEAR, 0),
        new Unit.Waiting.None());
  }

  /** A member of this phone, in E.164. */
  public MemberId member(Club club, String phone) {
    MemberId id = new MemberId(ids.next());
    ClubScope.run(
        club.id(),
        () -> {
          jdbc.sql(
                  "insert into members.member (club_id, id, joined_at) values (?, ?, '2024-01-01Z')")
              .params(club.id().value(), id.value())
              .update();
          jdbc.sql(
                  """
                  insert into members.identifier (club_id, kind, value, member_id, added_at)
                  values (?, 1, ?, ?, now())
                  """)
              .params(club.id().value(), phone, id.value())
              .update();
        });
    return id;
  }

  /** Publishes a campaign written with single quotes, as of 2020. */
  public Campaign live(Club club, String json) {
    return ClubScope.call(
        club.id(),
        () -> {
          Campaign draft =
              done(campaigns.draft(clubs.get(club.id()), JSON.readTree(json.replace('\'', '"'))));
          return done(
              campaigns.publish(
                  clubs.get(club.id()), draft.id(), Instant.parse("2020-01-01T00:00:00Z"), "test"));
        });
  }

  /** The secret of a key that may do everything. */
  public String key(Club club) {
    return key(club, "test");
  }

  /** The secret of a key of this name that may do everything. */
  public String key(Club club, String name) {
    return key(club, name, EnumSet.allOf(Scope.class));
  }

  /** The secret of a key that may do this alone. */
  public String key(Club club, Scope scope) {
    return key(club, "only " + scope.text(), EnumSet.of(scope));
  }

  private String key(Club club, String name, Set<Scope> scopes) {
    return ClubScope.call(club.id(), () -> keys.makeFor(club.id(), name, scopes).secret());
  }

  public static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T>(var refusals) -> throw new AssertionError("refused: " + refusals);
    };
  }
}
