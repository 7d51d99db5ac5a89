package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Sixty-four at once want what is there for one. */
@StoryTest
@Import(TestClub.class)
class ConcurrencyStoryTests {
  private static final int ALL = 64;

  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  @LocalServerPort private int port;
  private Club club;
  private Web web;

  ConcurrencyStoryTests(TestClub founding, Clubs clubs, Ledger ledger) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
  }

  @BeforeEach
  void foundClub() {
    club = founding.cafe();
    web = new Web(port, founding.key(club));
    for (int member = 0; member < ALL; member++) {
      founding.member(club, phone(member));
    }
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        club.id(),
        () -> assertThat(ledger.verify(clubs.get(club.id())).text()).as("findings").isEmpty());
  }

  @Test
  void theLastUseOfACappedCampaignGoesToOne() {
    gives("'when':[]", "'fixed','give':'100'", "'caps':[{'per':'all','period':'ever','uses':1}]");

    List<Answer> answers = buyTogether("");

    assertThat(statuses(answers)).isEqualTo(Map.of(201, ALL));
    assertThat(granted(answers)).containsExactly(100L);
    assertThat(answers.stream().filter(answer -> answer.text().contains("cap_reached")))
        .as("the others are told why")
        .hasSize(ALL - 1);
  }

  @Test
  void whatAReturnFreesGoesToOneAgain() {
    gives("'when':[]", "'fixed','give':'100'", "'caps':[{'per':'all','period':'ever','uses':1}]");
    Answer winner = web.post("/v1/purchases", sale("first", 0, "")).expect(201);
    web.post("/v1/purchases/" + winner.at("/id") + "/returns", "{'externalId':'back','all':true}")
        .expect(201);

    assertThat(granted(buyTogether(""))).containsExactly(100L);
  }

  @Test
  void theLastUnitsOfABudgetAreGivenOnce() {
    gives("'when':[]", "'fixed','give':'3'", "'budget':{'units':'7'}");

    List<Answer> answers = buyTogether("");

    assertThat(statuses(answers)).isEqualTo(Map.of(201, ALL));
    assertThat(granted(answers)).containsExactlyInAnyOrder(3L, 3L, 1L);
  }

  @Test
  void theLastUseOfACouponGoesToOne() {
    gives(
        "'when':[{'is':'coupon','any':['ONCE']}]",
        "'fixed','give':'50'",
        "'caps':[{'per':'all','period':'ever','uses':1}]");

    assertThat(granted(buyTogether(",'coupons':['ONCE']"))).containsExactly(50L);
  }

  @Test
  void oneNameSentSixtyFourTimesIsOnePurchase() {
    gives("'when':[]", "'step','each':'1','give':'2'", "");

    List<Answer> answers = Web.together(ALL, _ -> web.post("/v1/purchases", sale("one", 0, "")));

    assertThat(statuses(answers)).isEqualTo(Map.of(201, ALL));
    assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(answers.stream().filter(Answer::replayed)).hasSize(ALL - 1);
    assertThat(points(0)).isEqualTo("10");
  }

  @Test
  void oneNameInBatchesAndAloneIsOnePurchase() {
    gives("'when':[]", "'step','each':'1','give':'2'", "");
    String batch =
        "{'purchases':[%s]}"
            .formatted(
                java.util.stream.IntStream.range(0, 8)
                    .mapToObj(at -> sale("b" + at % 4, 0, ""))
                    .collect(Collectors.joining(",")));

    List<Answer> answers =
        Web.together(
            ALL,
            at ->
                at % 2 == 0
                    ? web.post("/v1/purchases:batch", batch)
                    : web.post("/v1/purchases", sale("b" + at % 4, 0, "")));

    Set<String> ids =
        answers.stream()
            .flatMap(answer -> answer.body().findValues("id").stream())
            .map(id -> id.asString())
            .filter(id -> id.startsWith("pur_"))
            .collect(Collectors.toSet());
    assertThat(ids).hasSize(4);
    assertThat(points(0)).isEqualTo("40");
  }

  @Test
  void sixtyFourBodiesUnderOneNameAreOnePurchase() {
    List<Answer> answers = Web.together(ALL, at -> web.post("/v1/purchases", sale("one", at, "")));

    assertThat(statuses(answers)).isEqualTo(Map.of(201, 1, 422, ALL - 1));
    assertThat(codes(answers)).isEqualTo(Map.of("idempotency_mismatch", ALL - 1));
  }

  @Test
  void sixtyFourBodiesUnderOneIdempotencyKeyAreOnePurchase() {
    List<Answer> answers =
        Web.together(
            ALL, at -> web.post("/v1/purchases", sale("k" + at, at, ""), "Idempotency-Key", "one"));

    assertThat(statuses(answers)).isEqualTo(Map.of(201, 1, 422, ALL - 1));
  }

  @Test
  void aHoldIsCapturedOrReleasedOnce() {
    adjust(0, "100");
    String hold =
        web.post(
                "/v1/holds",
                "{'member':{'phone':'%s'},'unit':'points','amount':'60'}".formatted(phone(0)))
            .expect(201)
            .at("/id");

    List<Answer> answers =
        Web.together(
            ALL,
            at -> web.post("/v1/holds/" + hold + (at % 2 == 0 ? "/capture" : "/release"), "{}"));

    assertThat(statuses(answers)).isEqualTo(Map.of(200, 1, 409, ALL - 1));
    String state = web.get("/v1/holds/" + hold).expect(200).at("/state");
    assertThat(points(0)).isEqualTo(state.equals("captured") ? "40" : "100");
  }

  @Test
  void holdsNeverExceedTheWallet() {
    adjust(0, "100");

    List<Answer> answers =
        Web.together(
            ALL,
            _ ->
                web.post(
                    "/v1/holds",
                    "{'member':{'phone':'%s'},'unit':'points','amount':'30'}".formatted(phone(0))));

    assertThat(statuses(answers)).isEqualTo(Map.of(201, 3, 422, ALL - 3));
    assertThat(points(0)).isEqualTo("10");
  }

  @Test
  void goodsComeBackOnce() {
    gives("'when':[]", "'step','each':'1','give':'2'", "");
    String id = web.post("/v1/purchases", sale("s", 0, "")).expect(201).at("/id");

    List<Answer> answers =
        Web.together(
            ALL,
            at ->
                web.post(
                    "/v1/purchases/" + id + "/returns",
                    "{'externalId':'r%d','all':true}".formatted(at % 32)));

    assertThat(statuses(answers)).isEqualTo(Map.of(201, 2, 409, ALL - 2));
    assertThat(
            answers.stream().filter(answer -> answer.status() == 201).map(Answer::text).distinct())
        .hasSize(1);
    assertThat(points(0)).isEqualTo("0");
  }

  @Test
  void onePhoneIsOneMember() {
    List<Answer> answers =
        Web.together(ALL, _ -> web.post("/v1/members", "{'phone':'+4915299999999'}"));

    assertThat(statuses(answers)).isEqualTo(Map.of(201, 1, 409, ALL - 1));
    assertThat(codes(answers)).isEqualTo(Map.of("member_exists", ALL - 1));
  }

  @Test
  void oneKeyIsOneMember() {
    List<Answer> answers =
        Web.together(
            ALL,
            _ -> web.post("/v1/members", "{'firstName':'Sara'}", "Idempotency-Key", "enrol-1"));

    assertThat(statuses(answers)).isEqualTo(Map.of(201, ALL));
    assertThat(answers.stream().map(answer -> answer.at("/id")).distinct()).hasSize(1);
  }

  /** Everything that locks, on few members and one shared counter: nobody waits for ever. */
  @Test
  void everythingAtOnceNeitherBlocksNorBreaks() {
    long seed = System.nanoTime();
    System.out.println("ConcurrencyStoryTests seed " + seed);
    gives(
        "'when':[]",
        "'step','each':'1','give':'2'",
        "'caps':[{'per':'all','period':'ever','units':'100000'},"
            + "{'per':'member','period':'day','uses':1000}]");
    for (int member = 0; member < 4; member++) {
      adjust(member, "100");
    }
    List<String> sold =
        Web.together(32, at -> web.post("/v1/purchases", sale("pre" + at, at % 4, ""))).stream()
            .map(answer -> answer.expect(201).at("/id"))
            .toList();
    List<Answer> answers =
        Web.together(ALL * 4, at -> mixed(new SplittableRandom(seed + at), at, sold));

    assertThat(statuses(answers).keySet()).as("statuses").isSubsetOf(200, 201, 409, 422);
  }

  private Answer mixed(SplittableRandom random, int at, List<String> sold) {
    int member = random.nextInt(4);
    String held = "{'member':{'phone':'%s'},'unit':'points','amount':'5'}".formatted(phone(member));
    return switch (random.nextInt(6)) {
      case 0 -> web.post("/v1/purchases", sale("mix" + at, member, ""));
      case 1 ->
          web.post(
              "/v1/purchases",
              sale(
                  "mix" + at,
                  member,
                  ",'payments':[{'kind':'wallet','unit':'points','amount':'20'}]"));
      case 2 ->
          web.post(
              "/v1/purchases/" + sold.get(random.nextInt(sold.size())) + "/returns",
              "{'externalId':'mix%d','all':true}".formatted(at));
      case 3 -> {
        Answer hold = web.post("/v1/holds", held);
        yield hold.status() != 201
            ? hold
            : web.post(
                "/v1/holds/" + hold.at("/id") + (random.nextBoolean() ? "/capture" : "/release"),
                "{}");
      }
      case 4 ->
          web.post(
              "/v1/purchases:batch",
              "{'purchases':[%s,%s,%s]}"
                  .formatted(
                      sale("mix" + at + "a", 3 - member, ""),
                      sale("mix" + at + "b", member, ""),
                      sale("mix" + at + "c", 3, "")));
      default ->
          web.post(
              "/v1/members/" + id(member) + "/adjustments",
              "{'unit':'points','amount':'-1','reason':'trial'}");
    };
  }

  private void gives(String when, String amount, String limits) {
    founding.live(
        club,
        "{'code':'c','name':{'en':'C'},'trigger':{'on':'purchase'},'rules':[{'code':'r',"
            + when
            + ",'then':[{'do':'earn','unit':'points','amount':{'by':"
            + amount
            + "}}]}]"
            + (limits.isEmpty() ? "" : "," + limits)
            + "}");
  }

  private List<Answer> buyTogether(String more) {
    return Web.together(ALL, at -> web.post("/v1/purchases", sale("all" + at, at, more)));
  }

  private static String sale(String id, int member, String more) {
    return ("{'source':'t','externalId':'%s','member':{'phone':'%s'},'currency':'EUR',"
            + "'lines':[{'sku':'A','quantity':'1','amount':'5.00'}]%s}")
        .formatted(id, phone(member), more);
  }

  private static String phone(int member) {
    return "+491511234%04d".formatted(member);
  }

  private String id(int member) {
    return web.get("/v1/members?phone=%2B" + phone(member).substring(1)).at("/data/0/id");
  }

  private void adjust(int member, String amount) {
    web.post(
            "/v1/members/" + id(member) + "/adjustments",
            "{'unit':'points','amount':'%s','reason':'trial'}".formatted(amount))
        .expect(201);
  }

  private String points(int member) {
    return web.get("/v1/members/" + id(member) + "/wallets").expect(200).at("/data/0/active");
  }

  /** The awards that gave something. */
  private static List<Long> granted(List<Answer> answers) {
    return answers.stream()
        .flatMap(answer -> answer.body().findValues("granted").stream())
        .map(granted -> Long.valueOf(granted.asString()))
        .filter(granted -> granted > 0)
        .toList();
  }

  private static Map<Integer, Integer> statuses(List<Answer> answers) {
    return answers.stream()
        .collect(Collectors.toMap(Answer::status, _ -> 1, Integer::sum, TreeMap::new));
  }

  private static Map<String, Integer> codes(List<Answer> answers) {
    return answers.stream()
        .filter(answer -> answer.status() >= 400)
        .collect(Collectors.toMap(answer -> answer.at("/code"), _ -> 1, Integer::sum));
  }
}
