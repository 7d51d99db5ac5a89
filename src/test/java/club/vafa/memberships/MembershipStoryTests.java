package club.vafa.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A paid membership with free delivery, member prices and a household, over HTTP. */
@StoryTest
@Import(TestClub.class)
class MembershipStoryTests {
  private static final AtomicInteger SALES = new AtomicInteger();

  private static final String PLAN =
      """
      {'code':'plus','names':{'en':'Plus','fa':'پلاس'},
       'fee':{'amount':'%s','currency':'EUR'},'period':{'count':1,'each':'month'},
       'trialDays':30,'renewal':'automatic','graceDays':7,'tries':3,'pauseDays':30,
       'cancelling':'pro_rata','sharing':{'adults':1,'children':4},
       'entitlements':[
         {'code':'free_delivery','names':{'en':'Free delivery'},'limit':{'uses':3,'each':'month'}},
         {'code':'member_price'}]}
      """;

  private final TestClub clubs;
  private final Memberships memberships;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private Web till;
  private MemberId sara;
  private String plan;

  MembershipStoryTests(TestClub clubs, Memberships memberships, Clock clock) {
    this.clubs = clubs;
    this.memberships = memberships;
    this.clock = clock;
  }

  @BeforeEach
  void aPlan() {
    club = clubs.cafe();
    till = new Web(port, clubs.key(club));
    sara = clubs.member(club, "+4915112345678");
    plan = till.post("/v1/membership-plans", PLAN.formatted("10")).expect(201).at("/id");
    till.post("/v1/membership-plans/" + plan + "/publish", "{}").expect(200);
    clubs.live(
        club,
        """
        {'code':'perks','name':{'en':'Perks'},'trigger':{'on':'purchase'},'rules':[
          {'code':'delivery','when':[{'is':'entitled','any':['free_delivery']},
            {'is':'item','any':['DELIVERY']}],
           'then':[{'do':'discount','on':'lines','amount':{'by':'percent','percent':'100'}}]},
          {'code':'price','when':[{'is':'plan','any':['plus']},
            {'is':'category','any':['coffee']}],
           'then':[{'do':'discount','on':'lines','amount':{'by':'percent','percent':'10'}},
             {'do':'earn','unit':'points','amount':{'by':'fixed','give':'5'}}]}]}
        """);
  }

  private void on(String day) {
    clock.moveTo(Instant.parse(day + "T10:00:00Z"));
    ClubScope.run(
        club.id(),
        () -> {
          int due = 1;
          while (due > 0) {
            due = memberships.bringUpTo(club, clock.instant(), 10);
          }
        });
  }

  private Answer join(String payment) {
    return till.post("/v1/memberships", "{'member':'" + sara + "','plan':'plus'" + payment + "}");
  }

  private Answer buy(MemberId who, String lines) {
    return till.post(
            "/v1/purchases",
            "{'source':'till','externalId':'%d','member':{'id':'%s'},'currency':'EUR','lines':[%s]}"
                .formatted(SALES.incrementAndGet(), who, lines))
        .expect(201);
  }

  private static String line(String sku, String category, String amount) {
    return "{'sku':'%s','category':'%s','quantity':'1','amount':'%s'}"
        .formatted(sku, category, amount);
  }

  private String delivered(MemberId who) {
    return buy(who, line("DELIVERY", "service", "4.00")).at("/discount/amount");
  }

  private String coffee(MemberId who) {
    return buy(who, line("LATTE", "coffee", "10.00")).at("/discount/amount");
  }

  private Answer pay(String id, String reference, String result) {
    return till.post(
        "/v1/memberships/" + id + "/payments",
        "{'paidBy':'bank','reference':'" + reference + "','result':'" + result + "'}");
  }

  private static String stands(Answer one) {
    return "%s %s to %s paid %s of %s"
        .formatted(
            one.at("/state"),
            one.at("/period/begins"),
            one.at("/period/ends"),
            one.at("/period/paid/amount"),
            one.at("/period/fee/amount"));
  }

  private Answer seen(String id) {
    return till.get("/v1/memberships/" + id).expect(200);
  }

  private String told(Answer answer) {
    return (answer.status() + " " + answer.at("/code") + " " + answer.at("/errors/0/pointer"))
        .strip();
  }

  @Test
  void aYearOfPlus() {
    on("2027-01-31");
    String id = join("").expect(201).at("/id");
    assertThat(stands(seen(id))).isEqualTo("trial 2027-01-31 to 2027-03-02 paid 0 of 0");
    assertThat(delivered(sara)).isEqualTo("4");
    assertThat(seen(id).at("/entitlements/0/left")).isEqualTo("2");
    assertThat(delivered(sara)).isEqualTo("4");
    assertThat(delivered(sara)).isEqualTo("4");
    assertThat(delivered(sara)).as("all three of January are used up").isEqualTo("0");

    on("2027-02-01");
    assertThat(delivered(sara)).as("February has three of its own").isEqualTo("4");

    on("2027-03-02");
    assertThat(stands(seen(id))).isEqualTo("past_due 2027-03-02 to 2027-04-02 paid 0 of 10");
    assertThat(coffee(sara)).as("benefits go on through the grace").isEqualTo("1");
    assertThat(pay(id, "m1", "failed").at("/due/failed")).isEqualTo("1");
    assertThat(stands(pay(id, "m2", "succeeded")))
        .isEqualTo("active 2027-03-02 to 2027-04-02 paid 10 of 10");

    MemberId ali = clubs.member(club, "+4915112345679");
    MemberId guest = clubs.member(club, "+4915112345680");
    String home =
        till.post("/v1/households", "{'primary':'" + sara + "','maxAdults':3,'maxChildren':5}")
            .expect(201)
            .at("/id");
    household(home, ali, "adult");
    household(home, guest, "adult");
    for (int child = 0; child < 5; child++) {
      MemberId kid = clubs.member(club, "+491511234570" + child);
      household(home, kid, "child");
      assertThat(coffee(kid)).as("child %d", child).isEqualTo(child < 4 ? "1" : "0");
    }
    assertThat(coffee(ali)).isEqualTo("1");
    assertThat(coffee(guest)).as("one adult besides the payer").isEqualTo("0");
    assertThat(delivered(ali)).isEqualTo("4");
    assertThat(seen(id).at("/entitlements/0/left")).as("shared by the household").isEqualTo("2");

    Answer savings = till.get("/v1/memberships/" + id + "/savings").expect(200);
    assertThat(savings.at("/discounts/amount")).isEqualTo("10");
    assertThat(savings.at("/worth/amount")).as("six coffees, five points each").isEqualTo("0.3");
    assertThat(savings.at("/difference/amount")).isEqualTo("0.3");
    assertThat(savings.at("/sentence"))
        .isEqualTo(
            "From 2 March 2027 to 1 April 2027 you saved 10.30 euros with Plus; the fee was"
                + " 10 euros, so you are 0.30 euros ahead.");

    till.send("PUT", "/v1/membership-plans/" + plan, PLAN.formatted("12")).expect(200);
    assertThat(seen(id).at("/period/fee/amount")).isEqualTo("10");
    on("2027-04-02");
    assertThat(stands(pay(id, "m3", "succeeded")))
        .isEqualTo("active 2027-04-02 to 2027-05-02 paid 12 of 12");

    on("2027-04-10");
    till.post("/v1/memberships/" + id + "/pause", "{'days':20}").expect(200);
    assertThat(coffee(sara)).as("it rests").isEqualTo("0");
    on("2027-04-20");
    assertThat(stands(till.post("/v1/memberships/" + id + "/resume", "{}").expect(200)))
        .isEqualTo("active 2027-04-02 to 2027-05-12 paid 12 of 12");

    on("2027-05-02");
    Answer end = till.post("/v1/memberships/" + id + "/cancel", "{'when':'now'}").expect(200);
    assertThat(end.at("/refund/amount")).as("9 of 30 days").isEqualTo("3.6");
    assertThat(coffee(sara)).isEqualTo("0");
    assertThat(
            till.get("/v1/memberships/" + id + "/changes")
                .body()
                .at("/data")
                .valueStream()
                .map(change -> change.at("/kind").asString()))
        .containsExactly(
            "joined",
            "trial_begun",
            "due",
            "payment_failed",
            "paid",
            "due",
            "paid",
            "paused",
            "resumed",
            "cancelled");

    on("2027-12-01");
    assertThat(stands(join("").expect(201))).as("a trial is once").startsWith("pending 2027-12-01");
  }

  private void household(String home, MemberId who, String role) {
    till.post(
            "/v1/households/" + home + "/invitations",
            "{'member':'%s','role':'%s','consented':true}".formatted(who, role))
        .expect(200);
  }

  @Test
  void aReturnTakesBackWhatTheMembershipGave() {
    on("2027-06-01");
    String id = join(",'payment':{'paidBy':'till','reference':'1'}").expect(201).at("/id");
    Answer sale =
        buy(sara, line("DELIVERY", "service", "4.00") + "," + line("LATTE", "coffee", "10.00"));
    String returns = "/v1/purchases/" + sale.at("/id") + "/returns";
    assertThat(seen(id).at("/entitlements/0/left")).isEqualTo("2");

    till.post(returns, "{'externalId':'r1','lines':[{'line':1,'quantity':'1'}]}").expect(201);
    assertThat(till.get("/v1/memberships/" + id + "/savings").at("/saved/amount")).isEqualTo("4");
    assertThat(seen(id).at("/entitlements/0/left")).as("it was delivered").isEqualTo("2");

    till.post(returns, "{'externalId':'r2','all':true}").expect(201);
    Answer savings = till.get("/v1/memberships/" + id + "/savings");
    assertThat(savings.at("/saved/amount")).isEqualTo("0");
    assertThat(savings.at("/sales")).isEqualTo("0");
    assertThat(seen(id).at("/entitlements/0/left")).isEqualTo("3");
  }

  @Test
  void usesAreReportedByNameAndTakenBack() {
    on("2027-06-01");
    String id = join(",'payment':{'paidBy':'till','reference':'1'}").expect(201).at("/id");
    String uses = "/v1/memberships/" + id + "/uses";
    for (String[] step :
        new String[][] {
          {"a", "false", "2"},
          {"a", "false", "2"},
          {"b", "false", "1"},
          {"b", "true", "2"},
          {"b", "true", "2"},
          {"c", "false", "1"},
          {"d", "false", "0"}
        }) {
      Answer answer =
          till.post(
              uses,
              "{'entitlement':'free_delivery','document':'%s','back':%s}"
                  .formatted(step[0], step[1]));
      assertThat(answer.expect(200).at("/entitlements/0/left")).isEqualTo(step[2]);
    }
    assertThat(told(till.post(uses, "{'entitlement':'free_delivery','document':'e'}")))
        .isEqualTo("422 entitlement_used_up /entitlement");
    assertThat(told(till.post(uses, "{'entitlement':'x','document':'e'}")))
        .isEqualTo("422 entitlement_unknown /entitlement");
    assertThat(told(till.post(uses, "{'entitlement':'member_price','document':'e','back':true}")))
        .isEqualTo("422 entitlement_not_used /document");
    assertThat(delivered(sara)).as("used up at the till too").isEqualTo("0");
  }

  @Test
  void whatIsWrongIsSaid() {
    on("2027-06-01");
    assertThat(told(till.post("/v1/memberships", "{}"))).isEqualTo("422 required /member");
    assertThat(told(till.post("/v1/memberships", "{'member':'%s','plan':'x'}".formatted(sara))))
        .isEqualTo("422 plan_unknown /plan");
    assertThat(
            told(
                till.post(
                    "/v1/memberships",
                    "{'member':'mbr_00000000000000000000000000','plan':'plus'}")))
        .isEqualTo("404 member_not_found /member");
    String payment =
        ",'payment':{'paidBy':'till','reference':'1','amount':{'amount':'%s',"
            + "'currency':'%s'}}";
    assertThat(told(join(payment.formatted("10", "USD"))))
        .isEqualTo("422 membership_currency /payment/amount/currency");
    assertThat(told(join(payment.formatted("9.99", "EUR"))))
        .isEqualTo("422 membership_fee /payment/amount/amount");
    String id = join(payment.formatted("10", "EUR")).expect(201).at("/id");
    assertThat(join(payment.formatted("10", "EUR")).expect(201).at("/id"))
        .as("the same payment told twice")
        .isEqualTo(id);
    assertThat(told(join(""))).isEqualTo("409 membership_exists");

    MemberId ali = clubs.member(club, "+4915112345679");
    String other =
        till.post("/v1/memberships", "{'member':'%s','plan':'plus'}".formatted(ali))
            .expect(201)
            .at("/id");
    assertThat(
            told(
                till.post(
                    "/v1/memberships/" + other + "/payments", "{'paidBy':'till','reference':'1'}")))
        .isEqualTo("409 payment_reference_taken /reference");
    Web elsewhere = new Web(port, clubs.key(clubs.cafe()));
    for (String path : List.of("payments", "pause", "cancel", "uses")) {
      assertThat(
              elsewhere
                  .post(
                      "/v1/memberships/" + id + "/" + path,
                      switch (path) {
                        case "payments" -> "{'paidBy':'bank','reference':'1'}";
                        case "pause" -> "{'days':1}";
                        case "uses" -> "{'entitlement':'x','document':'1'}";
                        default -> "{}";
                      })
                  .at("/code"))
          .isEqualTo("membership_not_found");
    }
    assertThat(told(till.send("PUT", "/v1/membership-plans/" + plan, "{}")))
        .isEqualTo("422 required /period");
    assertThat(told(till.post("/v1/membership-plans", PLAN.formatted("10").replace("':7", "':0"))))
        .isEqualTo("422 plan_grace /graceDays");
    assertThat(told(till.post("/v1/membership-plans", PLAN.formatted("10"))))
        .isEqualTo("409 plan_code_taken /code");
  }

  /** Reports of one payment, and of another for the same fee, all at once: one is taken. */
  @Test
  void ofManyCallbacksAtOnceOneIsTaken() {
    on("2027-06-01");
    String id = join(",'payment':{'paidBy':'till','reference':'1'}").expect(201).at("/id");
    on("2027-07-01");
    List<Answer> same = Web.together(8, _ -> pay(id, "r1", "succeeded"));
    assertThat(same).allMatch(answer -> answer.status() == 200);
    assertThat(stands(seen(id))).isEqualTo("active 2027-07-01 to 2027-08-01 paid 10 of 10");

    on("2027-08-01");
    List<Answer> others = Web.together(8, caller -> pay(id, "s" + caller, "succeeded"));
    assertThat(others.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(others.stream().filter(answer -> answer.status() == 409)).hasSize(7);
    assertThat(stands(seen(id))).isEqualTo("active 2027-08-01 to 2027-09-01 paid 10 of 10");
  }

  /** The last use of a limit that a household shares is used once. */
  @Test
  void aHouseholdSharesWhatIsLeft() {
    on("2027-06-01");
    String id = join(",'payment':{'paidBy':'till','reference':'1'}").expect(201).at("/id");
    MemberId ali = clubs.member(club, "+4915112345679");
    String home = till.post("/v1/households", "{'primary':'" + sara + "'}").expect(201).at("/id");
    household(home, ali, "adult");
    List<Answer> sales =
        Web.together(
            8, caller -> buy(caller % 2 == 0 ? sara : ali, line("DELIVERY", "service", "4.00")));
    assertThat(sales.stream().filter(sale -> sale.at("/discount/amount").equals("4"))).hasSize(3);
    assertThat(seen(id).at("/entitlements/0/left")).isEqualTo("0");
  }
}
