package club.vafa.rewards;

import static club.vafa.rewards.Shopping.told;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Points become things: the catalogue and its claims. */
@StoryTest
@Import(TestClub.class)
class ClaimsStoryTests {
  private final TestClub clubs;
  private final Clubs known;
  private final Ledger ledger;
  private final Rewards rewards;
  private final Clock clock;
  @LocalServerPort private int port;
  private Shopping shop;

  ClaimsStoryTests(TestClub clubs, Clubs known, Ledger ledger, Rewards rewards, Clock clock) {
    this.clubs = clubs;
    this.known = known;
    this.ledger = ledger;
    this.rewards = rewards;
    this.clock = clock;
  }

  @BeforeEach
  void aCafe() {
    shop = new Shopping(clubs, port);
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        shop.club.id(),
        () -> assertThat(ledger.verify(known.get(shop.club.id())).text()).as("findings").isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 reward_code_form /code",
        "{'code':'Bad','kind':'product','names':{'en':'x'}} | 422 reward_code_form /code",
        "{'code':'a','kind':'toy','names':{'en':'x'}} | 422 unknown_value /kind",
        "{'code':'a','kind':'product','names':{}} | 422 required /names",
        "{'code':'a','kind':'product','names':{'de':'x'}} | 422 unknown_value /names",
        "{'code':'a','kind':'product','names':{'en':'x'},'colour':1} | 400 unknown_field /colour",
        "{'code':'a','kind':'product','names':{'en':'x'},'prices':[{'unit':'miles','amount':'1'}]}"
            + " | 422 unit_unknown /prices/0/unit",
        "{'code':'a','kind':'product','names':{'en':'x'},'prices':[{'unit':'points',"
            + "'amount':'0'}]} | 422 must_be_positive /prices/0/amount",
        "{'code':'a','kind':'product','names':{'en':'x'},'prices':[{'unit':'points',"
            + "'amount':'1.5'}]} | 422 too_many_decimals /prices/0/amount",
        "{'code':'a','kind':'product','names':{'en':'x'},'prices':[null]} | 422 required /prices/0",
        "{'code':'a','kind':'product','names':{'en':'x'},'stock':{}} | 422 required /stock/total",
        "{'code':'a','kind':'product','names':{'en':'x'},'stock':{'perPeriod':5}}"
            + " | 422 required /stock/period",
        "{'code':'a','kind':'voucher','names':{'en':'x'}} | 422 required /voucher",
        "{'code':'a','kind':'product','names':{'en':'x'},'voucher':{'pattern':'ABC-####'}}"
            + " | 422 code_pattern_form /voucher/pattern",
        "{'code':'a','kind':'product','names':{'en':'x'},'voucher':{'money':'5','percent':'5'}}"
            + " | 422 exactly_one /voucher",
        "{'code':'a','kind':'product','names':{'en':'x'},'voucher':{'percent':'101'}}"
            + " | 422 number_too_large /voucher/percent",
        "{'code':'a','kind':'product','names':{'en':'x'},'fulfilment':true,'voucher':{}}"
            + " | 422 reward_terms_clash /fulfilment",
        "{'code':'a','kind':'product','names':{'en':'x'},'sessions':[{'code':'s',"
            + "'at':'2030-01-01T00:00:00Z','capacity':1}]} | 422 reward_terms_clash /sessions",
        "{'code':'a','kind':'product','names':{'en':'x'},'image':'http://x'}"
            + " | 422 reward_terms_clash /image"
      })
  void aRewardWithFaultsIsRefusedByField(String body, String wanted) {
    assertThat(told(shop.web.post("/v1/rewards", body))).isEqualTo(wanted);
  }

  @Test
  void aRewardGoesFromDraftToLiveToEnded() {
    String body =
        "{'code':'mug','kind':'product','names':{'en':'Mug'},"
            + "'prices':[{'unit':'points','amount':'%s'}]}";
    String id = shop.web.post("/v1/rewards", body.formatted("100")).expect(201).at("/id");
    shop.give("points", "500");

    assertThat(told(shop.web.post("/v1/rewards", body.formatted("100"))))
        .isEqualTo("409 reward_code_taken /code");
    assertThat(told(shop.claim("mug", ""))).isEqualTo("409 reward_not_live /reward");
    assertThat(told(shop.claim("cup", ""))).isEqualTo("404 reward_not_found /reward");
    shop.web.post("/v1/rewards/" + id + "/publish", "").expect(200);
    assertThat(told(shop.web.post("/v1/rewards/" + id + "/publish", "")))
        .isEqualTo("409 reward_has_no_draft");
    shop.web.send("PUT", "/v1/rewards/" + id, body.formatted("300")).expect(200);
    assertThat(shop.claim("mug", "").expect(201).at("/units")).isEqualTo("100");
    shop.web.post("/v1/rewards/" + id + "/publish", "").expect(200);
    assertThat(shop.claim(id, "").expect(201).at("/units")).isEqualTo("300");
    shop.web.post("/v1/rewards/" + id + "/end", "").expect(200);
    assertThat(told(shop.claim("mug", ""))).isEqualTo("409 reward_not_live /reward");
    assertThat(told(shop.web.post("/v1/rewards/" + id + "/end", ""))).isEqualTo("409 reward_ended");
    assertThat(shop.has("points")).isEqualTo("100");
  }

  @Test
  void aClaimIsPaidAtOnceAndAnsweredWithItsVoucher() {
    shop.freeCoffee();
    assertThat(told(shop.claim("free-coffee", ""))).isEqualTo("422 insufficient_balance");
    shop.give("points", "250");

    Answer claim = shop.claim("free-coffee", ",'quantity':2").expect(201);

    assertThat(claim.at("/state")).isEqualTo("fulfilled");
    assertThat(claim.at("/units")).isEqualTo("200");
    assertThat(claim.body().at("/vouchers").size()).isEqualTo(2);
    assertThat(claim.at("/vouchers/0/code")).matches("CAFE-....-....");
    assertThat(claim.at("/vouchers/0/state")).isEqualTo("active");
    assertThat(claim.at("/vouchers/0/expiresAt")).isNotEmpty();
    assertThat(shop.has("points")).isEqualTo("50");
  }

  @Test
  void theSameKeyClaimsOnce() {
    shop.freeCoffee();
    shop.give("points", "500");
    String body = "{'member':'" + shop.sara + "','reward':'free-coffee'}";

    Answer first = shop.web.post("/v1/claims", body, "Idempotency-Key", "k1").expect(201);
    Answer again = shop.web.post("/v1/claims", body, "Idempotency-Key", "k1").expect(201);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.replayed()).isTrue();
    assertThat(shop.has("points")).isEqualTo("400");
  }

  @Test
  void whileItIsNotHandedOverThePointsAreHeld() {
    shop.live(
        "mug",
        "'kind':'product','prices':[{'unit':'points','amount':'100'}],'stock':{'total':2},"
            + "'fulfilment':true");
    shop.give("points", "300");
    String first = shop.claim("mug", "").expect(201).at("/id");
    String second = shop.claim("mug", "").expect(201).at("/id");

    assertThat(shop.has("points")).isEqualTo("100 held 200");
    assertThat(told(shop.claim("mug", ""))).isEqualTo("409 out_of_stock");
    shop.web.post("/v1/claims/" + first + "/fulfil", "").expect(200);
    Answer failed =
        shop.web.post("/v1/claims/" + second + "/fail", "{'reason':'broken'}").expect(200);
    assertThat(shop.has("points")).isEqualTo("200");
    assertThat(failed.at("/state")).isEqualTo("failed");
    assertThat(failed.at("/steps/1/usable")).isEqualTo("100");
    assertThat(failed.at("/steps/1/reason")).isEqualTo("broken");
    assertThat(told(shop.web.post("/v1/claims/" + second + "/fulfil", "")))
        .isEqualTo("409 claim_not_open");
    // The piece that failed is in stock again.
    assertThat(shop.claim("mug", "").status()).isEqualTo(201);
  }

  @Test
  void aRevokedClaimGivesThePointsBackToTheirLotsAndTheVoucherIsGone() {
    shop.freeCoffee();
    shop.give("points", "100");
    Answer claim = shop.claim("free-coffee", "").expect(201);
    String code = claim.at("/vouchers/0/code");

    Answer revoked = shop.web.post("/v1/claims/" + claim.at("/id") + "/revoke", "").expect(200);

    assertThat(revoked.at("/steps/1/usable")).isEqualTo("100");
    assertThat(revoked.at("/steps/1/expired")).isEqualTo("0");
    assertThat(shop.has("points")).isEqualTo("100");
    assertThat(shop.state(code)).isEqualTo("cancelled");
    assertThat(told(shop.web.post("/v1/claims/" + claim.at("/id") + "/revoke", "")))
        .isEqualTo("409 claim_not_open");
  }

  @Test
  void aClaimWhoseVoucherWasUsedStands() {
    shop.freeCoffee();
    shop.give("points", "100");
    Answer claim = shop.claim("free-coffee", "").expect(201);
    shop.web
        .post(
            "/v1/vouchers:redeem",
            "{'code':'%s','member':'%s'}".formatted(claim.at("/vouchers/0/code"), shop.sara))
        .expect(200);

    assertThat(told(shop.web.post("/v1/claims/" + claim.at("/id") + "/revoke", "")))
        .isEqualTo("409 claim_voucher_used");
    assertThat(shop.has("points")).isEqualTo("0");
  }

  @Test
  void aPartOfThePriceIsPaidInMoney() {
    shop.live(
        "mug",
        "'kind':'product','prices':[{'unit':'points','amount':'500','money':"
            + "{'max':'5.00','step':'1.00','saves':'60'}}]");
    shop.give("points", "320");

    assertThat(told(shop.claim("mug", ""))).isEqualTo("422 insufficient_balance");
    assertThat(told(shop.claim("mug", ",'money':'2.50'"))).isEqualTo("422 money_part_form /money");
    assertThat(told(shop.claim("mug", ",'money':'6'"))).isEqualTo("422 money_part_form /money");
    assertThat(told(shop.claim("mug", ",'unit':'credit'"))).isEqualTo("422 price_unknown /unit");
    Answer claim = shop.claim("mug", ",'money':'3.00'").expect(201);
    assertThat(claim.at("/units")).isEqualTo("320");
    assertThat(claim.at("/money")).isEqualTo("3");
    assertThat(shop.has("points")).isEqualTo("0");
  }

  @Test
  void limitsSessionsAndTimesAreToldInTheCatalogue() {
    shop.live(
        "b-once",
        "'kind':'donation','prices':[{'unit':'points','amount':'10'}],"
            + "'limit':{'count':1,'period':'day'}");
    shop.live(
        "c-tasting",
        "'kind':'experience','prices':[{'unit':'points','amount':'10'}],'sessions':["
            + "{'code':'past','at':'2020-01-01T00:00:00Z','capacity':9},"
            + "{'code':'next','at':'2099-01-01T00:00:00Z','capacity':1}]");
    shop.web
        .send(
            "PUT",
            "/v1/tier-sets/rewards",
            "{'names':{'en':'R'},'period':{'kind':'ever'},'keep':{'until':'ever'},'tiers':["
                + "{'code':'gold','names':{'en':'G'},'needs':[{'by':'visits','atLeast':99}]}]}")
        .expect(200);
    shop.live(
        "d-gold",
        "'kind':'donation','prices':[{'unit':'points','amount':'10'}],"
            + "'visible':{'tiers':['gold']}");
    shop.live(
        "e-later",
        "'kind':'donation','prices':[{'unit':'points','amount':'10'}],"
            + "'visible':{'from':'2099-01-01T00:00:00Z'}");
    shop.live("f-dear", "'kind':'donation','prices':[{'unit':'points','amount':'1000'}]");
    shop.give("points", "40");

    assertThat(told(shop.claim("c-tasting", ""))).isEqualTo("422 session_needed /session");
    assertThat(told(shop.claim("c-tasting", ",'session':'x'")))
        .isEqualTo("422 session_unknown /session");
    assertThat(told(shop.claim("c-tasting", ",'session':'past'")))
        .isEqualTo("409 session_over /session");
    shop.claim("c-tasting", ",'session':'next'").expect(201);
    assertThat(told(shop.claim("c-tasting", ",'session':'next'")))
        .isEqualTo("409 session_full /session");
    shop.claim("b-once", "").expect(201);
    assertThat(told(shop.claim("b-once", ""))).isEqualTo("409 claim_limit_reached");
    assertThat(told(shop.claim("d-gold", ""))).isEqualTo("409 reward_not_for_member");
    assertThat(told(shop.claim("e-later", ""))).isEqualTo("409 reward_not_on_offer");
    assertThat(told(shop.claim("f-dear", ",'quantity':0")))
        .isEqualTo("422 must_be_positive /quantity");

    Answer page = shop.web.get("/v1/rewards?member=" + shop.sara + "&limit=4");
    Answer rest = shop.web.get("/v1/rewards?member=" + shop.sara + "&after=" + page.at("/next"));
    assertThat(
            List.of(
                page.at("/data/0/offer/why/code"),
                page.at("/data/1/offer/why/code"),
                page.at("/data/2/offer/why/code"),
                page.at("/data/3/offer/why/code")))
        .containsExactly(
            "claim_limit_reached", "session_full", "reward_not_for_member", "reward_not_on_offer");
    assertThat(rest.at("/data/0/offer/prices/0/missing")).isEqualTo("980");
    assertThat(rest.at("/data/0/offer/claimable")).isEqualTo("false");
  }

  @Test
  void whatIsNotHandedOverInTimeGoesBackAndUnusedVouchersEnd() {
    shop.live(
        "mug",
        "'kind':'product','prices':[{'unit':'points','amount':'100'}],'fulfilment':true,"
            + "'fulfilWithinDays':5");
    shop.freeCoffee();
    lasting("{'kind':'never'}");
    shop.give("points", "200");
    String mug = shop.claim("mug", "").expect(201).at("/id");
    String code = shop.voucher("free-coffee");

    clock.setAhead(Duration.ofDays(4));
    comeDue();
    assertThat(shop.has("points")).isEqualTo("0 held 100");
    clock.setAhead(Duration.ofDays(32));
    assertThat(
            told(
                shop.web.post(
                    "/v1/vouchers:redeem",
                    "{'code':'%s','member':'%s'}".formatted(code, shop.sara))))
        .isEqualTo("409 voucher_expired /code");
    comeDue();
    Answer claim = shop.web.get("/v1/claims/" + mug).expect(200);
    assertThat(claim.at("/state")).isEqualTo("expired");
    assertThat(claim.at("/steps/1/usable")).isEqualTo("100");
    assertThat(shop.has("points")).isEqualTo("100");
    assertThat(shop.state(code)).isEqualTo("expired");
  }

  @Test
  void aRevokedClaimSaysWhatHadExpiredMeanwhile() {
    shop.freeCoffee();
    lasting("{'kind':'rolling','months':0,'days':10,'endOf':'instant'}");
    shop.give("points", "60");
    clock.setAhead(Duration.ofDays(5));
    shop.give("points", "40");
    Answer claim = shop.claim("free-coffee", "").expect(201);

    clock.setAhead(Duration.ofDays(12));
    Answer revoked = shop.web.post("/v1/claims/" + claim.at("/id") + "/revoke", "").expect(200);

    assertThat(revoked.at("/steps/1/usable")).isEqualTo("40");
    assertThat(revoked.at("/steps/1/expired")).isEqualTo("60");
    assertThat(shop.has("points")).isEqualTo("40");
  }

  private void lasting(String expiry) {
    shop.web
        .send(
            "PUT",
            "/v1/units/points",
            "{'code':'points','kind':'points','names':{'en':'points'},'worth':'0.01','expiry':%s}"
                .formatted(expiry))
        .expect(200);
  }

  private void comeDue() {
    ClubScope.run(shop.club.id(), () -> rewards.comeDue(known.get(shop.club.id()), 100));
  }

  @Test
  void theLastPieceGoesToOneOfSixtyFour() {
    shop.live(
        "last", "'kind':'donation','prices':[{'unit':'points','amount':'1'}],'stock':{'total':1}");
    List<String> members =
        java.util.stream.IntStream.range(0, 64)
            .mapToObj(at -> clubs.member(shop.club, "+49151999%05d".formatted(at)).toString())
            .toList();
    members.forEach(member -> shop.give(member, "points", "1"));

    List<Answer> answers =
        Web.together(
            64,
            at ->
                shop.web.post(
                    "/v1/claims", "{'member':'%s','reward':'last'}".formatted(members.get(at))));

    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> told(answer).equals("409 out_of_stock")))
        .hasSize(63);
  }
}
