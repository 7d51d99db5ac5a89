package club.vafa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.CouponCode;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.NewBatch;
import club.vafa.campaigns.NewCoupon;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.program.NewVersion;
import club.vafa.program.WholeProgram;
import club.vafa.rules.Usage.Period;
import club.vafa.testing.RoomTest;
import club.vafa.testing.TestClub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Coupons, stamp cards and what is laid down limit a replayed past as they limited it live. */
@RoomTest
@Import(TestClub.class)
class ReplayLimitsModuleTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String COUPON =
      """
      {'code':'coupon','name':{'en':'C'},'trigger':{'on':'purchase'},'rules':[{'code':'r',
       'when':[{'is':'coupon','any':['%s']}],'then':[{'do':'earn','unit':'credit',
       'amount':{'by':'fixed','give':'3'}}]}]}
      """;
  private static final String PERCENT =
      "'do':'earn','unit':'points','amount':{'by':'percent','percent':'10'}";
  private static final String STAMPS =
      """
      {'code':'stamps','name':{'en':'S'},'trigger':{'on':'purchase'},'rules':[{'code':'r',
       'then':[{'do':'stamp','unit':'stamps'}]}]}
      """;
  private static final String CARDS =
      """
      vafa-program: 1
      rewards:
        - {code: free, kind: product, names: {en: Free}, voucher: {%s, sku: i1, days: 30}}
      stampCards:
        - {code: cups, unit: stamps, holes: 3, names: {en: Cups}, reward: free}
      """;
  private static final String CAREFUL =
      """
      vafa-program: 1
      safety: {stacking: best, marginShare: "20", assumedMargin: "30"}
      """;

  private final TestClub clubs;
  private final Clubs rooms;
  private final Coupons coupons;
  private final Campaigns campaigns;
  private final WholeProgram programs;
  private final Earning earning;
  private final Performance performance;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReplayLimitsModuleTests(
      TestClub clubs,
      Clubs rooms,
      Coupons coupons,
      Campaigns campaigns,
      WholeProgram programs,
      Earning earning,
      Performance performance,
      JdbcClient jdbc,
      Clock clock) {
    this.clubs = clubs;
    this.rooms = rooms;
    this.coupons = coupons;
    this.campaigns = campaigns;
    this.programs = programs;
    this.earning = earning;
    this.performance = performance;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private static long seed() {
    return ThreadLocalRandom.current().nextLong(1_000_000);
  }

  private void lives(Club club, long seed) {
    List<MemberId> members = new ArrayList<>();
    for (int at = 0; at < 5; at++) {
      members.add(clubs.member(club, "+49301234560" + at));
    }
    Instant start = clock.instant().minus(Duration.ofDays(60));
    new PastShop(earning, club, members, seed, start).live(60);
  }

  private ReplayResult play(Club club, NewReplay asked) {
    return ClubScope.call(club.id(), () -> performance.play(rooms.get(club.id()), asked, _ -> {}));
  }

  private void apply(Club club, String file) {
    NewVersion now = new NewVersion(null, false, "test", "test", Language.EN);
    ClubScope.run(
        club.id(),
        () -> {
          String live = programs.live(rooms.get(club.id()), Language.EN).file();
          TestClub.done(programs.apply(rooms.get(club.id()), file, live, now));
        });
  }

  private void pauseAll(Club club) {
    ClubScope.run(
        club.id(),
        () ->
            campaigns
                .list(club.id(), "", 100)
                .forEach(one -> campaigns.pause(club.id(), one.id(), "test")));
  }

  private static NewReplay with(List<String> program) {
    List<JsonNode> all = new ArrayList<>();
    program.forEach(document -> all.add(JSON.readTree(document.replace('\'', '"'))));
    return NewReplay.PLAIN.with(all);
  }

  /** What was live is what was booked, and so is a draft beside nothing. */
  private ReplayResult sameAsBooked(Club club, List<String> program, String named) {
    Booked booked = new Booked(jdbc, club, named);
    ReplayResult same = play(club, NewReplay.PLAIN);
    booked.sameSums(same.live());
    pauseAll(club);
    ReplayResult alone = play(club, with(program));
    booked.sameSums(alone.draft());
    booked.sameMembers(alone);
    return same;
  }

  private Coupon define(Club club, NewCoupon wanted) {
    return ClubScope.call(club.id(), () -> TestClub.done(coupons.define(club.id(), wanted)));
  }

  private static NewCoupon shared(List<Coupon.Limit> limits, boolean givenBack) {
    return new NewCoupon(
        "Q",
        Coupon.Kind.SHARED,
        Map.of(Language.EN, "Q"),
        null,
        null,
        limits,
        null,
        givenBack,
        "test");
  }

  @Test
  void couponsAreUsedUpAsTheyWere() {
    long first = seed();
    for (long seed = first; seed < first + 4; seed++) {
      Club club = clubs.cafe();
      List<Coupon.Limit> limits = new ArrayList<>();
      limits.add(new Coupon.Limit(true, Period.EVER, 1));
      if (seed % 2 == 0) {
        limits.add(new Coupon.Limit(false, Period.MONTH, 2));
      }
      Coupon coupon = define(club, shared(limits, seed % 4 < 2));
      List<String> program = List.of(COUPON.formatted("Q"), STAMPS);
      program.forEach(document -> clubs.live(club, document));
      lives(club, seed);
      // A coupon that is cancelled now was good then.
      ClubScope.run(club.id(), () -> coupons.cancel(club.id(), coupon.id()));

      sameAsBooked(club, program, "seed " + seed);
    }
  }

  @Test
  void aUniqueCodeIsSomebodysOnce() {
    Club club = clubs.cafe();
    Coupon coupon =
        define(
            club,
            new NewCoupon(
                "GIFT",
                Coupon.Kind.UNIQUE,
                Map.of(Language.EN, "G"),
                null,
                null,
                List.of(),
                null,
                true,
                "test"));
    ClubScope.run(
        club.id(),
        () -> {
          NewBatch some =
              new NewBatch(coupon.id(), 3, "G-########", CodePattern.CLEAR, true, null, "test");
          TestClub.done(coupons.make(club.id(), some));
          coupons.makeSome(club.id());
        });
    List<String> codes =
        ClubScope.call(club.id(), () -> coupons.codes(club.id(), coupon.id(), "", 10)).stream()
            .map(CouponCode::code)
            .filter(code -> !code.equals("GIFT"))
            .toList();
    List<String> program = List.of(COUPON.formatted("GIFT"));
    clubs.live(club, program.getFirst());
    long seed = seed();
    List<MemberId> members = new ArrayList<>();
    for (int at = 0; at < 4; at++) {
      members.add(clubs.member(club, "+49301234560" + at));
    }
    Instant start = clock.instant().minus(Duration.ofDays(60));
    new PastShop(earning, club, members, seed, start).handing(codes).live(60);

    ReplayResult same = sameAsBooked(club, program, "seed " + seed);
    assertThat(same.live().sales()).isPositive();
  }

  @Test
  void stampCardsAreFilledAndEmptiedAsTheyWere() {
    for (String codes : List.of("pattern: F-####-####", "imported: true")) {
      long seed = seed();
      Club club = clubs.cafe();
      apply(club, CARDS.formatted(codes));
      clubs.live(club, STAMPS);
      lives(club, seed);
      ReplayResult result = play(club, NewReplay.PLAIN);

      assertThat(result.stampCards())
          .as("seed " + seed)
          .singleElement()
          .satisfies(card -> assertThat(card.live()).isPositive());
      if (codes.startsWith("pattern")) {
        Booked booked = new Booked(jdbc, club, "seed " + seed);
        booked.sameSums(result.live());
        assertThat(result.stampCards())
            .containsExactly(new ReplayResult.CardPart("cups", given(booked), given(booked)));
      }
    }
  }

  private static long given(Booked booked) {
    return booked.count("select count(*) from rewards.voucher where club_id = ? and state <> 7");
  }

  @Test
  void whatIsLaidDownForAllCampaignsHoldsInADraftToo() {
    long seed = seed();
    Club club = clubs.cafe();
    List<String> program = PastShop.program(seed, false);
    program.forEach(document -> clubs.live(club, document));
    apply(club, CAREFUL);
    lives(club, seed);
    Booked booked = new Booked(jdbc, club, "seed " + seed);
    booked.sameSums(play(club, NewReplay.PLAIN).live());
    apply(club, "vafa-program: 1\nsafety: {}\n");

    NewReplay careful = NewReplay.PLAIN.of(CAREFUL);
    booked.sameSums(play(club, careful).draft());
    pauseAll(club);
    NewReplay alone = with(program).of(CAREFUL);
    booked.sameMembers(play(club, alone));
  }

  @Test
  void aDraftBringsItsLoyaltyTables() {
    Club club = clubs.cafe();
    clubs.live(club, STAMPS.replace("'do':'stamp','unit':'stamps'", PERCENT));
    lives(club, 7);
    String table = "vafa-program: 1\nworths: [{code: points, base: \"%s\", rows: []}]\n";

    ReplayResult same = play(club, NewReplay.PLAIN.of(table.formatted("0.01")));
    assertThat(same.draft()).isEqualTo(same.live());
    ReplayResult dear = play(club, NewReplay.PLAIN.of(table.formatted("0.05")));
    // What was paid with points paid more, and what is paid with points earns nothing here.
    assertThat(dear.draft()).isNotEqualTo(dear.live());
  }
}
