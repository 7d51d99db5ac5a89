package club.vafa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Replays over HTTP. */
@StoryTest
@Import(TestClub.class)
class ReplayApiStoryTests {
  private static final String DOUBLE =
      """
      {'code':'double','name':{'en':'Double'},'trigger':{'on':'purchase'},
       'rules':[{'code':'r','then':[{'do':'earn','unit':'points',
         'amount':{'by':'multiplier','times':'2'}}]}]}
      """;

  private final TestClub clubs;
  @LocalServerPort private int port;
  private Club club;
  private Web web;

  ReplayApiStoryTests(TestClub clubs) {
    this.clubs = clubs;
  }

  @BeforeEach
  void foundClub() {
    club = clubs.cafe();
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[{'code':'euro','then':[{'do':'earn','unit':'points',
           'amount':{'by':'step','each':'1','give':'1'}}]}]}
        """);
    clubs.member(club, "+493012345678");
    web = new Web(port, clubs.key(club));
  }

  private void buys(String id) {
    web.post(
            "/v1/purchases",
            """
            {'source':'till','externalId':'%s','member':{'phone':'+493012345678'},'currency':'EUR',
             'lines':[{'sku':'TEA','name':'Tea','category':'tea','quantity':'1','amount':'10.00',
               'cost':'4.00'}]}
            """
                .formatted(id))
        .expect(201);
  }

  private Web.Answer untilOver(String id) {
    Web.Answer answer = web.get("/v1/replays/" + id).expect(200);
    while (answer.at("/state").equals("waiting") || answer.at("/state").equals("running")) {
      Thread.yield();
      answer = web.get("/v1/replays/" + id).expect(200);
    }
    return answer;
  }

  @Test
  void theDraftOfACampaignIsTriedOnThePast() {
    buys("1");
    buys("2");
    String campaign = web.post("/v1/campaigns", DOUBLE).expect(201).at("/id");

    Web.Answer asked = web.post("/v1/campaigns/" + campaign + "/replay", "{}").expect(201);
    Web.Answer done = untilOver(asked.at("/id"));

    assertThat(done.at("/state")).as(done.text()).isEqualTo("done");
    assertThat(done.at("/result/draft/cost")).isEqualTo("0.4");
    assertThat(done.at("/result/live/cost")).isEqualTo("0.2");
    assertThat(done.at("/result/live/margin/after")).isEqualTo("11.8");
    assertThat(done.at("/result/draft/units/0/issued")).isEqualTo("40");
    assertThat(done.at("/result/winners/0/difference")).isEqualTo("0.2");
    assertThat(done.at("/result/winners/0/sales/0/draftEffects/1/campaign")).isEqualTo("double");
    assertThat(done.at("/progress/percent")).isEqualTo("100");
    assertThat(web.get("/v1/replays").expect(200).at("/data/0/id")).isEqualTo(asked.at("/id"));
    web.send("DELETE", "/v1/replays/" + asked.at("/id"), "").expect(204);
    web.get("/v1/replays/" + asked.at("/id")).expect(404);
  }

  @Test
  void aProgramFileWithItsTiersIsTriedOnThePast() {
    buys("1");
    buys("2");
    Web.Answer asked =
        web.post(
                "/v1/replays",
                """
                {'file':'vafa-program: 1\\nsettings: {returnPolicy: may_owe}\\ncampaigns: []',
                 'tierSets':[{'code':'metals','names':{'en':'M'},'period':{'kind':'ever'},
                   'keep':{'until':'ever'},'tiers':[{'code':'iron','names':{'en':'I'}},
                   {'code':'gold','names':{'en':'G'},'needs':[{'by':'visits','atLeast':'2'}]}]}]}
                """)
            .expect(201);
    Web.Answer done = untilOver(asked.at("/id"));

    assertThat(done.at("/state")).as(done.text()).isEqualTo("done");
    assertThat(done.at("/result/draft/cost")).isEqualTo("0");
    assertThat(done.at("/result/live/cost")).isEqualTo("0.2");
    assertThat(done.at("/result/tiers/1/tier")).isEqualTo("gold");
    assertThat(done.at("/result/tiers/1/draft")).isEqualTo("1");
    assertThat(done.at("/result/tiers/1/live")).isEqualTo("0");
    assertThat(done.at("/result/losers/0/tiers/0/draft")).isEqualTo("gold");
    assertThat(
            web.post("/v1/replays", "{'file':'vafa-program: 1','program':'autumn'}")
                .expect(422)
                .at("/errors/0/code"))
        .isEqualTo("replay_program_twice");
    assertThat(
            web.post("/v1/replays", "{'file':'vafa-program: 2'}", "Accept-Language", "ar")
                .expect(422)
                .at("/errors/0/pointer"))
        .startsWith("/file");
  }

  @Test
  void whatCannotBeReplayedIsRefusedByField() {
    assertThat(web.post("/v1/replays", "{}").expect(422).at("/code"))
        .isEqualTo("replay_nothing_past");
    buys("1");
    assertThat(
            web.post(
                    "/v1/replays",
                    "{'campaigns':[" + DOUBLE.replace("points", "nuggets") + "]}",
                    "Accept-Language",
                    "fa")
                .expect(422)
                .at("/errors/0/pointer"))
        .isEqualTo("/campaigns/0/rules/0/then/0/unit");
    web.post("/v1/replays", "{'drafts':[null]}").expect(422);
    web.post("/v1/replays", "{'nonsense':1}").expect(400);
    web.post("/v1/replays/rpl_nonsense/cancel", "").expect(404);
    web.post("/v1/campaigns/cmp_nonsense/replay", "").expect(404);
  }

  @Test
  void anOrderSentTwiceIsOneOrder() {
    buys("1");
    Web.Answer first = web.post("/v1/replays", "{}", "Idempotency-Key", "k1").expect(201);
    Web.Answer second = web.post("/v1/replays", "{}", "Idempotency-Key", "k1").expect(201);

    assertThat(second.replayed()).isTrue();
    assertThat(second.at("/id")).isEqualTo(first.at("/id"));
    untilOver(first.at("/id"));
  }

  @Test
  void theSalesOfAFileAreLivedThrough() {
    String csv =
        """
        Invoice,date,Kunde,sku,quantity,price
        1,2026-03-01,ann,TEA,2,10.00
        2,2026-03-02,ben,TEA,1,10.00
        R2,2026-03-03,ben,TEA,1,
        R3,2026-03-03,ann,CUP,1,
        4,no day,ann,TEA,1,10.00
        """;
    Web.Answer kept =
        csv("/v1/pasts?name=sales.csv&map=member%3DKunde&returnsPrefix=R", csv, "k1").expect(201);

    assertThat(kept.at("/rows")).isEqualTo("5");
    assertThat(kept.at("/purchases")).isEqualTo("2");
    assertThat(kept.at("/returns")).isEqualTo("1");
    assertThat(kept.at("/people")).isEqualTo("2");
    assertThat(kept.at("/columns")).contains("member = Kunde", "unitPrice = price");
    String file = "/v1/pasts/" + kept.at("/id");
    assertThat(web.get(file).expect(200).at("/refused")).isEqualTo("2");
    Web.Answer first = web.get(file + "/refused?limit=1").expect(200);
    assertThat(first.at("/data/0/line")).isEqualTo("5");
    assertThat(first.at("/data/0/reason")).contains("CUP");
    Web.Answer second = web.get(file + "/refused?after=" + first.at("/next")).expect(200);
    assertThat(second.at("/data/0/code")).isEqualTo("date_unreadable");
    assertThat(second.at("/data/0/field")).isEqualTo("date");

    Web.Answer asked =
        web.post("/v1/replays", "{'past':'" + kept.at("/id") + "','campaigns':[" + DOUBLE + "]}")
            .expect(201);
    Web.Answer done = untilOver(asked.at("/id"));

    assertThat(done.at("/state")).as(done.text()).isEqualTo("done");
    assertThat(done.at("/result/draft/cost")).isEqualTo("0.4");
    assertThat(done.at("/result/live/cost")).isEqualTo("0.2");
    assertThat(done.at("/result/winners/0/called")).isEqualTo("ann");
    assertThat(done.at("/result/winners/0/sales/0/line")).isEqualTo("2");
    assertThat(web.get("/v1/members").expect(200).text()).doesNotContain("ann");
    web.send("DELETE", "/v1/replays/" + asked.at("/id"), "").expect(204);
    web.get(file).expect(404);
  }

  private Web.Answer csv(String path, String csv, String key) {
    return web.send("POST", path, csv, "Content-Type", "text/csv", "Idempotency-Key", key);
  }

  @Test
  void aFileThatCannotBeReadIsRefusedWithWhatIsWrong() {
    String good = "id,date,member,amount\n1,2026-03-01,ann,5\n";

    Web.Answer once = csv("/v1/pasts", good, "a").expect(201);
    assertThat(csv("/v1/pasts", good, "a").expect(201).at("/id")).isEqualTo(once.at("/id"));
    assertThat(csv("/v1/pasts", "", "b").expect(422).at("/code")).isEqualTo("file_without_header");
    assertThat(csv("/v1/pasts", "a,b\n1,2\n", "c").expect(422).at("/errors/0/code"))
        .isEqualTo("file_column_needed");
    assertThat(csv("/v1/pasts?calendar=mayan", good, "d").expect(422).at("/errors/0/pointer"))
        .isEqualTo("/calendar");
    assertThat(csv("/v1/pasts?dateFormat=bbbb", good, "e").expect(422).at("/errors/0/pointer"))
        .isEqualTo("/dateFormat");
    assertThat(csv("/v1/pasts?map=sku%3DThing", good, "f").expect(422).at("/errors/0/code"))
        .isEqualTo("file_column_unknown");
    assertThat(
            csv("/v1/pasts", "id,date,amount\n" + "1,x\n".repeat(1_000_001), "long")
                .expect(422)
                .text())
        .contains("file_too_long", "1,000,000");
    csv("/v1/pasts?map=sku", good, "g").expect(422);
    csv("/v1/pasts?pricesAboveZero=maybe", good, "h").expect(422);
    csv("/v1/pasts?nonsense=1", good, "i").expect(400);
    web.post("/v1/pasts", "{}").expect(415);
    web.get("/v1/pasts/pst_nonsense").expect(404);
    web.get("/v1/pasts/pst_nonsense/refused").expect(404);
    assertThat(
            web.post("/v1/replays", "{'past':'pst_nonsense','members':['x']}").expect(422).text())
        .contains("replay_past_unknown", "replay_past_of_members");
  }
}
