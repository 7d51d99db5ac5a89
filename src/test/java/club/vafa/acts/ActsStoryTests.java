package club.vafa.acts;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who did what is written down, whatever the road. */
@StoryTest
class ActsStoryTests {
  private static final Set<RequestMethod> READING = Set.of(RequestMethod.GET, RequestMethod.HEAD);

  private final RequestMappingHandlerMapping addresses;
  private final Kinds kinds;
  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  ActsStoryTests(
      RequestMappingHandlerMapping requestMappingHandlerMapping,
      Kinds kinds,
      TestClub clubs,
      Access access,
      @LocalServerPort int port) {
    this.addresses = requestMappingHandlerMapping;
    this.kinds = kinds;
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  @Test
  void whatStaffAndProgramsDoIsListedWithWhoAndWhy() {
    Club club = clubs.cafe();
    Web api = new Web(port, clubs.key(club, "till"));
    Visitor owner = visitors.owner(club);
    String member = api.post("/v1/members", "{'phone':'+4915112345678'}").expect(201).at("/id");
    String path = "/console/members/" + member;
    owner.done(path + "/block");
    api.post("/v1/members/" + member + "/unblock", "").expect(200);
    String gift = "{'unit':'points','amount':'50','reason':'spilled coffee'}";
    api.post("/v1/members/" + member + "/adjustments", gift, "Idempotency-Key", "one").expect(201);
    api.post("/v1/members/" + member + "/adjustments", gift, "Idempotency-Key", "one").expect(201);
    api.post("/v1/members/" + member + "/adjustments", "{'unit':'none','amount':'5','reason':'x'}")
        .expect(422);
    owner.done("/console/settings", "text/name", "Corner");
    owner.refused("/console/settings", "text/name", "x".repeat(300));
    String page = Visit.read(owner.page("/console/acts")).replaceFirst("^.*<table", "");
    assertThat(page)
        .containsOnlyOnce("Balance of a member corrected")
        .containsOnlyOnce("Settings of the club changed")
        .containsOnlyOnce("Member blocked")
        .contains("Member unblocked", "amount: 50", "reason: spilled coffee")
        .doesNotContain("4915112345678", "acts.");
    assertThat(Visit.read(owner.page(path + "/acts")))
        .contains("Member blocked", "Balance of a member corrected", "till")
        .doesNotContain("Settings of the club");
    Web.Answer told = api.get("/v1/acts?member=" + member + "&kind=member.adjust").expect(200);
    assertThat(told.body().path("data").size()).isEqualTo(1);
    assertThat(told.at("/data/0/actor")).isEqualTo("key:till");
    assertThat(told.at("/data/0/details/reason")).isEqualTo("spilled coffee");
    assertThat(api.get("/v1/acts?kind=club").expect(200).at("/data/0/console")).isEqualTo("true");
    assertThat(api.get("/v1/acts?kind=member&subject=" + member).expect(200).body().path("data"))
        .hasSize(3);
    api.send("PUT", "/v1/branches/north", "{'name':'North'}").expect(200);
    assertThat(api.get("/v1/acts?subject=north").expect(200).at("/data/0/details/name"))
        .isEqualTo("North");
    String key =
        api.post("/v1/api-keys", "{'name':'shop','scopes':['members:read']}").expect(201).at("/id");
    assertThat(api.get("/v1/acts?subject=" + key).expect(200).at("/data/0/kind"))
        .as("what was made is known by its id")
        .isEqualTo("key.add");
    assertThat(owner.page("/console/acts")).contains("/console/api-keys/" + key);
    assertThat(visitors.staff(club, "manager").page("/console/acts"))
        .as("no link to where a manager may not go")
        .contains("Balance of a member corrected")
        .doesNotContain("/console/api-keys/" + key);
    assertThat(owner.page("/console/acts?about=club")).doesNotContain("Member blocked");
    assertThat(owner.page("/console/acts/export.csv?q=till"))
        .contains("Member unblocked", "spilled coffee")
        .doesNotContain("Settings of the club");
    assertThat(visitors.owner(clubs.cafe()).page("/console/acts")).contains("Nothing was done");
  }

  @Test
  void badFiltersAndStrangersAreRefused() {
    Club club = clubs.cafe();
    Web api = new Web(port, clubs.key(club, "web"));
    api.get("/v1/acts?member=nobody").expect(400);
    api.get("/v1/acts?from=yesterday").expect(400);
    api.get("/v1/acts?after=x").expect(400);
    api.get("/v1/acts?who=x").expect(400);
    assertThat(visitors.owner(club).get("/console/acts?c_secret=1").statusCode()).isEqualTo(400);
    assertThat(visitors.staff(club, "cashier").get("/console/acts").statusCode()).isEqualTo(403);
    assertThat(visitors.staff(club, "manager").get("/console/acts").statusCode()).isEqualTo(200);
  }

  @Test
  void everyKindHasASentenceInThreeLanguages() {
    Sentences sentences = new Sentences();
    for (Language language : Language.values()) {
      for (String kind : kinds.all()) {
        assertThat(sentences.knows(language, "acts.kind." + kind)).as(kind).isTrue();
      }
      for (String subject : kinds.subjects()) {
        assertThat(sentences.knows(language, "acts.about." + subject)).as(subject).isTrue();
      }
    }
  }

  @Test
  void everyAddressThatChangesSomethingIsAnActOrSaysThatItIsNone() {
    Set<String> changing = new TreeSet<>();
    addresses
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> {
          for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
            for (String pattern : mapping.getPatternValues()) {
              if (!READING.contains(method) && pattern.matches("/(v1|console|login).*")) {
                changing.add(method + " " + pattern);
              }
            }
          }
        });
    Set<String> known = new TreeSet<>(kinds.addresses());
    known.removeIf(address -> address.startsWith("GET ") || address.contains("/v1/demo/"));
    assertThat(known).containsExactlyInAnyOrderElementsOf(changing);
  }

  @Test
  void personalWordsAreNotKeptAndAmountsAreMoney() {
    Club club = clubs.teahouse();
    Web api = new Web(port, clubs.key(club, "till"));
    api.send("PATCH", "/v1/club", "{'toman':true}").expect(200);
    Visitor owner = visitors.owner(club);
    String one = api.post("/v1/members", "{'phone':'+989121234567'}").expect(201).at("/id");
    String two = api.post("/v1/members", "{'phone':'+989127654321'}").expect(201).at("/id");
    owner.post("/console/members/" + one + "/merge", "into", "+989127654321");
    assertThat(api.get("/v1/acts?kind=member.merge").expect(200).text())
        .contains("member.merge")
        .doesNotContain("989127654321");
    String three = api.post("/v1/members", "{'phone':'+989123334455'}").expect(201).at("/id");
    api.post("/v1/members/" + three + "/merge", "{'into':'" + two + "'}").expect(200);
    assertThat(api.get("/v1/acts?kind=member.merge").expect(200).at("/data/0/details/into"))
        .isEqualTo(two);
    owner.post(
        "/console/gift-cards/new", "count/count", "1", "money/amount", "10", "yes/active", "true");
    String card = api.get("/v1/gift-cards").expect(200).at("/data/0/id");
    owner.done(
        "/console/gift-cards/" + card + "/move",
        "to",
        "fund",
        "money/amount",
        "۱۲٬۳۴۵٫۷",
        "text/reason",
        "thanks");
    assertThat(api.get("/v1/acts?kind=gift_card.fund").expect(200).at("/data/0/details/amount"))
        .isEqualTo("123457");
    assertThat(owner.page("/console/acts")).contains("12,345.7\u00A0toman");
  }
}
