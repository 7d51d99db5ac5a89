package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.ledger.Ledger;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who bring each other along, in the words of the tests. */
@TestComponent
class ReferralClub {
  private static final Instant NEW_YEAR = Instant.parse("2030-01-01T09:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger PHONES = new AtomicInteger();

  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  private final Occasions occasions;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> sales = new HashMap<>();
  private final Map<String, String> referrals = new HashMap<>();
  private final AtomicInteger documents = new AtomicInteger();
  Club club;
  Web web;

  ReferralClub(
      TestClub founding,
      Clubs clubs,
      Ledger ledger,
      Occasions occasions,
      Clock clock,
      JdbcClient jdbc) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
    this.occasions = occasions;
    this.clock = clock;
    this.jdbc = jdbc;
    this.club = founding.cafe();
    this.web = new Web(0, null);
  }

  void open(int port) {
    club = founding.cafe();
    web = new Web(port, founding.key(club));
    ids.clear();
    sales.clear();
    referrals.clear();
    day(1);
  }

  void live(String campaign) {
    founding.live(club, campaign);
  }

  void day(int number) {
    clock.moveTo(NEW_YEAR.plus(Duration.ofDays(number - 1L)));
  }

  String id(String who) {
    return Optional.ofNullable(ids.get(who)).orElseThrow();
  }

  /** Joins alone. */
  void member(String who) {
    ids.put(who, join(who, "").expect(201).at("/id"));
  }

  /** Joins with somebody's code, with more fields such as {@code ,'email':'…'}. */
  void joins(String who, String advocate, String more) {
    String with = ",'referralCode':'" + code(advocate) + "'" + more;
    Answer answer = join(who, with).expect(201);
    ids.put(who, answer.at("/id"));
    referrals.put(who, answer.at("/referral/id"));
  }

  Answer join(String who, String more) {
    long number = 10_000_000L + 1_234_567L * PHONES.incrementAndGet() % 89_999_999L;
    return web.post(
        "/v1/members", "{'firstName':'%s','phone':'+49151%08d'%s}".formatted(who, number, more));
  }

  String code(String who) {
    return web.get("/v1/members/" + id(who) + "/referral").expect(200).at("/code");
  }

  /** Buys, and answers with what is due. */
  String buys(String who, String... amounts) {
    StringBuilder lines = new StringBuilder();
    for (String amount : amounts) {
      lines.append(lines.isEmpty() ? "" : ",").append("{'sku':'A','amount':'" + amount + "'}");
    }
    Answer answer =
        web.post(
                "/v1/purchases",
                """
                {'source':'t','externalId':'%d','member':{'id':'%s'},'currency':'EUR',
                 'lines':[%s]}
                """
                    .formatted(documents.incrementAndGet(), id(who), lines))
            .expect(201);
    sales.put(who, answer.at("/id"));
    return answer.at("/due/amount");
  }

  /** Brings back the last purchase: all of it, or one line. */
  void returns(String who, String what) {
    web.post(
            "/v1/purchases/" + sales.get(who) + "/returns",
            "{'externalId':'r%d',%s}".formatted(documents.incrementAndGet(), what))
        .expect(201);
  }

  String referral(String who) {
    return Optional.ofNullable(referrals.get(who)).orElseThrow();
  }

  String state(String who) {
    String id = referrals.get(who);
    return id == null ? "" : web.get("/v1/referrals/" + id).expect(200).at("/state");
  }

  /** Points, also those that still wait. */
  long points(String who) {
    for (var wallet :
        web.get("/v1/members/" + id(who) + "/wallets").expect(200).body().at("/data")) {
      if (wallet.at("/unit").asString().equals("points")) {
        return Long.parseLong(wallet.at("/active").asString())
            + Long.parseLong(wallet.at("/pending").asString());
      }
    }
    return 0;
  }

  /** Follows the feed until nothing is left of it; commits of others may hold rows back a while. */
  void settle() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      occasions.raise(club.id());
      if (ClubScope.call(club.id(), this::followed)) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("the feed could not be followed to its end");
      }
      Thread.onSpinWait();
    }
  }

  private boolean followed() {
    return jdbc.sql(
            """
            select not exists (
              select from feed.entry e join feed.cursor c on c.club_id = e.club_id
              where e.club_id = ? and c.follower in ('earning.referrals', 'earning.occasions')
                and (e.xid, e.id) > (c.xid, c.id))
            """)
        .param(club.id().value())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  void assertBooksHold() {
    ClubScope.run(
        club.id(),
        () -> assertThat(ledger.verify(clubs.get(club.id())).text()).as("findings").isEmpty());
  }
}
