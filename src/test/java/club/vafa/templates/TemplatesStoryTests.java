package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Templates as an owner meets them: looked at, made a draft, published, told to members. */
@StoryTest
@Import(TestClub.class)
class TemplatesStoryTests {
  private final TestClub founding;
  private final Clubs clubs;
  @LocalServerPort private int port;

  TemplatesStoryTests(TestClub founding, Clubs clubs) {
    this.founding = founding;
    this.clubs = clubs;
  }

  private Web club(String currency, CalendarKind calendar) {
    String code = "template-" + UUID.randomUUID().toString().substring(0, 8);
    Club club =
        clubs.get(
            TestClub.done(
                    clubs.found(
                        new NewClub(
                            code,
                            "Morgenrot",
                            Currency.getInstance(currency),
                            "Asia/Tehran",
                            calendar,
                            Language.FA,
                            "IR")))
                .id());
    return new Web(port, founding.key(club));
  }

  private Web club() {
    return club("EUR", CalendarKind.GREGORIAN);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void theTradesAreListedInTheReadersLanguage() {
    Web web = club();
    Answer first = web.get("/v1/templates?limit=5", "Accept-Language", "fa").expect(200);
    Answer rest =
        web.get("/v1/templates?limit=20&after=" + first.at("/next"), "Accept-Language", "ar")
            .expect(200);

    assertThat(first.at("/data/0/name")).isEqualTo("کافه");
    assertThat(first.body().path("data")).hasSize(5);
    assertThat(rest.body().path("data")).hasSize(9);
    assertThat(rest.at("/data/8/name")).isEqualTo("ائتلاف محلات الحي");
    assertThat(rest.at("/next")).isEmpty();
  }

  @Test
  void whatIsAskedIsProposedInTheMoneyOfTheClub() {
    Answer euro = club().get("/v1/templates/cafe").expect(200);
    Answer rial =
        club("IRR", CalendarKind.JALALI).get("/v1/templates/cafe", "Accept-Language", "fa");
    Answer franc = club("XAF", CalendarKind.GREGORIAN).get("/v1/templates/cafe").expect(200);

    assertThat(euro.body().path("parameters").toString())
        .isEqualTo(
            "[{\"code\":\"basket\",\"kind\":\"money\",\"name\":\"Usual purchase\",\"proposed\":\"6\"},"
                + "{\"code\":\"generosity\",\"kind\":\"percent\",\"name\":\"How much comes back to"
                + " members, in per cent of what they spend\",\"proposed\":\"8\",\"least\":\"2\","
                + "\"most\":\"20\"},{\"code\":\"expiry\",\"kind\":\"months\",\"name\":\"Months until"
                + " what was collected expires\",\"proposed\":\"12\",\"least\":\"3\",\"most\":\"36\"},"
                + "{\"code\":\"coffee\",\"kind\":\"words\",\"name\":\"The category your till gives to"
                + " coffee\",\"proposed\":\"قهوه\"}]");
    assertThat(rial.at("/parameters/0/proposed")).isEqualTo("2500000");
    assertThat(rial.at("/parameters/0/name")).isEqualTo("خرید معمول");
    assertThat(franc.at("/parameters/0/proposed")).isEmpty();
  }

  @Test
  void everyTemplateBecomesADraftInEveryMoneyAndCalendar() {
    List<String> refused = new ArrayList<>();
    for (String money : List.of("EUR", "IRR", "IQD", "AED", "KWD", "JPY")) {
      Web web = club(money, money.equals("AED") ? CalendarKind.HIJRI : CalendarKind.GREGORIAN);
      for (JsonNode template : web.get("/v1/templates").expect(200).body().path("data")) {
        String trade = template.path("trade").asString();
        Answer drafted = web.post("/v1/templates/" + trade + "/draft", "{}");
        if (drafted.status() != 201) {
          refused.add(money + " " + trade + ": " + drafted.text());
        }
      }
      assertThat(web.get("/v1/campaigns").body().path("data")).as("nothing is live").isEmpty();
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void aDraftSaysWhatItWouldChangeAndIsPublishedLikeAnyOther() {
    Web web = club();
    String body = "{'draft':'ours','parameters':{'basket':'۱۲.۵','expiry':6,'coffee':'hot'}}";
    Answer drafted =
        web.post("/v1/templates/cafe/draft", body, "Idempotency-Key", "one").expect(201);
    Answer again = web.post("/v1/templates/cafe/draft", body, "Idempotency-Key", "one").expect(201);

    assertThat(again.replayed()).isTrue();
    assertThat(drafted.at("/draft")).isEqualTo("ours");
    assertThat(drafted.raw().headers().firstValue("Location")).contains("/v1/program/drafts/ours");
    assertThat(drafted.at("/file")).contains("months: 6", "any: [hot]", "each: \"1.2\"");
    assertThat(texts(drafted.body().path("changes"))).contains("New unit: points");
    web.post("/v1/program/drafts/ours/publish", "{'reason':'we open'}").expect(200);
    assertThat(web.get("/v1/rewards").body().path("data")).hasSize(4);

    Answer same = web.post("/v1/templates/cafe/draft", body).expect(201);
    assertThat(same.body().path("changes")).isEmpty();
    Answer other = web.post("/v1/templates/charity/draft", "{}").expect(201);
    assertThat(texts(other.body().path("changes")))
        .contains("New unit: leaves", "Campaign Quiet hours will end");
    assertThat(String.join(" ", texts(other.body().path("stays")))).contains("cups", "points");
  }

  /** Whoever chose the wrong trade chooses another; units stay, the rest changes places. */
  @Test
  void oneClubMayTryAllTrades() {
    Web web = club();
    for (JsonNode template : web.get("/v1/templates").expect(200).body().path("data")) {
      String trade = template.path("trade").asString();
      web.post("/v1/templates/" + trade + "/draft", "{}").expect(201);
      web.post("/v1/program/drafts/" + trade + "/publish", "{'reason':'another try'}").expect(200);
      assertThat(web.get("/v1/program/guide?language=en").expect(200).text())
          .doesNotContain("rules.");
    }
    assertThat(web.get("/v1/program").at("/version")).isEqualTo("15");
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsReason() {
    Web web = club();
    assertThat(web.get("/v1/templates/bank").at("/code")).isEqualTo("template_not_found");
    assertThat(web.post("/v1/templates/bank/draft", "{}").status()).isEqualTo(404);
    Answer wrong =
        web.post(
            "/v1/templates/cafe/draft",
            "{'parameters':{'basket':'0','generosity':'50','expiry':'6.5','colour':'red'}}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(
            wrong
                .body()
                .path("errors")
                .valueStream()
                .map(one -> one.path("pointer").asString() + " " + one.path("code").asString()))
        .containsExactlyInAnyOrder(
            "/parameters/colour template_parameter_unknown",
            "/parameters/basket must_be_positive",
            "/parameters/generosity template_parameter_range",
            "/parameters/expiry too_many_decimals");
    assertThat(web.post("/v1/templates/cafe/draft", "{'parameters':{'basket':[1]}}").status())
        .isEqualTo(422);
    assertThat(web.post("/v1/templates/cafe/draft", "{'draft':'No good'}").at("/code"))
        .isEqualTo("draft_name_form");
    assertThat(web.post("/v1/templates/cafe/draft", "{'name':'x'}").at("/code"))
        .isEqualTo("unknown_field");
    Web franc = club("XAF", CalendarKind.GREGORIAN);
    assertThat(franc.post("/v1/templates/cafe/draft", "{}").at("/errors/0/code"))
        .isEqualTo("template_money_needed");
    franc.post("/v1/templates/cafe/draft", "{'parameters':{'basket':3000}}").expect(201);
    Web taken = club();
    taken
        .post("/v1/units", "{'code':'points','kind':'credit','decimals':2,'names':{'en':'P'}}")
        .expect(201);
    assertThat(taken.post("/v1/templates/cafe/draft", "{}").text()).contains("unit_fixed");
  }

  @Test
  void theGuideTellsWhatIsLive() {
    Web web = club();
    Answer empty = web.get("/v1/program/guide?language=en").expect(200);
    web.post("/v1/templates/cafe/draft", "{}").expect(201);
    web.post("/v1/program/drafts/cafe/publish", "{'reason':'we open'}").expect(200);
    Answer guide = web.get("/v1/program/guide?language=en").expect(200);
    Answer page = web.get("/v1/program/guide.html?language=fa").expect(200);

    assertThat(codes(empty)).containsExactly("know");
    assertThat(codes(guide)).containsExactly("earn", "rewards", "cards", "tiers", "know");
    assertThat(guide.text())
        .contains(
            "1 point for each 0.60 euros",
            "80 points, 4 euros off, valid for 60 days",
            "1.5 times the points when the tier is Friend of the house",
            "On your birthday: a voucher for A piece of cake");
    assertThat(page.text()).contains("dir=\"rtl\"", "قهوهٔ دهم", "دوست خانه");
    assertThat(page.raw().headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.raw().headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; img-src data:; style-src 'sha256-");
    assertThat(web.get("/v1/program/guide?language=de").at("/errors/0/pointer"))
        .isEqualTo("/language");

    String campaign =
        web.get("/v1/campaigns")
            .body()
            .path("data")
            .valueStream()
            .filter(one -> one.path("code").asString().equals("quiet-hours"))
            .map(one -> one.path("id").asString())
            .findFirst()
            .orElseThrow();
    web.post("/v1/campaigns/" + campaign + "/pause", "{}").expect(200);
    assertThat(web.get("/v1/program/guide?language=en").text()).doesNotContain("Quiet hours");
  }

  @Test
  void whatIsTheClubsOwnAffairIsNotTold() {
    Web web = club();
    web.post("/v1/units", "{'code':'points','names':{'en':'points'}}").expect(201);
    String trial =
        web.post(
                "/v1/campaigns",
                """
                {'code':'trial','name':{'en':'Seven'},'trigger':{'on':'purchase'},
                 'rules':[{'code':'r','variant':'a','then':[{'do':'earn','unit':'points',
                   'amount':{'by':'fixed','give':'7'}}]}],
                 'marginShare':'40','control':'included','budget':{'units':'900'},
                 'variants':[{'code':'a'},{'code':'b'}]}
                """)
            .expect(201)
            .at("/id");
    web.post("/v1/campaigns/" + trial + "/publish", "{}").expect(200);

    Answer guide = web.get("/v1/program/guide?language=en").expect(200);
    assertThat(guide.at("/sections/0/items/0/text")).isEqualTo("7 points");
  }

  private static List<String> codes(Answer guide) {
    return guide
        .body()
        .path("sections")
        .valueStream()
        .map(section -> section.path("code").asString())
        .toList();
  }
}
