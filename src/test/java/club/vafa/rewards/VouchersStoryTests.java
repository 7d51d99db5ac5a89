package club.vafa.rewards;

import static club.vafa.rewards.Shopping.line;
import static club.vafa.rewards.Shopping.told;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Vouchers at the till, in sales and in bulk. */
@StoryTest
@Import(TestClub.class)
class VouchersStoryTests {
  private static final String LATTES = line("LATTE", "2", "9.00");
  private static final String CAKE = line("CAKE", "1", "4.50");
  private static final String BASKET = LATTES + "," + CAKE;

  private final TestClub clubs;
  private final Clubs known;
  private final Ledger ledger;
  private final Batches batches;
  @LocalServerPort private int port;
  private Shopping shop;

  VouchersStoryTests(TestClub clubs, Clubs known, Ledger ledger, Batches batches) {
    this.clubs = clubs;
    this.known = known;
    this.ledger = ledger;
    this.batches = batches;
  }

  @BeforeEach
  void aCafe() {
    shop = new Shopping(clubs, port);
    shop.give("points", "1000");
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        shop.club.id(),
        () -> assertThat(ledger.verify(known.get(shop.club.id())).text()).as("findings").isEmpty());
  }

  private void earning() {
    clubs.live(
        shop.club,
        """
        {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[{'code':'per-euro','when':[],
           'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'1'}}]}]}
        """);
  }

  @Test
  void aVoucherForGoodsMakesThemFreeOnce() {
    shop.freeCoffee();
    String code = shop.voucher("free-coffee");

    Answer missing = shop.buy(CAKE, code).expect(201);
    assertThat(missing.at("/notApplied/0/code")).isEqualTo("voucher_goods_missing");
    assertThat(missing.at("/notApplied/0/reason")).contains(code).contains("LATTE");
    Answer quote = shop.quote(BASKET, code).expect(200);
    assertThat(quote.at("/discount/amount")).isEqualTo("4.5");
    Answer sale = shop.buy(BASKET, code).expect(201);

    assertThat(sale.at("/discount/amount")).isEqualTo("4.5");
    assertThat(sale.at("/due/amount")).isEqualTo("9");
    assertThat(sale.at("/effects/0/type")).isEqualTo("discount");
    assertThat(sale.at("/effects/0/reason")).isEqualTo("Voucher: free-coffee");
    assertThat(sale.at("/effects/0/vouchers/0/code")).isEqualTo(code);
    assertThat(sale.body().at("/notApplied").isEmpty()).isTrue();
    assertThat(shop.state(code)).isEqualTo("redeemed");
    Answer again = shop.buy(BASKET, code.toLowerCase(java.util.Locale.ROOT)).expect(201);
    assertThat(again.at("/notApplied/0/code")).isEqualTo("voucher_redeemed");
    assertThat(again.at("/discount/amount")).isEqualTo("0");
  }

  @Test
  void whatAVoucherTookOffDoesNotEarnAndTheReturnGivesItBack() {
    earning();
    shop.fiveOff();
    String code = shop.voucher("five-off");

    Answer small = shop.buy(CAKE, code).expect(201);
    assertThat(small.at("/notApplied/0/code")).isEqualTo("voucher_below_minimum");
    assertThat(small.at("/notApplied/0/reason")).contains("8");
    Answer sale = shop.buy(BASKET, code).expect(201);
    // 13.50 less 5.00 is 8.50: 8 points. Each line bears its share of the 5.00.
    assertThat(sale.at("/effects/1/granted")).isEqualTo("8");
    assertThat(sale.at("/effects/0/lines/0/amount")).isEqualTo("3.33");
    Answer cake = shop.bringBack(sale, "'lines':[{'line':1,'quantity':'1'}]");
    assertThat(cake.at("/refund/amount")).isEqualTo("2.83");
    assertThat(cake.body().at("/vouchers").isMissingNode()).isTrue();
    // 9.00 less 3.33 is 5.67: 5 points.
    assertThat(cake.at("/taken/0/wanted")).isEqualTo("3");
    assertThat(shop.state(code)).isEqualTo("redeemed");
    Answer rest = shop.bringBack(sale, "'all':true");
    assertThat(rest.at("/refund/amount")).isEqualTo("5.67");
    assertThat(rest.at("/vouchers/0/state")).isEqualTo("returned");
    assertThat(shop.state(code)).isEqualTo("active");
    assertThat(shop.has("points")).isEqualTo("904");
  }

  @Test
  void moneyThatASaleDoesNotNeedStaysWhereTheVoucherKeepsIt() {
    shop.live(
        "gift",
        "'kind':'voucher','prices':[{'unit':'points','amount':'100'}],"
            + "'voucher':{'money':'20.00','keepsRest':true}");
    String code = shop.voucher("gift");

    Answer first = shop.buy(BASKET, code).expect(201);
    assertThat(first.at("/due/amount")).isEqualTo("0");
    assertThat(shop.state(code)).isEqualTo("partially_redeemed");
    Answer more =
        shop.web.post(
            "/v1/vouchers:redeem",
            "{'code':'%s','member':'%s','amount':'7'}".formatted(code, shop.sara));
    assertThat(told(more)).isEqualTo("422 voucher_amount_too_large /amount");
    assertThat(more.at("/detail")).contains("6.5 EUR");
    shop.bringBack(first, "'all':true");
    assertThat(shop.web.get("/v1/vouchers?code=" + code).at("/left")).isEqualTo("20");
    assertThat(shop.state(code)).isEqualTo("active");
  }

  @Test
  void aVoucherOfAMemberIsNotForOthers() {
    shop.fiveOff();
    String code = shop.voucher("five-off");
    clubs.member(shop.club, "+4915199999999");

    Answer other = shop.buy("'member':{'phone':'+4915199999999'},", BASKET, code).expect(201);
    Answer nobody = shop.buy("", BASKET, code).expect(201);

    assertThat(other.at("/notApplied/0/code")).isEqualTo("voucher_of_another_member");
    assertThat(nobody.at("/notApplied/0/code")).isEqualTo("voucher_needs_member");
    assertThat(shop.state(code)).isEqualTo("active");
  }

  @Test
  void vouchersAreStoppedAndReserved() {
    shop.fiveOff();
    Answer claim = shop.claim("five-off", "").expect(201);
    String code = claim.at("/vouchers/0/code");
    String path = "/v1/vouchers/" + claim.at("/vouchers/0/id");
    String body = "{'code':'%s','member':'%s'%s}";

    assertThat(told(shop.web.post(path + "/unblock", ""))).isEqualTo("409 voucher_not_blocked");
    shop.web.post(path + "/block", "{'reason':'lost'}").expect(200);
    assertThat(told(shop.web.post("/v1/vouchers:redeem", body.formatted(code, shop.sara, ""))))
        .isEqualTo("409 voucher_blocked /code");
    shop.web.post(path + "/unblock", "").expect(200);
    shop.web
        .post("/v1/vouchers:reserve", body.formatted(code, shop.sara, ",'reservation':'cart-1'"))
        .expect(200);
    assertThat(shop.buy(BASKET, code).at("/notApplied/0/code")).isEqualTo("voucher_reserved");
    shop.web
        .post("/v1/vouchers:redeem", body.formatted(code, shop.sara, ",'reservation':'cart-1'"))
        .expect(200);
    assertThat(told(shop.web.post(path + "/cancel", ""))).isEqualTo("409 voucher_redeemed");
  }

  @Test
  void ofAHundredWhoRedeemOneCodeOneWins() {
    shop.fiveOff();
    String code = shop.voucher("five-off");
    String body = "{'code':'%s','member':'%s'}".formatted(code, shop.sara);

    List<Answer> answers = Web.together(100, _ -> shop.web.post("/v1/vouchers:redeem", body));

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> told(answer).equals("409 voucher_redeemed /code")))
        .hasSize(99);
  }

  @Test
  void ofAHundredSalesWithOneCodeOneBecomesCheaper() {
    shop.fiveOff();
    String code = shop.voucher("five-off");

    List<String> sales = IntStream.range(0, 100).mapToObj(_ -> shop.sale(BASKET, code)).toList();
    List<Answer> answers = Web.together(100, at -> shop.web.post("/v1/purchases", sales.get(at)));

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers.stream().filter(answer -> answer.at("/discount/amount").equals("5")))
        .hasSize(1);
  }

  @Test
  void wrongCodesRevealNothingAndAreSlowed() {
    shop.fiveOff();
    String right = shop.voucher("five-off");
    Shopping other = new Shopping(clubs, port);
    Answer foreign = other.web.get("/v1/vouchers?code=" + right);
    Answer none = other.web.get("/v1/vouchers?code=CAFE-2222-2222");
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.at("/detail")).isEqualTo(none.at("/detail"));

    for (int wrong = 0; wrong < 20; wrong++) {
      assertThat(told(shop.web.get("/v1/vouchers?code=wrong" + wrong)))
          .isEqualTo("404 voucher_not_found");
    }
    Answer slowed = shop.web.get("/v1/vouchers?code=" + right);
    assertThat(told(slowed)).isEqualTo("429 too_many_wrong_codes");
    assertThat(slowed.raw().headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void campaignsGiveVouchersAndAReturnTakesThemBackUnused() {
    shop.fiveOff();
    shop.web
        .post("/v1/rewards", "{'code':'gone','kind':'donation','names':{'en':'Gone'}}")
        .expect(201);
    clubs.live(
        shop.club,
        """
        {'code':'cake-day','name':{'en':'Cake'},'trigger':{'on':'purchase'},
         'rules':[{'code':'cake','when':[{'is':'category','any':['cake']}],
           'then':[{'do':'voucher','reward':'five-off'},{'do':'voucher','reward':'gone'}]}]}
        """);

    Answer quote = shop.quote(CAKE, "").expect(200);
    Answer sale = shop.buy(CAKE, "").expect(201);
    Answer used = shop.buy(CAKE, "").expect(201);

    assertThat(quote.at("/effects/0/type")).isEqualTo("voucher");
    assertThat(quote.body().at("/effects/0/vouchers/0/code").isMissingNode()).isTrue();
    assertThat(sale.at("/effects/0/reward")).isEqualTo("five-off");
    assertThat(sale.at("/effects/0/status")).isEqualTo("active");
    assertThat(sale.at("/effects/1/status")).isEqualTo("none");
    String code = sale.at("/effects/0/vouchers/0/code");
    assertThat(shop.state(code)).isEqualTo("active");
    assertThat(shop.buy(BASKET, used.at("/effects/0/vouchers/0/code")).at("/discount/amount"))
        .isEqualTo("5");
    assertThat(shop.bringBack(sale, "'all':true").at("/vouchers/0/state")).isEqualTo("cancelled");
    assertThat(shop.bringBack(used, "'all':true").at("/vouchers/0/state")).isEqualTo("used");
    assertThat(shop.state(code)).isEqualTo("cancelled");
  }

  @Test
  void aBatchIsMadeInTheBackgroundAndItsCodesAreHandedOutOrBrought() {
    String reward = shop.fiveOff();
    Answer batch =
        shop.web
            .post(
                "/v1/voucher-batches",
                "{'reward':'%s','count':2500,'active':true}".formatted(reward))
            .expect(201);
    assertThat(
            told(
                shop.web.post(
                    "/v1/voucher-batches", "{'reward':'%s','count':0}".formatted(reward))))
        .isEqualTo("422 must_be_positive /count");
    boolean more = true;
    while (more) {
      more = ClubScope.call(shop.club.id(), () -> batches.goOn(known.get(shop.club.id())));
    }

    String path = "/v1/voucher-batches/" + batch.at("/id");
    assertThat(shop.web.get(path).at("/state")).isEqualTo("done");
    Set<String> codes = new HashSet<>();
    String next = "";
    do {
      Answer page = shop.web.get(path + "/vouchers?limit=200" + next).expect(200);
      page.body().at("/data").forEach(one -> codes.add(one.at("/code").asString()));
      next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!next.isEmpty());
    assertThat(codes).hasSize(2500);
    assertThat(shop.buy("", BASKET, codes.iterator().next()).at("/discount/amount")).isEqualTo("5");
  }

  @Test
  void broughtCodesAreHandedOutOnce() {
    String reward =
        shop.live(
            "cinema",
            "'kind':'partner','prices':[{'unit':'points','amount':'10'}],"
                + "'voucher':{'imported':true}");
    Answer first =
        shop.web
            .post(
                "/v1/rewards/" + reward + "/codes",
                "{'csv':'Code;Note\\nkino-001;x\\nkino-002\\n\\nKINO 001\\nno'}")
            .expect(200);
    Answer second =
        shop.web
            .post("/v1/rewards/" + reward + "/codes", "{'codes':['kino-002','kino-003',null]}")
            .expect(200);

    assertThat(first.at("/added")).isEqualTo("2");
    assertThat(first.at("/known")).isEqualTo("1");
    assertThat(first.at("/refused/0/code")).isEqualTo("code_too_short");
    assertThat(second.at("/added")).isEqualTo("1");
    assertThat(second.at("/free")).isEqualTo("3");
    assertThat(second.at("/refused/0/code")).isEqualTo("required");
    assertThat(told(shop.web.post("/v1/vouchers:redeem", "{'code':'kino-001'}")))
        .isEqualTo("409 voucher_not_handed_out /code");
    List<Answer> claims = Web.together(8, _ -> shop.claim("cinema", ""));
    assertThat(
            claims.stream()
                .filter(claim -> claim.status() == 201)
                .map(claim -> claim.at("/vouchers/0/code")))
        .containsExactlyInAnyOrder("kino-001", "kino-002", "kino-003");
    assertThat(claims.stream().filter(claim -> told(claim).equals("409 out_of_stock"))).hasSize(5);
    assertThat(shop.has("points")).isEqualTo("970");
  }
}
