package club.vafa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Coupons defined, handed in, refused and given back, told over HTTP. */
@StoryTest
@Import(TestClub.class)
class CouponStoryTests {
  private static final String SARA = "+4915112345678";
  private static final String OMID = "+4915112345679";

  private final TestClub founding;
  private final Coupons coupons;
  private final TransactionTemplate transaction;
  @LocalServerPort private int port;
  private Club club;
  private Web web;
  private MemberId sara;
  private int sales;

  CouponStoryTests(TestClub founding, Coupons coupons, PlatformTransactionManager transactions) {
    this.founding = founding;
    this.coupons = coupons;
    this.transaction = new TransactionTemplate(transactions);
  }

  @BeforeEach
  void foundClub() {
    club = founding.cafe();
    web = new Web(port, founding.key(club));
    sara = founding.member(club, SARA);
    founding.member(club, OMID);
    founding.live(
        club,
        """
        {'code':'spring','name':{'en':'Spring'},'trigger':{'on':'purchase'},
         'rules':[{'code':'s','when':[{'is':'coupon','any':['SPRING']}],
           'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'10'}}]},
          {'code':'w','when':[{'is':'coupon','any':['WINTER']},{'is':'minimum','amount':'20'}],
           'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'7'}}]}]}
        """);
  }

  private String coupon(String fields) {
    return web.post("/v1/coupons", "{" + fields + "}").expect(201).at("/id");
  }

  private List<String> codes(String coupon, int count) {
    String batch =
        web.post(
                "/v1/coupons/" + coupon + "/batches",
                "{'count':%d,'pattern':'S-########?'}".formatted(count))
            .expect(201)
            .at("/id");
    // The background may be at it already: then it is its turn to finish.
    String made = "/v1/coupons/" + coupon + "/batches/" + batch;
    while (!web.get(made).expect(200).at("/state").equals("done")) {
      ClubScope.run(club.id(), () -> coupons.makeSome(club.id()));
    }
    return web.get("/v1/coupons/" + coupon + "/codes?limit=200")
        .expect(200)
        .body()
        .at("/data")
        .valueStream()
        .map(code -> code.at("/code").asString())
        .filter(code -> code.startsWith("S-"))
        .toList();
  }

  private Answer sale(String phone, String amount, String... codes) {
    sales++;
    return named("s" + sales, phone, amount, codes);
  }

  private Answer named(String id, String phone, String amount, String... codes) {
    return web.post(
            "/v1/purchases",
            ("{'source':'t','externalId':'%s','member':{'phone':'%s'},'currency':'EUR',"
                    + "'coupons':['%s'],'lines':[{'sku':'A','quantity':'2','amount':'%s'}]}")
                .formatted(id, phone, String.join("','", codes), amount))
        .expect(201);
  }

  /** What came of a sale: points granted, or why not. */
  private static String told(Answer sale) {
    StringBuilder told = new StringBuilder();
    sale.body().at("/effects").forEach(one -> told.append("+" + one.at("/granted").asString()));
    sale.body().at("/notApplied").forEach(one -> told.append(" " + one.at("/code").asString()));
    return told.toString().strip();
  }

  @Test
  @Timeout(60)
  void salesThatNameASharedCodeDoNotWaitForEachOther() {
    coupon("'code':'spring'");
    String told =
        ClubScope.call(
            club.id(),
            () ->
                transaction.execute(_ -> {
                  assertThat(coupons.take(club.id(), List.of("SPRING"))).isNotEmpty();
                  return told(sale(SARA, "10", "Spring"));
                }));
    assertThat(told).isEqualTo("+10");
  }

  @Test
  void ofManyAtOnceOneGetsTheLastUseOfASharedCode() {
    coupon("'code':'spring','limits':[{'per':'all','uses':1}]");
    List<String> told =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(at -> told(named("p" + at, at % 2 == 0 ? SARA : OMID, "10", "SPRING")))
            .toList();
    assertThat(told).containsOnlyOnce("+10");
    assertThat(told).filteredOn("coupon_used_up"::equals).hasSize(63);
  }

  @Test
  void aSharedCodeIsUsedAsOftenAsItMay() {
    coupon("'code':'spring','limits':[{'per':'member','uses':1},{'per':'all','uses':2}]");
    Answer first = sale(SARA, "10", "Spring");
    assertThat(told(first)).isEqualTo("+10");
    Answer again = sale(SARA, "10", "SPRING");
    assertThat(told(again)).isEqualTo("coupon_used_up");
    assertThat(again.at("/notApplied/0/reason")).contains("The member has used coupon SPRING");
    assertThat(told(sale(OMID, "10", "spring"))).isEqualTo("+10");

    web.post("/v1/purchases/" + first.at("/id") + "/returns", "{'externalId':'b','all':true}")
        .expect(201);
    assertThat(told(sale(SARA, "10", "SPRING"))).isEqualTo("+10");
    assertThat(told(sale(OMID, "10", "SPRING"))).isEqualTo("coupon_used_up");
  }

  @Test
  void aUniqueCodeIsRedeemedOnceAndGivenBackByAReturn() {
    String coupon = coupon("'code':'SPRING','kind':'unique'");
    String code = codes(coupon, 3).getFirst();
    assertThat(told(sale(SARA, "10", "SPRING"))).isEqualTo("coupon_unknown");
    assertThat(told(sale(SARA, "10", "S-NOBODY"))).isEqualTo("coupon_unknown");
    Answer first = named("one", SARA, "10", code.toLowerCase(java.util.Locale.ROOT));
    assertThat(told(first)).isEqualTo("+10");
    Answer second = named("two", OMID, "10", code);
    assertThat(told(second)).isEqualTo("coupon_used_up");
    assertThat(web.get("/v1/coupon-codes?code=" + code).at("/state")).isEqualTo("redeemed");
    // A repetition is answered as the first time, also what was refused.
    assertThat(named("one", SARA, "10", code.toLowerCase(java.util.Locale.ROOT)).text())
        .isEqualTo(first.text());
    assertThat(told(named("two", OMID, "10", code))).isEqualTo("coupon_used_up");

    String returns = "/v1/purchases/" + first.at("/id") + "/returns";
    web.post(returns, "{'externalId':'r1','lines':[{'line':0,'quantity':'1'}]}").expect(201);
    assertThat(web.get("/v1/coupon-codes?code=" + code).at("/state")).isEqualTo("redeemed");
    web.post(returns, "{'externalId':'r2','all':true}").expect(201);
    assertThat(web.get("/v1/coupon-codes?code=" + code).at("/state")).isEqualTo("active");
    assertThat(told(sale(OMID, "10", code))).isEqualTo("+10");
  }

  @Test
  void whatBringsNothingIsNotRedeemed() {
    coupon("'code':'WINTER','limits':[{'per':'all','uses':1}]");
    assertThat(told(sale(SARA, "10", "WINTER"))).isEqualTo("below_minimum");
    Answer sale = sale(SARA, "30", "WINTER");
    assertThat(told(sale)).isEqualTo("+7");
    assertThat(told(sale(SARA, "30", "WINTER"))).isEqualTo("coupon_used_up");
    // One of two pieces comes back: what is left would not have been enough for the coupon.
    web.post(
            "/v1/purchases/" + sale.at("/id") + "/returns",
            "{'externalId':'r','lines':[{'line':0,'quantity':'1'}]}")
        .expect(201);
    assertThat(told(sale(SARA, "30", "WINTER"))).isEqualTo("+7");
  }

  @Test
  void aReturnMayKeepTheUse() {
    coupon("'code':'SPRING','returns':'keep','limits':[{'per':'all','uses':1}]");
    Answer sale = sale(SARA, "10", "SPRING");
    web.post("/v1/purchases/" + sale.at("/id") + "/returns", "{'externalId':'b','all':true}")
        .expect(201);
    assertThat(told(sale(SARA, "10", "SPRING"))).isEqualTo("coupon_used_up");
  }

  @Test
  void everyRefusalSaysWhy() {
    String spring = coupon("'code':'SPRING','until':'2020-01-01T00:00:00Z'");
    assertThat(told(sale(SARA, "10", "SPRING"))).isEqualTo("coupon_expired");
    web.post("/v1/coupons/" + spring + "/cancel", "{}").expect(200);
    assertThat(told(sale(SARA, "10", "SPRING"))).isEqualTo("coupon_cancelled");
    coupon("'code':'WINTER','from':'2199-01-01T00:00:00Z'");
    assertThat(told(sale(SARA, "30", "WINTER"))).isEqualTo("coupon_not_started");
  }

  @Test
  void whoseACodeIs() {
    String coupon = coupon("'code':'SPRING','kind':'unique'");
    List<String> codes = codes(coupon, 3);
    reserve(codes.get(0), ",'hard':true");
    reserve(codes.get(1), "");
    assertThat(told(sale(OMID, "10", codes.get(0)))).isEqualTo("coupon_not_yours");
    assertThat(told(sale(OMID, "10", codes.get(1)))).isEqualTo("+10");
    assertThat(web.get("/v1/members/" + sara + "/coupons").body().at("/data").size()).isEqualTo(2);
    assertThat(told(sale(SARA, "10", codes.get(0)))).isEqualTo("+10");
    web.post("/v1/coupon-codes/cancel", "{'code':'%s'}".formatted(codes.get(2))).expect(200);
    assertThat(told(sale(SARA, "10", codes.get(2)))).isEqualTo("coupon_cancelled");
    assertThat(
            web.post("/v1/coupon-codes/cancel", "{'code':'%s'}".formatted(codes.get(0)))
                .expect(409)
                .at("/code"))
        .isEqualTo("code_redeemed");
  }

  @Test
  void aCodeIsReservedToNobodyOfAnotherClub() {
    String code = codes(coupon("'code':'SPRING','kind':'unique'"), 1).getFirst();
    String stranger = founding.member(founding.cafe(), "+4915122222222").toString();
    String path = "/v1/coupon-codes/reserve";
    Answer refused =
        web.post(path, "{'code':'%s','member':'%s'}".formatted(code, stranger)).expect(404);
    assertThat(refused.at("/code")).isEqualTo("member_not_found");
    assertThat(web.get("/v1/coupon-codes?code=" + code).expect(200).at("/state"))
        .isEqualTo("active");
  }

  private void reserve(String code, String more) {
    web.post(
            "/v1/coupon-codes/reserve", "{'code':'%s','member':'%s'%s}".formatted(code, sara, more))
        .expect(200);
  }

  @Test
  void couponsThatDoNotGoTogether() {
    coupon("'code':'SPRING','others':0");
    coupon("'code':'WINTER'");
    Answer both = sale(SARA, "30", "WINTER", "SPRING");
    assertThat(told(both)).isEqualTo("+10 coupon_not_with_others");
    assertThat(both.at("/notApplied/0/reason")).contains("WINTER").contains("SPRING");
  }

  @Test
  void twoCodesOfOneCouponAreOneTooMany() {
    List<String> codes = codes(coupon("'code':'SPRING','kind':'unique'"), 2);
    assertThat(told(sale(SARA, "10", codes.get(0), codes.get(1))))
        .isEqualTo("+10 coupon_not_with_others");
  }

  @Test
  void aCodeIsHeldForOneSale() {
    String code = codes(coupon("'code':'SPRING','kind':'unique'"), 1).getFirst();
    String hold = "{'code':'%s','source':'t','externalId':'%s','seconds':600}";
    web.post("/v1/coupon-codes/hold", hold.formatted(code, "mine")).expect(200);
    assertThat(
            web.post("/v1/coupon-codes/hold", hold.formatted(code, "other"))
                .expect(409)
                .at("/code"))
        .isEqualTo("code_held");
    assertThat(told(named("other", OMID, "10", code))).isEqualTo("coupon_held");
    assertThat(told(named("mine", SARA, "10", code))).isEqualTo("+10");
  }

  @Test
  void aHundredAtOnceRedeemOneCodeOnce() {
    String code = codes(coupon("'code':'SPRING','kind':'unique'"), 1).getFirst();
    List<Answer> answers =
        Web.together(100, at -> named("many" + at, at % 2 == 0 ? SARA : OMID, "10", code));
    assertThat(answers.stream().map(CouponStoryTests::told).filter("+10"::equals)).hasSize(1);
    assertThat(answers.stream().map(CouponStoryTests::told).filter("coupon_used_up"::equals))
        .hasSize(99);
  }

  @Test
  void aQuoteRedeemsNothing() {
    String code = codes(coupon("'code':'SPRING','kind':'unique'"), 1).getFirst();
    Answer quote =
        web.post(
                "/v1/purchases/quote",
                ("{'member':{'phone':'%s'},'currency':'EUR','coupons':['%s'],"
                        + "'lines':[{'sku':'A','quantity':'1','amount':'10'}]}")
                    .formatted(SARA, code))
            .expect(200);
    assertThat(told(quote)).isEqualTo("+10");
    assertThat(told(sale(SARA, "10", code))).isEqualTo("+10");
  }

  @Test
  void codesThatWereIssuedWaitUntilTheirBatchIsActivated() {
    String coupon = coupon("'code':'SPRING','kind':'unique'");
    String batch =
        web.post(
                "/v1/coupons/" + coupon + "/batches",
                "{'count':1,'pattern':'S-########','active':false}")
            .expect(201)
            .at("/id");
    String code = codes(coupon, 1).getFirst();
    String waiting =
        web.get("/v1/coupons/" + coupon + "/codes")
            .body()
            .at("/data")
            .valueStream()
            .filter(one -> one.at("/state").asString().equals("issued"))
            .map(one -> one.at("/code").asString())
            .findFirst()
            .orElseThrow();
    assertThat(told(sale(SARA, "10", waiting))).isEqualTo("coupon_not_started");
    web.post("/v1/coupons/" + coupon + "/batches/" + batch + "/activate", "{}").expect(200);
    assertThat(told(sale(SARA, "10", waiting))).isEqualTo("+10");
    assertThat(code).isNotEmpty();
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    String shared = coupon("'code':'SPRING'");
    assertThat(web.post("/v1/coupons", "{'code':' spring '}").expect(409).at("/code"))
        .isEqualTo("coupon_code_taken");
    assertThat(
            web.post("/v1/coupons/" + shared + "/batches", "{'count':1,'pattern':'########'}")
                .expect(409)
                .at("/code"))
        .isEqualTo("coupon_is_shared");
    String unique = coupon("'code':'WINTER','kind':'unique'");
    String batches = "/v1/coupons/" + unique + "/batches";
    assertThat(web.post(batches, "{'count':1,'pattern':'abc'}").expect(422).at("/code"))
        .isEqualTo("code_pattern");
    Answer guessable = web.post(batches, "{'count':100000,'pattern':'####'}").expect(422);
    assertThat(guessable.at("/code")).isEqualTo("code_pattern_guessable");
    assertThat(guessable.text()).contains("8");
    assertThat(web.post(batches, "{'count':0,'pattern':'########'}").status()).isEqualTo(422);
    assertThat(
            web.post(
                    "/v1/coupons",
                    "{'kind':'odd','others':-1,'returns':'no','name':{'de':'x'},"
                        + "'from':'2026-01-02T00:00:00Z','until':'2026-01-01T00:00:00Z',"
                        + "'limits':[{'per':'shop','uses':1},{'uses':-1},{'uses':3}]}")
                .text())
        .contains(
            "/code",
            "/kind",
            "/others",
            "/returns",
            "/name",
            "/until",
            "/limits/0/per",
            "/limits/1/uses",
            "/limits/2");
    assertThat(web.get("/v1/coupon-codes?code=WINTER").status()).isEqualTo(404);
    assertThat(web.get("/v1/coupons/cpn_x").status()).isEqualTo(404);
  }
}
