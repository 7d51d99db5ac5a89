package club.vafa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.NewReturn;
import club.vafa.earning.Recorded;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Fingerprint;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.memberships.MembershipId;
import club.vafa.memberships.Memberships;
import club.vafa.memberships.Memberships.Joining;
import club.vafa.memberships.Payment;
import club.vafa.program.NewVersion;
import club.vafa.program.WholeProgram;
import club.vafa.testing.RoomTest;
import club.vafa.testing.TestClub;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Plans and what they entitle to hold in a replayed past when they held. */
@RoomTest
@Import(TestClub.class)
class ReplayMembershipsModuleTests {
  private static final String PLUS =
      """
      vafa-program: 1
      plans:
        - code: plus
          names: {en: Plus}
          fee: {amount: "10", currency: EUR}
          period: {count: 1, each: month}
          pauseDays: 30
          cancelling: pro_rata
          entitlements:
            - {code: treat, names: {en: Treat}, limit: {uses: 2, each: month}}
      """;
  private static final String TREATS =
      """
      {'code':'treats','name':{'en':'T'},'trigger':{'on':'purchase'},'rules':[
       {'code':'treat','when':[{'is':'entitled','any':['treat']}],
        'then':[{'do':'earn','unit':'credit','amount':{'by':'fixed','give':'2'}}]},
       {'code':'plus','when':[{'is':'plan','any':['plus']}],
        'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'5'}}]}]}
      """;

  private final TestClub clubs;
  private final Clubs rooms;
  private final Campaigns campaigns;
  private final WholeProgram programs;
  private final Memberships memberships;
  private final Earning earning;
  private final Performance performance;
  private final JdbcClient jdbc;
  private final Clock clock;
  private int number;

  ReplayMembershipsModuleTests(
      TestClub clubs,
      Clubs rooms,
      Campaigns campaigns,
      WholeProgram programs,
      Memberships memberships,
      Earning earning,
      Performance performance,
      JdbcClient jdbc,
      Clock clock) {
    this.clubs = clubs;
    this.rooms = rooms;
    this.campaigns = campaigns;
    this.programs = programs;
    this.memberships = memberships;
    this.earning = earning;
    this.performance = performance;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private void days(long days) {
    clock.moveTo(clock.instant().plus(Duration.ofDays(days)));
  }

  private Recorded<Purchase> buys(Club club, MemberId member) {
    NewPurchase.Line line = new NewPurchase.Line("i1", "Tea", "k1", 1_000, null, 500, null);
    NewPurchase purchase =
        new NewPurchase(
                new NaturalKey("till", "m" + number++),
                new MemberRef(MemberRef.Kind.ID, member.toString()),
                clock.instant(),
                null,
                null,
                null,
                List.of(line),
                Set.of(),
                List.of(),
                NewPurchase.NO_HASH,
                null)
            .fingerprinted(clock.instant());
    return TestClub.done(earning.purchase(club.id(), purchase));
  }

  private void givesBack(Club club, Recorded<Purchase> sold) {
    String name = "back" + number++;
    TestClub.done(
        earning.giveBack(
            club.id(),
            sold.activity().id(),
            new NewReturn(name, List.of(), clock.instant(), Fingerprint.of(name), "test")));
  }

  private Club club() {
    Club club = clubs.cafe();
    NewVersion now = new NewVersion(null, false, "test", "test", Language.EN);
    ClubScope.run(
        club.id(),
        () -> {
          String live = programs.live(club, Language.EN).file();
          TestClub.done(programs.apply(club, PLUS, live, now));
        });
    clubs.live(club, TREATS);
    return rooms.get(club.id());
  }

  private MembershipId joins(Club club, MemberId member) {
    Payment paid = new Payment("till", "fee" + number++, Payment.Result.SUCCEEDED, null);
    return ClubScope.call(
            club.id(),
            () -> TestClub.done(memberships.join(club, new Joining(member, "plus", paid, "test"))))
        .id();
  }

  private ReplayResult play(Club club, NewReplay asked) {
    return ClubScope.call(club.id(), () -> performance.play(club, asked, _ -> {}));
  }

  @Test
  void whatAPlanEntitledToIsGivenAgain() {
    Club club = club();
    MemberId ann = clubs.member(club, "+4930111111");
    MemberId ben = clubs.member(club, "+4930222222");
    buys(club, ann);
    days(1);
    MembershipId plus = joins(club, ann);
    buys(club, ann);
    days(1);
    Recorded<Purchase> second = buys(club, ann);
    buys(club, ann);
    buys(club, ben);
    days(1);
    givesBack(club, second);
    buys(club, ann);
    days(1);
    ClubScope.run(club.id(), () -> TestClub.done(memberships.pause(club, plus, 5, "test")));
    days(1);
    buys(club, ann);
    ClubScope.run(club.id(), () -> TestClub.done(memberships.resume(club, plus, "test")));
    days(1);
    buys(club, ann);
    ClubScope.run(club.id(), () -> TestClub.done(memberships.cancel(club, plus, true, "test")));
    days(1);
    buys(club, ann);
    days(1);

    Booked booked = new Booked(jdbc, club, "memberships");
    ReplayResult same = play(club, NewReplay.PLAIN);
    booked.sameSums(same.live());
    assertThat(same.live().sales()).isPositive();
    ClubScope.run(
        club.id(),
        () ->
            campaigns
                .list(club.id(), "", 100)
                .forEach(one -> campaigns.pause(club.id(), one.id(), "test")));
    ReplayResult alone =
        play(
            club,
            NewReplay.PLAIN.with(
                List.of(JsonMapper.builder().build().readTree(TREATS.replace('\'', '"')))));
    booked.sameMembers(alone);
  }
}
