package club.vafa.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Tiers as a till and an owner see them, told over HTTP with a moved clock. */
@StoryTest
@Import(TestClub.class)
class TiersStoryTests {
  private static final String LADDER =
      """
      {'names':{'en':'Rewards','fa':'پاداش‌ها'},'period':{'kind':'rolling','months':12},
       'keep':{'until':'months','months':12},'down':{'mode':'one_step','graceDays':10},
       'tiers':[
         {'code':'green','names':{'en':'Green'}},
         {'code':'gold','names':{'en':'Gold','fa':'طلایی','ar':'الذهبي'},'color':'#c9a227',
          'benefits':{'en':'Birthday week'},
          'needs':[{'by':'earned','unit':'points','atLeast':'500'}]},
         {'code':'reserve','names':{'en':'Reserve'},
          'needs':[{'by':'earned','unit':'points','atLeast':'2500'}]}]}
      """;

  private static final String VISITS =
      """
      {'names':{'en':'Friends'},'period':{'kind':'ever'},'keep':{'until':'ever'},
       'tiers':[
         {'code':'guest','names':{'en':'Guest'}},
         {'code':'friend','names':{'en':'Friend'},'needs':[{'by':'visits','atLeast':'3'}]}]}
      """;

  private final TestClub founding;
  private final TierSchedule schedule;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private Web web;
  private String sara;
  private int sales;

  TiersStoryTests(TestClub founding, TierSchedule schedule, Clock clock) {
    this.founding = founding;
    this.schedule = schedule;
    this.clock = clock;
  }

  @BeforeEach
  void foundClub() {
    clock.moveTo(Instant.parse("2026-01-10T10:00:00Z"));
    club = founding.cafe();
    web = new Web(port, founding.key(club));
    web.send("PUT", "/v1/tier-sets/rewards", LADDER).expect(200);
    founding.live(
        club,
        """
        {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[
           {'code':'all','when':[{'is':'not','of':{'is':'tier','any':['gold','reserve']}}],
            'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'1'}}]},
           {'code':'gold','when':[{'is':'tier','any':['gold']}],'then':[{'do':'earn',
            'unit':'points','amount':{'by':'step','each':'1','give':'2'},'expires':'never'}]}]}
        """);
    sara = founding.member(club, "+4915112345678").toString();
  }

  @Test
  void sheRisesWithASaleAndTheNextOneEarnsMore() {
    Answer first = sale("499.00");
    Answer quote = web.post("/v1/purchases/quote", body("q", "1.00", "2026-01-10T10:00:00Z"));
    Answer second = sale("1.00");
    Answer third = sale("10.00");

    assertThat(first.at("/member/tier")).isEqualTo("green");
    assertThat(quote.expect(200).at("/member/tier")).isEqualTo("gold");
    assertThat(second.at("/member/tier")).isEqualTo("gold");
    assertThat(second.at("/effects/1/type")).isEqualTo("tier");
    assertThat(second.at("/effects/1/tier")).isEqualTo("gold");
    assertThat(second.at("/effects/1/before")).isEqualTo("green");
    assertThat(second.at("/effects/1/until")).isEqualTo("2027-01-10");
    assertThat(second.at("/effects/1/reason")).isEqualTo("Gold reached");
    assertThat(third.at("/effects/0/granted")).isEqualTo("20");
    assertThat(third.at("/effects/0/expiresAt")).isEmpty();
    Answer why = web.get("/v1/purchases/" + third.at("/id") + "/explanation").expect(200);
    assertThat(why.text()).contains("gold");
    assertThat(tier("/tier/code")).isEqualTo("gold");
  }

  @Test
  void aBatchSeesTheTierThatItsFirstSaleBrought() {
    Answer both =
        web.post(
                "/v1/purchases:batch",
                "{'purchases':["
                    + body("b1", "500.00", "2026-01-10T09:00:00Z")
                    + ","
                    + body("b2", "10.00", "2026-01-10T09:01:00Z")
                    + "]}")
            .expect(200);

    assertThat(both.at("/data/0/body/member/tier")).isEqualTo("gold");
    assertThat(both.at("/data/1/body/effects/0/granted")).isEqualTo("20");
  }

  @Test
  void aSaleReportedLateIsJudgedByTheTierOfItsDay() {
    sale("500.00");

    Answer late = send("late", "10.00", "2026-01-09T10:00:00Z");

    assertThat(late.at("/effects/0/granted")).isEqualTo("10");
    assertThat(late.at("/member/tier")).isEqualTo("gold");
  }

  @Test
  void twoSalesAtOnceCountBoth() {
    Web.together(
        2, number -> web.post("/v1/purchases", body("p" + number, "250.00", now())).expect(201));

    assertThat(tier("/tier/code")).isEqualTo("gold");
    assertThat(tier("/progress/0/amount")).isEqualTo("500");
  }

  @Test
  void aReturnTakesTheTierBack() {
    sale("400.00");
    Answer last = sale("100.00");

    Answer back = giveBack(last);

    assertThat(back.at("/tiers/0/before")).isEqualTo("gold");
    assertThat(back.at("/tiers/0/tier")).isEqualTo("green");
    assertThat(back.at("/member/tier")).isEqualTo("green");
    assertThat(tier("/progress/0/amount")).isEqualTo("400");
    Answer history = web.get("/v1/members/" + sara + "/tiers/history").expect(200);
    assertThat(history.at("/data/0/reason")).isEqualTo("returned");
    assertThat(history.at("/data/1/reason")).isEqualTo("qualified");
  }

  @Test
  void timeEndsTiersAlsoAfterDaysOfBeingOff() {
    sale("500.00");
    moveTo("2027-03-01");

    assertThat(tier("/tier/code")).isEqualTo("green");
    Answer history = web.get("/v1/members/" + sara + "/tiers/history").expect(200);
    assertThat(history.at("/data/0/reason")).isEqualTo("lowered");
    assertThat(history.at("/data/0/since")).isEqualTo("2027-01-20T23:00:00Z");
    assertThat(history.at("/data/1/reason")).isEqualTo("grace");
  }

  @Test
  void theScreenSaysWhatIsMissing() {
    assertThat(tier("/next/sentence")).isEqualTo("500 points still needed to reach Gold.");
    sale("500.00");
    moveTo("2026-12-01");
    assertThat(tier("/next/sentence")).isEqualTo("2,000 points still needed to reach Reserve.");
    assertThat(tier("/keep/sentence"))
        .isEqualTo("500 points still needed by Jan 10, 2027 to stay Gold.");
    Answer persian =
        web.send("GET", "/v1/members/" + sara + "/tiers", "", "Accept-Language", "fa").expect(200);
    assertThat(persian.at("/data/0/keep/sentence")).contains("طلایی").contains("۵۰۰");
  }

  @Test
  void givenByHandUntilADayAndTakenBack() {
    String path = "/v1/members/" + sara + "/tiers";
    web.post(path, "{'tier':'reserve','until':'2026-06-30','reason':'A friend'}").expect(201);
    assertThat(tier("/tier/code")).isEqualTo("reserve");
    assertThat(tier("/given/kind")).isEqualTo("manual");
    assertThat(sale("1.00").at("/member/tier")).isEqualTo("reserve");
    web.send("DELETE", path + "/rewards", "").expect(200);
    assertThat(tier("/tier/code")).isEqualTo("green");
    web.post(path, "{'tier':'gold','kind':'matched','until':'2026-03-31','reason':'Card 17'}")
        .expect(201);
    moveTo("2026-04-01");
    assertThat(tier("/tier/code")).isEqualTo("green");

    assertThat(web.send("DELETE", path + "/rewards", "").at("/code"))
        .isEqualTo("tier_nothing_to_undo");
    assertThat(web.post(path, "{'tier':'x','until':'2020-01-01','kind':'manual'}").text())
        .contains("tier_unknown", "tier_until_past", "\"/reason\"");
    assertThat(web.post(path, "{'tier':'gold','kind':'x'}").at("/errors/0/pointer"))
        .isEqualTo("/kind");
  }

  @Test
  void twoMembersBecomeOneWithTheHigherTier() {
    String old = founding.member(club, "+4915199999999").toString();
    web.post("/v1/purchases", body("o1", "600.00", now()).replace(sara, old)).expect(201);
    sale("300.00");
    web.post("/v1/members/" + old + "/merge", "{'into':'" + sara + "'}").expect(200);

    assertThat(tier("/tier/code")).isEqualTo("gold");
    assertThat(tier("/progress/0/amount")).isEqualTo("900");
  }

  @Test
  void severalSetsStandSideBySide() {
    web.send("PUT", "/v1/tier-sets/friends", VISITS).expect(200);
    sale("1.00");
    sale("1.00");
    Answer third = sale("1.00");

    assertThat(third.at("/member/tier")).isEqualTo("green");
    assertThat(third.at("/member/tiers/friends")).isEqualTo("friend");
    assertThat(third.at("/effects/1/tier")).isEqualTo("friend");
  }

  @Test
  void setsAreVersionedAndTheirTiersAreTheWordsOfCampaigns() {
    Answer list = web.get("/v1/tier-sets").expect(200);
    assertThat(list.at("/data/0/code")).isEqualTo("rewards");
    assertThat(web.send("PUT", "/v1/tier-sets/other", VISITS.replace("guest", "gold")).at("/code"))
        .isEqualTo("tier_code_taken");
    assertThat(web.send("PUT", "/v1/tier-sets/rewards", VISITS).text()).contains("tier_gone");
    web.send("PUT", "/v1/tier-sets/rewards", LADDER.replace("2500", "3000")).expect(200);
    Answer versions = web.get("/v1/tier-sets/rewards/versions?limit=1").expect(200);
    assertThat(versions.at("/data/0/version")).isEqualTo("2");
    assertThat(versions.at("/data/0/changedBy")).startsWith("key:");
    String campaign =
        """
        {'code':'c','name':{'en':'C'},'trigger':{'on':'purchase'},
         'rules':[{'code':'r','when':[{'is':'tier','any':['%s']}],
           'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'1'}}]}]}
        """;
    assertThat(web.post("/v1/campaigns", campaign.formatted("golden")).at("/errors/0/pointer"))
        .isEqualTo("/rules/0/when/0/any/0");
    web.post("/v1/campaigns", campaign.formatted("gold")).expect(201);
    web.post("/v1/tier-sets/rewards/end", "{}").expect(200);
    assertThat(web.send("PUT", "/v1/tier-sets/rewards", LADDER).at("/code"))
        .isEqualTo("tier_set_ended");
    assertThat(sale("1.00").at("/member/tier")).isEmpty();
  }

  @Test
  void aLowerThresholdIsNoticedWithoutASale() {
    sale("300.00");
    web.send("PUT", "/v1/tier-sets/rewards", LADDER.replace("'500'", "'250'")).expect(200);
    schedule.bringUpToNow(club.id());

    assertThat(tier("/tier/code")).isEqualTo("gold");
    Answer history = web.get("/v1/members/" + sara + "/tiers/history").expect(200);
    assertThat(history.at("/data/0/reason")).isEqualTo("qualified");
  }

  private String tier(String pointer) {
    return web.get("/v1/members/" + sara + "/tiers").expect(200).at("/data/0" + pointer);
  }

  private void moveTo(String day) {
    clock.moveTo(Instant.parse(day + "T10:00:00Z"));
    schedule.bringUpToNow(club.id());
  }

  private String now() {
    return clock.instant().toString();
  }

  private Answer sale(String amount) {
    sales++;
    return send("s" + sales, amount, now());
  }

  private Answer send(String id, String amount, String at) {
    return web.post("/v1/purchases", body(id, amount, at)).expect(201);
  }

  private String body(String id, String amount, String at) {
    return """
    {'source':'t','externalId':'%s','member':{'id':'%s'},'currency':'EUR',
     'occurredAt':'%s','lines':[{'sku':'A','amount':'%s'}]}
    """
        .formatted(id, sara, at, amount);
  }

  private Answer giveBack(Answer sale) {
    return web.post("/v1/purchases/" + sale.at("/id") + "/returns", "{'externalId':'r','all':true}")
        .expect(201);
  }
}
