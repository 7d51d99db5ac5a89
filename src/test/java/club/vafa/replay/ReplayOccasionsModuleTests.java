package club.vafa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.activity.Activity;
import club.vafa.activity.EventType;
import club.vafa.activity.EventType.Attribute;
import club.vafa.activity.NaturalKey;
import club.vafa.clubs.Club;
import club.vafa.earning.Earning;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewEvent;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.Occasions;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Fingerprint;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.replay.ReplayResult.CampaignPart;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.testing.RoomTest;
import club.vafa.testing.TestClub;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forty days with birthdays, Mondays and check-ups, lived through and replayed. */
@RoomTest
@Import(TestClub.class)
class ReplayOccasionsModuleTests {
  private static final Instant START = Instant.parse("2026-01-10T10:00:00Z");
  private static final int DAYS = 40;
  private static final List<String> PROGRAM =
      List.of(
          """
          {'code':'birthday','name':{'en':'B'},'trigger':{'on':'birthday'},
           'rules':[{'code':'r','then':[{'do':'earn','unit':'points',
             'amount':{'by':'fixed','give':'50'}}]}]}
          """,
          """
          {'code':'monday','name':{'en':'M'},'trigger':{'on':'time'},
           'rules':[{'code':'r','when':[{'is':'weekday','any':['mon']},
             {'is':'spent','atLeast':'10'}],
             'then':[{'do':'earn','unit':'credit','amount':{'by':'fixed','give':'0.30'}}]}]}
          """,
          """
          {'code':'checkup','name':{'en':'C'},'trigger':{'on':'event','type':'checkup'},
           'rules':[{'code':'r','when':[{'is':'attribute','name':'rating','atLeast':4}],
             'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'7'}}],
             'caps':[{'per':'member','period':'month','uses':2}]}]}
          """,
          """
          {'code':'base','name':{'en':'P'},'trigger':{'on':'purchase'},
           'rules':[{'code':'r','then':[{'do':'earn','unit':'points',
             'amount':{'by':'step','each':'1','give':'1'}}]}]}
          """);

  private final TestClub clubs;
  private final Earning earning;
  private final Occasions occasions;
  private final Activity activity;
  private final Performance performance;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReplayOccasionsModuleTests(
      TestClub clubs,
      Earning earning,
      Occasions occasions,
      Activity activity,
      Performance performance,
      JdbcClient jdbc,
      Clock clock) {
    this.clubs = clubs;
    this.earning = earning;
    this.occasions = occasions;
    this.activity = activity;
    this.performance = performance;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Test
  void birthdaysDaysAndEventsGiveWhatTheyGave() {
    Club club = lived("");
    ReplayResult same =
        ClubScope.call(club.id(), () -> performance.play(club, NewReplay.PLAIN, _ -> {}));

    assertThat(given(same)).isEqualTo(booked(club)).hasSize(4);
    assertThat(same.notReplayed()).isEmpty();
    assertThat(same.draft()).isEqualTo(same.live());
  }

  @Test
  void aBudgetThatAllShareIsUsedUpInTheSameOrder() {
    Club club = lived(",'budget':{'units':'1.00'}");
    ReplayResult same =
        ClubScope.call(club.id(), () -> performance.play(club, NewReplay.PLAIN, _ -> {}));

    assertThat(given(same)).isEqualTo(booked(club));
    assertThat(given(same)).containsEntry("monday", new BigDecimal("1"));
  }

  private Club lived(String budget) {
    clock.moveTo(START);
    Club club = clubs.cafe();
    ClubScope.run(
        club.id(),
        () ->
            activity.putEventType(
                club.id(),
                new EventType(
                    "checkup",
                    Map.of(Language.EN, "Check-up"),
                    Map.of("rating", new Attribute(EventType.Type.NUMBER, true)))));
    for (String campaign : PROGRAM) {
      boolean monday = campaign.contains("monday");
      int end = campaign.lastIndexOf('}');
      clubs.live(club, monday ? campaign.substring(0, end) + budget + "}" : campaign);
    }
    MemberId sara = member(club, "+493012345601", "1990-01-20");
    MemberId omar = member(club, "+493012345602", "1985-02-03");
    member(club, "+493012345603", "2000-02-10");
    for (int day = 0; day < DAYS; day++) {
      Instant now = START.plus(Duration.ofDays(day));
      clock.moveTo(now);
      occasions.raise(club.id());
      if (day % 3 == 0) {
        buy(club, day % 2 == 0 ? sara : omar, now, day);
      }
      if (day % 5 == 0) {
        checkUp(club, omar, now, day);
      }
    }
    return club;
  }

  private MemberId member(Club club, String phone, String born) {
    MemberId member = clubs.member(club, phone);
    ClubScope.run(
        club.id(),
        () ->
            jdbc.sql("update members.member set birth_date = ?::date where club_id = ? and id = ?")
                .params(born, club.id().value(), member.value())
                .update());
    return member;
  }

  private void buy(Club club, MemberId member, Instant at, int day) {
    NewPurchase purchase =
        new NewPurchase(
                new NaturalKey("till", "p" + day),
                new MemberRef(MemberRef.Kind.ID, member.toString()),
                at,
                null,
                null,
                null,
                List.of(new NewPurchase.Line("a", "A", "k", 1000, null, 500 + day, null)),
                Set.of(),
                List.of(),
                NewPurchase.NO_HASH,
                null)
            .fingerprinted(at);
    TestClub.done(earning.purchase(club.id(), purchase));
  }

  private void checkUp(Club club, MemberId member, Instant at, int day) {
    int rating = 1 + day % 5 + day / 8;
    NewEvent event =
        new NewEvent(
            new NaturalKey("till", "e" + day),
            new MemberRef(MemberRef.Kind.ID, member.toString()),
            TriggerKind.EVENT,
            "checkup",
            at,
            Map.of("rating", new BigDecimal(rating)),
            "{\"rating\":" + rating + "}",
            Fingerprint.of("e" + day),
            null);
    TestClub.done(earning.events(club.id(), List.of(event)).getFirst());
  }

  /** What each campaign gave, whole units, as the replay has it. */
  private static Map<String, BigDecimal> given(ReplayResult result) {
    Map<String, BigDecimal> given = new TreeMap<>();
    for (CampaignPart campaign : result.campaigns()) {
      ReplayResult.Part live = campaign.live();
      if (live != null) {
        live.units()
            .forEach(unit ->
                given.put(campaign.code(), new BigDecimal(unit.issued()).stripTrailingZeros()));
      }
    }
    return given;
  }

  private Map<String, BigDecimal> booked(Club club) {
    Map<String, BigDecimal> booked = new TreeMap<>();
    ClubScope.run(
        club.id(),
        () ->
            jdbc.sql(
                    """
                    select c.code, e.unit, sum(e.amount) from ledger.entry e
                    join campaigns.campaign c on c.club_id = e.club_id and c.id = e.campaign
                    where e.club_id = ? and e.kind = 1 group by 1, 2
                    """)
                .param(club.id().value())
                .query(row -> {
                  int decimals = club.unit(row.getInt(2)).decimals();
                  booked.put(
                      row.getString(1),
                      BigDecimal.valueOf(row.getLong(3), decimals).stripTrailingZeros());
                }));
    return booked;
  }
}
