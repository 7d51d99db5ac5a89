package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Codes, the queue of what is blocked, settings; and everything that can be got wrong. */
@StoryTest
@Import({TestClub.class, ReferralClub.class})
class ReferralStoryTests {
  private final ReferralClub shop;
  private final TestClub founding;
  @LocalServerPort private int port;

  ReferralStoryTests(ReferralClub shop, TestClub founding) {
    this.shop = shop;
    this.founding = founding;
  }

  @BeforeEach
  void open() {
    shop.open(port);
    shop.member("sara");
  }

  private static String told(Answer answer) {
    return (answer.status() + " " + answer.at("/code") + " " + answer.at("/errors/0/pointer"))
        .strip();
  }

  @Test
  void aCodeThatLeadsToNobodyIsRefusedAndNobodyJoins() {
    assertThat(told(shop.join("a", ",'referralCode':'AAAA-AAAA'")))
        .isEqualTo("422 referral_code_unknown /referralCode");
    assertThat(told(shop.join("a", ",'referralCode':'" + "A".repeat(5000) + "'")))
        .isEqualTo("422 referral_code_unknown /referralCode");
    assertThat(told(shop.join("a", ",'referralCode':'؟'")))
        .isEqualTo("422 referral_code_unknown /referralCode");
    assertThat(told(shop.join("a", ",'referralCode':7"))).startsWith("4");
    assertThat(shop.join("a", ",'referralCode':'  '").status()).isEqualTo(201);
    assertThat(shop.join("a", ",'referralCode':null").at("/referral/id")).isEmpty();
    String sara = shop.code("sara");
    shop.web.post("/v1/members/" + shop.id("sara") + "/block", "").expect(200);
    assertThat(told(shop.join("a", ",'referralCode':'" + sara + "'")))
        .as("a blocked member’s code")
        .isEqualTo("422 referral_code_unknown /referralCode");
    assertThat(told(shop.web.get("/v1/members/" + shop.id("sara") + "/referral")))
        .isEqualTo("409 member_blocked");
    shop.web.post("/v1/members/" + shop.id("sara") + "/unblock", "").expect(200);
    shop.web.send("DELETE", "/v1/members/" + shop.id("sara"), "").expect(204);
    assertThat(told(shop.join("a", ",'referralCode':'" + sara + "'")))
        .as("an erased member’s code")
        .isEqualTo("422 referral_code_unknown /referralCode");
    assertThat(shop.web.get("/v1/referrals").at("/data/0/id")).isEmpty();
  }

  @Test
  void whoIsAMemberAlreadyCannotBeBroughtAlong() {
    String phone = ",'phone':'+4915199999999'";
    shop.web.post("/v1/members", "{'firstName':'omid'" + phone + "}").expect(201);

    Answer again =
        shop.web.post(
            "/v1/members",
            "{'firstName':'omid','referralCode':'" + shop.code("sara") + "'" + phone + "}");

    assertThat(told(again)).isEqualTo("409 member_exists /phone");
    assertThat(shop.web.get("/v1/referrals").at("/data/0/id")).isEmpty();
  }

  @Test
  void aCodeIsReadHoweverItIsTypedAndStaysTheSame() {
    String code = shop.code("sara");
    assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(shop.code("sara")).isEqualTo(code);
    String typed = " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ") + " ";

    Answer friend =
        shop.join("omid", ",'referralCode':'" + typed + "','terminal':'t1'").expect(201);

    assertThat(friend.at("/referral/advocate")).isEqualTo(shop.id("sara"));
    assertThat(friend.at("/referral/state")).isEqualTo("open");
    Answer list = shop.web.get("/v1/members/" + shop.id("sara") + "/referrals").expect(200);
    assertThat(list.at("/data/0/friend")).isEqualTo(friend.at("/id"));
    assertThat(list.body().at("/data")).hasSize(1);
  }

  @Test
  void oneMemberHasOneCodeHoweverManyAskAtOnce() {
    Set<String> codes = new HashSet<>();
    for (Answer answer :
        Web.together(16, _ -> shop.web.get("/v1/members/" + shop.id("sara") + "/referral"))) {
      codes.add(answer.expect(200).at("/code"));
    }
    assertThat(codes).hasSize(1);
  }

  @Test
  void whatIsBlockedSaysWhyInTheReadersLanguage() {
    shop.web.send("PATCH", "/v1/members/" + shop.id("sara"), "{'email':'sara@x.de'}").expect(200);
    shop.joins("sara2", "sara", ",'email':'s.ara+club@x.de'");
    String path = "/v1/referrals/" + shop.referral("sara2");

    assertThat(shop.state("sara2")).isEqualTo("blocked");
    Answer queue = shop.web.get("/v1/referrals?state=blocked").expect(200);
    assertThat(queue.at("/data/0/signals/0/code")).isEqualTo("same_email");
    assertThat(queue.at("/data/0/signals/0/reason")).contains("mailbox");
    assertThat(queue.at("/data/0/score")).isEqualTo("60");
    shop.web.post(path + "/release", "{'reason':'" + "x".repeat(501) + "'}").expect(422);
    shop.web.post(path + "/release", "{'why':'x'}").expect(400);
    Answer released =
        shop.web.post(path + "/release", "{'reason':'her sister'}", "Idempotency-Key", "k1");
    assertThat(released.expect(200).at("/state")).isEqualTo("open");
    assertThat(released.at("/steps/1/actor")).startsWith("key:");
    assertThat(released.at("/steps/1/reason")).isEqualTo("her sister");
    assertThat(
            shop.web
                .post(path + "/release", "{'reason':'her sister'}", "Idempotency-Key", "k1")
                .expect(200)
                .replayed())
        .isTrue();
    assertThat(told(shop.web.post(path + "/release", ""))).isEqualTo("409 referral_not_blocked");
    assertThat(shop.web.post(path + "/cancel", "").expect(200).at("/state")).isEqualTo("cancelled");
    assertThat(told(shop.web.post(path + "/cancel", ""))).isEqualTo("409 referral_settled");
    assertThat(told(shop.web.post(path + "/release", ""))).isEqualTo("409 referral_not_blocked");
  }

  @Test
  void tenInAWeekAreUsualAndTheEleventhIsBlocked() {
    for (int friend = 1; friend <= 11; friend++) {
      shop.joins("f" + friend, "sara", "");
    }
    assertThat(shop.state("f10")).isEqualTo("open");
    assertThat(shop.state("f11")).isEqualTo("blocked");
    shop.day(9);
    shop.joins("f12", "sara", "");
    assertThat(shop.state("f12")).isEqualTo("open");
  }

  @Test
  void aFriendWhoBuysBesideTheAdvocateIsLookedAtAgain() {
    shop.live(
        """
        {'code':'advocate','name':{'en':'Thank you'},'trigger':{'on':'referral'},
         'rules':[{'code':'bonus','then':[{'do':'earn','unit':'points',
           'amount':{'by':'fixed','give':'200'}}]}]}
        """);
    shop.web.send("PUT", "/v1/referrals/settings", "{'weights':{'same_minute':60}}").expect(200);
    shop.joins("omid", "sara", "");
    shop.buys("sara", "10.00");
    shop.buys("omid", "30.00");
    shop.settle();

    assertThat(shop.state("omid")).isEqualTo("blocked");
    assertThat(shop.points("sara")).isZero();
    shop.web.post("/v1/referrals/" + shop.referral("omid") + "/release", "").expect(200);
    shop.settle();
    assertThat(shop.state("omid")).isEqualTo("qualified");
    assertThat(shop.points("sara")).isEqualTo(200);
    shop.settle();
    assertThat(shop.points("sara")).as("once").isEqualTo(200);
  }

  @Test
  void settingsAreCheckedAndTakeTheirPlace() {
    Answer usual = shop.web.get("/v1/referrals/settings").expect(200);
    assertThat(usual.at("/openDays")).isEqualTo("90");
    assertThat(usual.at("/weights/same_email")).isEqualTo("60");
    assertThat(usual.at("/link")).isEmpty();
    assertThat(told(shop.web.send("PUT", "/v1/referrals/settings", "{'link':'ftp://x'}")))
        .isEqualTo("422 referral_link_invalid /link");
    assertThat(told(shop.web.send("PUT", "/v1/referrals/settings", "{'openDays':0}")))
        .isEqualTo("422 unknown_value /openDays");
    assertThat(told(shop.web.send("PUT", "/v1/referrals/settings", "{'weights':{'nose':1}}")))
        .isEqualTo("422 unknown_value /weights/nose");
    shop.web
        .send(
            "PUT",
            "/v1/referrals/settings",
            "{'link':'https://club.example/j/{code}','weights':{'same_email':0}}")
        .expect(200);
    Answer sara = shop.web.get("/v1/members/" + shop.id("sara") + "/referral").expect(200);
    assertThat(sara.at("/link"))
        .isEqualTo("https://club.example/j/" + sara.at("/code").replace("-", ""));
    shop.web.send("PATCH", "/v1/members/" + shop.id("sara"), "{'email':'sara@x.de'}").expect(200);
    shop.joins("sara2", "sara", ",'email':'sara+2@x.de'");
    assertThat(shop.state("sara2")).isEqualTo("open");
  }

  @Test
  void theAdvocatesVouchersAreTakenBackUnlessTheyAreUsed() {
    String reward =
        shop.web
            .post(
                "/v1/rewards",
                "{'code':'coffee','names':{'en':'Coffee'},'kind':'voucher',"
                    + "'voucher':{'pattern':'CAFE-####-####','money':'1'}}")
            .expect(201)
            .at("/id");
    shop.web.post("/v1/rewards/" + reward + "/publish", "").expect(200);
    shop.live(
        """
        {'code':'thanks','name':{'en':'Thank you'},'trigger':{'on':'referral'},
         'rules':[{'code':'r','when':[{'is':'minimum','amount':'20'}],
           'then':[{'do':'voucher','reward':'coffee','count':1}]}]}
        """);
    shop.member("sara");
    for (String friend : List.of("omid", "lena")) {
      shop.joins(friend, "sara", "");
      shop.buys(friend, "25.00");
      shop.settle();
    }
    String vouchers = "/v1/members/" + shop.id("sara") + "/vouchers";
    String used = shop.web.get(vouchers).expect(200).at("/data/0/code");
    String unused = shop.web.get(vouchers).expect(200).at("/data/1/code");
    shop.web
        .post("/v1/vouchers:redeem", "{'code':'%s','member':'%s'}".formatted(used, shop.id("sara")))
        .expect(200);

    for (String friend : List.of("omid", "lena")) {
      shop.returns(friend, "'all':true");
      shop.settle();
    }

    assertThat(shop.web.get("/v1/vouchers?code=" + unused).expect(200).at("/state"))
        .isEqualTo("cancelled");
    assertThat(shop.web.get("/v1/vouchers?code=" + used).expect(200).at("/state"))
        .isEqualTo("redeemed");
    assertThat(shop.state("omid") + " " + shop.state("lena")).isEqualTo("returned returned");
  }

  @Test
  void anotherClubSeesNothingOfIt() {
    shop.joins("omid", "sara", "");
    Web other = new Web(port, founding.key(founding.cafe()));

    assertThat(told(other.get("/v1/referrals/" + shop.referral("omid"))))
        .isEqualTo("404 referral_not_found");
    assertThat(told(other.post("/v1/referrals/" + shop.referral("omid") + "/cancel", "")))
        .isEqualTo("404 referral_not_found");
    assertThat(told(other.get("/v1/members/" + shop.id("sara") + "/referral")))
        .isEqualTo("404 member_not_found");
    assertThat(other.get("/v1/referrals").at("/data/0/id")).isEmpty();
    assertThat(
            told(
                other.post(
                    "/v1/members", "{'firstName':'x','referralCode':'" + shop.code("sara") + "'}")))
        .isEqualTo("422 referral_code_unknown /referralCode");
    assertThat(told(shop.web.get("/v1/referrals?state=asleep"))).startsWith("422 unknown_value");
    assertThat(told(shop.web.get("/v1/members/x/referrals"))).isEqualTo("404 member_not_found");
    assertThat(told(other.get("/v1/members/" + shop.id("sara") + "/referrals")))
        .isEqualTo("404 member_not_found");
    assertThat(told(shop.web.get("/v1/referrals/x"))).isEqualTo("404 referral_not_found");
  }
}
