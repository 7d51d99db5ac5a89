package club.vafa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What an owner lays down for all campaigns, told over HTTP. */
@StoryTest
@Import(TestClub.class)
class SafetyStoryTests {
  private static final String STAMP =
      "{'code':'%s','name':{'en':'Stamps'},'trigger':{'on':'purchase'},'rules':[{'code':'r','then':"
          + "[{'do':'stamp','unit':'stamps'}]}]%s}";

  private final TestClub founding;
  @LocalServerPort private int port;
  private Club club;
  private Web web;
  private int sales;

  SafetyStoryTests(TestClub founding) {
    this.founding = founding;
  }

  @BeforeEach
  void foundClub() {
    club = founding.cafe();
    web = new Web(port, founding.key(club));
    founding.member(club, "+4915112345678");
  }

  private Answer buys(String amount, String cost, String quantity) {
    sales++;
    return web.post(
            "/v1/purchases",
            ("{'source':'t','externalId':'%d','member':{'phone':'+4915112345678'},"
                    + "'currency':'EUR','lines':[{'sku':'TV','quantity':'%s','amount':'%s',"
                    + "'cost':'%s'}]}")
                .formatted(sales, quantity, amount, cost))
        .expect(201);
  }

  @Test
  void tenPerCentOnOneSeventeenOnTwoAndTheGuardAtHalfOfTheMargin() {
    founding.live(
        club,
        """
        {'code':'credit','name':{'en':'Credit'},'trigger':{'on':'purchase'},
         'rules':[{'code':'r','then':[{'do':'earn','unit':'credit','amount':{'by':'ladder',
          'of':'quantity','mode':'whole','steps':[{'from':'1','percent':'10'},
          {'from':'2','percent':'17'}]}}]}]}
        """);
    assertThat(buys("300000", "200000", "1").at("/effects/0/granted")).isEqualTo("30000");
    Answer before = buys("600000", "400000", "2");
    assertThat(before.at("/effects/0/granted")).isEqualTo("102000");

    web.send("PUT", "/v1/safety", "{'marginShare':'50'}").expect(200);

    assertThat(buys("300000", "200000", "1").at("/effects/0/granted")).isEqualTo("30000");
    Answer cut = buys("600000", "400000", "2");
    assertThat(cut.at("/effects/0/granted")).isEqualTo("100000");
    assertThat(cut.at("/effects/0/wanted")).isEqualTo("102000");
    Answer why = web.get("/v1/purchases/" + cut.at("/id") + "/explanation").expect(200);
    assertThat(why.at("/campaigns/0/rules/0/margins/0/margin/amount")).isEqualTo("200000");
    assertThat(why.at("/campaigns/0/rules/0/margins/0/allowed/amount")).isEqualTo("100000");
    assertThat(why.at("/campaigns/0/rules/0/margins/0/granted")).isEqualTo("100000");
    assertThat(why.at("/campaigns/0/rules/0/margins/0/reason")).contains("margin guard");
    // The sale from before is explained by what was laid down then: nothing.
    Answer then = web.get("/v1/purchases/" + before.at("/id") + "/explanation").expect(200);
    assertThat(then.text()).doesNotContain("margin guard");

    // One of two comes back: 10 % of one would have been given, so 70,000 of 100,000 go.
    Answer back =
        web.post(
                "/v1/purchases/" + cut.at("/id") + "/returns",
                "{'externalId':'b','lines':[{'line':0,'quantity':'1'}]}")
            .expect(201);
    assertThat(back.at("/taken/0/wanted")).isEqualTo("70000");
  }

  @Test
  void whatIsNoSafetyIsRefused() {
    Answer refused =
        web.send(
            "PUT",
            "/v1/safety",
            "{'marginShare':'101','assumedMargin':'-1','stacking':'some','controlGroup':'0.00001'}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("/marginShare", "/assumedMargin", "/stacking", "/controlGroup");
    assertThat(web.send("PUT", "/v1/safety", "{'stacking':'at_most'}").status()).isEqualTo(422);
    assertThat(web.send("PUT", "/v1/safety", "{'margin':'5'}").status()).isEqualTo(400);
    assertThat(web.get("/v1/safety").at("/stacking")).isEqualTo("all");
  }

  @Test
  void theControlGroupGetsWhatIsIncludedAlone() {
    founding.live(club, STAMP.formatted("base", ",'control':'included'"));
    founding.live(club, STAMP.formatted("more", ""));
    assertThat(buys("10", "5", "1").body().at("/effects").size()).isEqualTo(2);
    web.send("PUT", "/v1/safety", "{'controlGroup':'100'}").expect(200);
    Answer sale = buys("10", "5", "1");
    assertThat(sale.body().at("/effects").size()).isEqualTo(1);
    assertThat(sale.text()).doesNotContain("control");
    Answer why = web.get("/v1/purchases/" + sale.at("/id") + "/explanation").expect(200);
    assertThat(why.at("/campaigns/1/verdict")).isEqualTo("control_group");
  }

  @Test
  void aSecondPersonApproves() {
    Web other = new Web(port, founding.key(club, "second"));
    web.send("PUT", "/v1/safety", "{'secondPerson':true}").expect(200);
    String campaign = web.post("/v1/campaigns", STAMP.formatted("c", "")).expect(201).at("/id");
    String publish = "/v1/campaigns/" + campaign + "/publish";
    assertThat(web.post(publish, "{}").expect(409).at("/code")).isEqualTo("second_person_needed");
    assertThat(web.send("PUT", "/v1/safety", "{}").expect(409).at("/code"))
        .isEqualTo("second_person_needed");

    String ask = "{'action':'publish','campaign':'%s','note':'spring'}".formatted(campaign);
    String first = web.post("/v1/approvals", ask).expect(201).at("/id");
    assertThat(web.post("/v1/approvals/" + first + "/approve", "{}").expect(409).at("/code"))
        .isEqualTo("approval_by_requester");
    web.send("PUT", "/v1/campaigns/" + campaign, STAMP.formatted("c", ",'priority':5")).expect(200);
    assertThat(other.post("/v1/approvals/" + first + "/approve", "{}").expect(409).at("/code"))
        .isEqualTo("approval_outdated");
    other.post("/v1/approvals/" + first + "/reject", "{'reason':'changed'}").expect(200);
    assertThat(other.post("/v1/approvals/" + first + "/approve", "{}").expect(409).at("/code"))
        .isEqualTo("approval_answered");

    String second = web.post("/v1/approvals", ask).expect(201).at("/id");
    Answer approved = other.post("/v1/approvals/" + second + "/approve", "{}").expect(200);
    assertThat(approved.at("/state")).isEqualTo("approved");
    assertThat(approved.at("/requestedBy")).isNotEqualTo(approved.at("/answeredBy"));
    assertThat(web.get("/v1/campaigns/" + campaign).at("/state")).isEqualTo("live");
    assertThat(web.get("/v1/approvals").body().at("/data").size()).isEqualTo(2);

    web.post("/v1/campaigns/" + campaign + "/pause", "{}").expect(200);
    assertThat(web.post("/v1/campaigns/" + campaign + "/resume", "{}").expect(409).at("/code"))
        .isEqualTo("second_person_needed");
    String resume =
        web.post("/v1/approvals", "{'action':'resume','campaign':'%s'}".formatted(campaign))
            .expect(201)
            .at("/id");
    other.post("/v1/approvals/" + resume + "/approve", "{}").expect(200);
    String off = web.post("/v1/approvals", "{'action':'safety','safety':{}}").expect(201).at("/id");
    other.post("/v1/approvals/" + off + "/approve", "{}").expect(200);
    assertThat(web.get("/v1/safety").body().at("/secondPerson").asBoolean()).isFalse();
    assertThat(web.post("/v1/approvals", "{'action':'fly'}").status()).isEqualTo(422);
    assertThat(web.post("/v1/approvals/apv_x/approve", "{}").status()).isEqualTo(404);
  }
}
