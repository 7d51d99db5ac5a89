package club.vafa.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The catalogue, claims, vouchers and stamp cards as the console shows them. */
@StoryTest
class RewardsPagesStoryTests {
  private static final String PATH = "/console/rewards";

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  RewardsPagesStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  private static String coffee(Visitor owner) {
    return owner.done(
        PATH + "/new",
        "text/names/en",
        "A free coffee",
        "text/names/fa",
        "یک قهوهٔ رایگان",
        "text/kind",
        "product",
        "number/prices/0/amount",
        "۱٬۰۰۰",
        "text/prices/0/unit",
        "points",
        "number/prices/1/amount",
        "",
        "text/prices/1/unit",
        "",
        "count/stock/total",
        "25",
        "yes/fulfilment",
        "true",
        "last/visible/until",
        "2030-12-31",
        "then",
        "publish");
  }

  @Test
  void whoIsOfATierPaysLess() {
    Club club = clubs.cafe();
    new Web(port, clubs.key(club))
        .send(
            "PUT",
            "/v1/tier-sets/rewards",
            """
            {'names':{'en':'Rewards'},'period':{'kind':'ever'},'keep':{'until':'ever'},
             'tiers':[{'code':'green','names':{'en':'Green'}},{'code':'gold',
             'names':{'en':'Gold'},'needs':[{'by':'visits','atLeast':'10'}]}]}
            """)
        .expect(200);
    Visitor owner = visitors.owner(club);
    String reward = coffee(owner);
    assertThat(owner.page(reward + "/edit")).contains("For Gold");
    owner.done(reward + "/edit", "number/prices/0/tiers/gold", "۷۵۰", "then", "publish");
    assertThat(owner.page(reward + "/edit")).contains("value=\"750\"");
    assertThat(owner.refused(reward + "/edit", "number/prices/0/tiers/gold", "less"))
        .contains("value=\"less\"");
    owner.done(reward + "/edit", "number/prices/0/tiers/gold", "", "then", "publish");
    assertThat(owner.page(reward + "/edit")).doesNotContain("value=\"750\"");
  }

  @Test
  void aRewardIsWrittenPublishedChangedAndEnded() {
    Visitor owner = visitors.owner(clubs.cafe());
    assertThat(owner.page(PATH)).contains("No rewards yet");
    String reward = coffee(owner);
    assertThat(owner.page(reward))
        .contains("A free coffee", "1,000 points", "25 pieces in all", "December", "31", "Live")
        .doesNotContain("Draft that waits");
    assertThat(owner.page(reward + "/edit"))
        .contains("value=\"A free coffee\"", "value=\"1000\"", "value=\"2030-12-31\"");
    owner.done(reward + "/edit", "text/names/en", "A large coffee", "then", "keep");
    assertThat(owner.page(reward)).contains("A large coffee", "Draft that waits", "1,000 points");
    owner.done(reward + "/turn", "to", "published");
    assertThat(owner.refused(reward + "/turn", "to", "published")).contains("Nothing has changed");
    owner.done(reward + "/turn", "to", "ended");
    assertThat(owner.page(PATH)).contains("A large coffee", "Ended");
    assertThat(owner.refused(reward + "/turn", "to", "ended")).contains("has ended");
    assertThat(owner.post(reward + "/turn", "to", "elsewhere").statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
    Visitor owner = visitors.owner(clubs.cafe());
    String shown =
        owner.refused(
            PATH + "/new",
            "text/names/en",
            "Cake <b>",
            "text/kind",
            "product",
            "number/prices/0/amount",
            "many",
            "text/prices/0/unit",
            "points",
            "count/limit/count",
            "0");
    assertThat(shown).contains("value=\"Cake &lt;b>\"", "value=\"many\"").contains("f-prices-0");
    assertThat(
            owner.refused(
                PATH + "/new",
                "text/names/en",
                "Cake",
                "text/kind",
                "voucher",
                "number/prices/0/amount",
                "-5",
                "text/prices/0/unit",
                "points",
                "count/limit/count",
                "0"))
        .contains("f-prices-0-amount-fault", "f-limit-count-fault")
        .contains("value=\"-5\"");
    assertThat(owner.post(PATH + "/new", "odd/names", "x").statusCode()).isEqualTo(400);
    owner.refused(PATH + "/new", "text/prices/9999/unit", "x");
    assertThat(owner.page(PATH)).contains("No rewards yet");
  }

  @Test
  void aClaimWaitsIsHandedOverAndTakenBack() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    String reward = coffee(owner);
    MemberId member = clubs.member(club, "+4915112345670");
    Web api = new Web(port, clubs.key(club));
    api.post(
            "/v1/members/" + member + "/adjustments",
            "{'unit':'points','amount':'1500','reason':'welcome'}")
        .expect(201);
    assertThat(owner.page(PATH + "/claims?state=requested")).doesNotContain("A free coffee");
    String id =
        api.post(
                "/v1/claims",
                "{'member':'%s','reward':'%s'}"
                    .formatted(member, reward.substring(reward.lastIndexOf('/') + 1)))
            .expect(201)
            .at("/id");
    assertThat(owner.page(PATH + "/claims")).contains("A free coffee", "+4915112345670");
    String claim = PATH + "/claims/" + id;
    assertThat(owner.page(claim)).contains("1,000 points", "Waiting", "/console/members/" + member);
    assertThat(visitors.staff(club, "cashier").page(claim)).contains("Hand over");
    owner.done(claim + "/end", "to", "fulfilled", "text/reason", "Table 4");
    assertThat(owner.page(claim)).contains("Handed over", "Table 4");
    assertThat(owner.page(PATH + "/claims?state=requested")).doesNotContain("A free coffee");
    assertThat(owner.page(PATH + "/claims")).contains("A free coffee", "Handed over");
    assertThat(owner.refused(claim + "/end", "to", "failed")).contains("already");
    owner.done(claim + "/end", "to", "revoked");
    assertThat(owner.page(claim)).contains("Taken back");
    assertThat(owner.post(claim + "/end", "to", "sold").statusCode()).isEqualTo(400);
  }

  @Test
  void codesAreMadeLookedUpAndStopped() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    assertThat(owner.page(PATH + "/vouchers/batches/new")).contains("No reward gives a voucher");
    String reward =
        owner.done(
            PATH + "/new",
            "text/names/en",
            "Five off",
            "text/kind",
            "voucher",
            "some/voucher",
            "true",
            "number/voucher/money",
            "5.00",
            "then",
            "publish");
    String id = reward.substring(reward.lastIndexOf('/') + 1);
    assertThat(owner.refused(PATH + "/vouchers/batches/new", "text/reward", id, "count/count", "x"))
        .contains("value=\"x\"", "f-count-fault");
    String batch =
        owner.done(
            PATH + "/vouchers/batches/new",
            "text/reward",
            id,
            "count/count",
            "12",
            "yes/active",
            "true");
    assertThat(owner.page(batch)).contains("Five off", "12");
    new Web(port, clubs.key(club)).get("/v1/voucher-batches?limit=1").expect(200);
    assertThat(owner.page(PATH + "/vouchers/batches")).contains("Five off", "12 codes");
    assertThat(owner.get(PATH + "/vouchers?code=NOPE-NOPE").statusCode()).isEqualTo(422);
    assertThat(owner.get(PATH + "/vouchers?code=NOPE-NOPE").body())
        .contains("There is no such voucher", "value=\"NOPE-NOPE\"");
  }

  @Test
  void aStampCardIsLaidOutAndEnded() {
    Visitor owner = visitors.owner(clubs.cafe());
    owner.done(
        PATH + "/new",
        "text/names/en",
        "A free coffee",
        "text/kind",
        "voucher",
        "some/voucher",
        "true",
        "text/voucher/sku",
        "LAT-M",
        "then",
        "publish");
    String path = PATH + "/stamp-cards";
    assertThat(owner.page(path)).contains("No stamp cards yet");
    assertThat(
            owner.refused(
                path + "/new",
                "text/names/en",
                "Coffee card",
                "text/unit",
                "points",
                "count/holes",
                "10",
                "text/reward",
                "a-free-coffee",
                "yes/carries",
                "true"))
        .contains("Coffee card", "not of the kind stamps");
    String card =
        owner.done(
            path + "/new",
            "text/names/en",
            "Coffee card",
            "text/unit",
            "stamps",
            "count/holes",
            "10",
            "text/reward",
            "a-free-coffee",
            "yes/carries",
            "true");
    assertThat(owner.page(path)).contains("Coffee card", "10 stamps for A free coffee");
    owner.done(card + "/edit", "text/names/en", "Bean card", "yes/carries", "");
    assertThat(owner.page(card)).contains("Bean card", "Are lost");
    owner.done(card + "/end");
    assertThat(owner.page(card)).contains("Ended");
  }

  @Test
  void whoMayNotChangeSeesNoButtonsAndOtherClubsSeeNothing() {
    Club club = clubs.cafe();
    String reward = coffee(visitors.owner(club));
    Visitor cashier = visitors.staff(club, "cashier");
    assertThat(cashier.page(reward)).contains("A free coffee").doesNotContain("/turn", "/edit");
    assertThat(cashier.get(PATH + "/new").statusCode()).isEqualTo(403);
    assertThat(cashier.post(reward + "/turn", "to", "ended").statusCode()).isEqualTo(403);
    Visitor stranger = visitors.owner(clubs.cafe());
    for (String path :
        new String[] {
          reward,
          reward + "/edit",
          PATH + "/rwd_x",
          PATH + "/claims/x",
          PATH + "/vouchers/x",
          PATH + "/vouchers/batches/x",
          PATH + "/stamp-cards/x"
        }) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(stranger.post(reward + "/turn", "to", "ended").statusCode()).isEqualTo(404);
    assertThat(stranger.page(PATH)).doesNotContain("A free coffee");
  }
}
