package club.vafa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Web;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns are written on a form that the catalogue of the rules draws. */
@StoryTest
class BuilderStoryTests {
  private static final String NEW = "/console/campaigns/new";
  private static final String FORM = "/console/campaigns/form";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClub clubs;
  private final Access access;
  private final int port;

  BuilderStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.access = access;
    this.port = port;
  }

  private Visit owner(Club club) {
    return Visit.owner(port, club, access);
  }

  /** Sends the form that a page shows with these fields. */
  private static HttpResponse<String> send(
      Visit visit, String path, HttpResponse<String> page, String... fields) {
    List<String> all =
        new ArrayList<>(List.of("definition", Visit.hidden(page.body(), "definition")));
    all.addAll(List.of("id", Visit.hidden(page.body(), "id")));
    all.addAll(List.of("seen", Visit.hidden(page.body(), "seen")));
    all.addAll(Arrays.asList(fields));
    return visit.post(path, all.toArray(String[]::new));
  }

  private static JsonNode definition(HttpResponse<String> page) {
    return JSON.readTree(Visit.hidden(page.body(), "definition"));
  }

  @Test
  void aSentenceGrowsWithEachChoice() {
    Visit owner = owner(clubs.cafe());
    HttpResponse<String> page = owner.get(NEW);
    assertThat(page.statusCode()).isEqualTo(200);
    page =
        send(
            owner,
            FORM,
            page,
            "text:/name/en",
            "Early birds",
            "kind:/rules/0/then/0/amount",
            "multiplier",
            "pick:/rules/0/when",
            "weekday");
    page =
        send(
            owner,
            FORM,
            page,
            "number:/rules/0/then/0/amount/times",
            "۲",
            "list:/rules/0/when/0/any",
            "mon",
            "pick:/rules/0/when",
            "hours");
    page =
        send(
            owner,
            FORM,
            page,
            "time:/rules/0/when/1/from",
            "6",
            "time:/rules/0/when/1/to",
            "۱۱:۰۰",
            "more",
            "/rules/0/caps");
    page =
        send(
            owner,
            FORM,
            page,
            "text:/rules/0/caps/0/per",
            "member",
            "text:/rules/0/caps/0/period",
            "day",
            "count:/rules/0/caps/0/uses",
            "٣");
    assertThat(Visit.read(page.body()))
        .contains(
            "On a purchase: double points when the day is Monday and the time is from 06:00"
                + " and before 11:00 (at most 3 times per member and day).");
    HttpResponse<String> saved = send(owner, NEW, page);
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(Visit.read(owner.get("/console/campaigns").body())).contains("Early birds", "Draft");
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndStaysAsItWasTyped() {
    Visit owner = owner(clubs.cafe());
    HttpResponse<String> page = owner.get(NEW);
    for (String kind :
        new String[] {"minimum", "hours", "dates", "season", "dayOfMonth", "visit"}) {
      page = send(owner, FORM, page, "pick:/rules/0/when", kind);
    }
    page =
        send(
            owner,
            NEW,
            page,
            "text:/name/en",
            "Wrong",
            "number:/rules/0/when/0/amount",
            "۱۲٫۳۴۵",
            "time:/rules/0/when/1/from",
            "۲۵:۰۰",
            "time:/rules/0/when/1/to",
            "bald",
            "date:/rules/0/when/2/from",
            "۱۴۰۵/۱۳/۴۰",
            "monthday:/rules/0/when/3/from",
            "13-40",
            "monthday:/rules/0/when/3/to",
            "۰۱-۱۳",
            "counts:/rules/0/when/4/any",
            "۳۲، 1",
            "count:/rules/0/when/5/every",
            "یک",
            "number:/rules/0/then/0/amount/each",
            "-۱",
            "number:/rules/0/then/0/amount/give",
            "");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(Visit.read(page.body()))
        .contains("not a time of day", "no such day", "must lie between", "This field is required");
    assertThat(page.body()).contains("value=\"bald\"", "value=\"یک\"");
    assertThat(definition(page).at("/rules/0/when/3/to").asString()).isEqualTo("01-13");
    assertThat(Visit.read(owner.get("/console/campaigns").body())).doesNotContain("Wrong");
  }

  @Test
  void whatTheFormCannotShowIsKeptAndSaid() {
    Club club = clubs.cafe();
    Campaign campaign =
        clubs.live(
            club,
            """
            {'code':'test','name':{'en':'Two ways'},'trigger':{'on':'purchase'},
             'from':'2026-01-01T15:30:00+01:00',
             'variants':[{'code':'a','weight':1},{'code':'b','weight':2}],
             'rules':[{'code':'one','variant':'a','then':[
               {'do':'earn','unit':'points','expires':{'months':7,'days':3,'endOf':'month'},
                'amount':{'by':'step','each':'1.00','give':'2'}}]}]}
            """);
    Visit owner = owner(club);
    String edit = "/console/campaigns/" + campaign.id() + "/edit";
    HttpResponse<String> page = owner.get(edit);
    assertThat(Visit.read(page.body())).contains("variants it is tried in", "variant a only");
    HttpResponse<String> saved =
        send(
            owner,
            edit,
            page,
            "text:/name/en",
            "Two ways, more",
            "number:/rules/0/then/0/amount/give",
            "3",
            "json:/rules/0/then/0/expires",
            "{\"months\":7,\"days\":3,\"endOf\":\"month\"}");
    assertThat(saved.statusCode()).isEqualTo(303);
    JsonNode now =
        new Web(port, clubs.key(club)).get("/v1/campaigns/" + campaign.id()).expect(200).body();
    ((tools.jackson.databind.node.ObjectNode) now.at("/published/name"))
        .put("en", "Two ways, more");
    ((tools.jackson.databind.node.ObjectNode) now.at("/published/rules/0/then/0/amount"))
        .put("give", "3");
    assertThat(now.at("/draft")).isEqualTo(now.at("/published"));
  }

  @Test
  void whoSavesAnOldPageIsToldThatItChanged() {
    Club club = clubs.cafe();
    Visit owner = owner(club);
    HttpResponse<String> page = owner.get(NEW);
    send(owner, NEW, page, fields("First"));
    Web api = new Web(port, clubs.key(club));
    String id = api.get("/v1/campaigns").expect(200).at("/data/0/id");
    String edit = "/console/campaigns/" + id + "/edit";
    HttpResponse<String> old = owner.get(edit);
    assertThat(send(owner, edit, owner.get(edit), fields("Second")).statusCode()).isEqualTo(303);
    HttpResponse<String> refused = send(owner, edit, old, fields("Third"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Visit.read(refused.body())).contains("changed this campaign meanwhile");
    assertThat(refused.body()).contains("value=\"Third\"");
    assertThat(api.get("/v1/campaigns/" + id).at("/draft/name/en")).isEqualTo("Second");
  }

  private static String[] fields(String name) {
    return new String[] {
      "text:/name/en", name,
      "number:/rules/0/then/0/amount/each", "1",
      "number:/rules/0/then/0/amount/give", "1"
    };
  }

  @Test
  void itIsPublishedCopiedAndEnded() {
    Club club = clubs.cafe();
    Visit owner = owner(club);
    List<String> publish = new ArrayList<>(List.of(fields("Every euro")));
    publish.addAll(List.of("do", "publish"));
    HttpResponse<String> bad =
        send(owner, NEW, owner.get(NEW), with(publish, "publishOn", "somewhen"));
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(Visit.read(bad.body())).contains("This is not a day");
    Web api = new Web(port, clubs.key(club));
    String id = api.get("/v1/campaigns").expect(200).at("/data/0/id");
    assertThat(api.get("/v1/campaigns/" + id).at("/state")).isEqualTo("draft");
    assertThat(api.get("/v1/acts?kind=campaign").body().at("/data"))
        .as("saving was an act though publishing was refused")
        .singleElement()
        .satisfies(act -> assertThat(act.path("kind").asString()).isEqualTo("campaign.add"));
    String edit = "/console/campaigns/" + id + "/edit";
    assertThat(send(owner, edit, bad, with(publish, "publishOn", "")).statusCode()).isEqualTo(303);
    assertThat(api.get("/v1/campaigns/" + id).at("/state")).isEqualTo("live");
    assertThat(api.get("/v1/acts?kind=campaign.publish").at("/data/0/subject")).isEqualTo(id);
    HttpResponse<String> copy = owner.get(NEW + "?from=" + id);
    assertThat(definition(copy).has("code")).isFalse();
    assertThat(send(owner, NEW, copy).statusCode()).isEqualTo(303);
    assertThat(api.get("/v1/campaigns").at("/data/1/code")).isEqualTo("every-euro-2");
    String turn = "/console/campaigns/" + id + "/turn";
    assertThat(owner.post(turn, "to", "ended").statusCode()).isEqualTo(303);
    assertThat(api.get("/v1/campaigns/" + id).at("/state")).isEqualTo("ended");
    assertThat(send(owner, edit, owner.get(edit), fields("Again")).statusCode()).isEqualTo(422);
  }

  private static String[] with(List<String> fields, String... more) {
    List<String> all = new ArrayList<>(fields);
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  @Test
  void whoMayNotWriteCampaignsSeesNoForm() {
    Club club = clubs.cafe();
    Visit owner = owner(club);
    send(owner, NEW, owner.get(NEW), fields("Mine"));
    Web api = new Web(port, clubs.key(club));
    String id = api.get("/v1/campaigns").expect(200).at("/data/0/id");
    api.post(
            "/v1/staff",
            "{'login':'cem','name':'Cem','role':'cashier','password':'a long password'}")
        .expect(201);
    Visit cashier = new Visit(port);
    cashier.enter(club, "cem", "a long password");
    assertThat(cashier.get(NEW).statusCode()).isEqualTo(403);
    assertThat(cashier.get("/console/campaigns/" + id + "/edit").statusCode()).isEqualTo(403);
    assertThat(cashier.post(FORM, "definition", "{}").statusCode()).isEqualTo(403);
    Visit other = owner(clubs.cafe());
    assertThat(other.get("/console/campaigns/" + id + "/edit").statusCode()).isEqualTo(404);
    assertThat(other.get(NEW + "?from=" + id).statusCode()).isEqualTo(404);
    assertThat(owner.post(FORM, "definition", "no json").statusCode()).isEqualTo(400);
    assertThat(owner.post(FORM, "definition", "{}", "drop", "/x/y").statusCode()).isEqualTo(200);
  }

  @Test
  void whereTwoPeopleDecideTheSecondSaysYes() {
    Club club = clubs.cafe();
    Visit owner = owner(club);
    Web api = new Web(port, clubs.key(club));
    api.send("PUT", "/v1/safety", "{'secondPerson':true}").expect(200);
    api.post(
            "/v1/staff",
            "{'login':'mina','name':'Mina','role':'manager','password':'a long password'}")
        .expect(201);
    HttpResponse<String> page = owner.get(NEW);
    assertThat(Visit.read(page.body())).contains("Ask a second person to publish");
    List<String> publish = new ArrayList<>(List.of(fields("Two people")));
    send(owner, NEW, page, with(publish, "do", "publish"));
    assertThat(api.get("/v1/acts?kind=approval.ask").body().at("/data")).hasSize(1);
    assertThat(api.get("/v1/acts?kind=campaign.add").body().at("/data")).hasSize(1);
    assertThat(api.get("/v1/acts?kind=campaign.publish").body().at("/data")).isEmpty();
    String mine = owner.get("/console/campaigns").body();
    assertThat(Visit.read(mine)).contains("asks to publish “Two people”", "Take back");
    Matcher asked = Pattern.compile("/console/campaigns/approvals/\\w+").matcher(mine);
    assertThat(asked.find()).isTrue();
    assertThat(owner.post(asked.group(), "yes", "true").statusCode()).isEqualTo(422);
    Visit mina = new Visit(port);
    mina.enter(club, "mina", "a long password");
    assertThat(mina.post(asked.group(), "yes", "true").statusCode()).isEqualTo(303);
    assertThat(api.get("/v1/campaigns").at("/data/0/state")).isEqualTo("live");
    assertThat(owner(clubs.cafe()).post(asked.group(), "yes", "false").statusCode()).isEqualTo(404);
  }

  @Test
  void aDraftBesideWhatIsLiveIsThrownAway() {
    Club club = clubs.cafe();
    Visit owner = owner(club);
    List<String> publish = new ArrayList<>(List.of(fields("Every euro")));
    send(owner, NEW, owner.get(NEW), with(publish, "do", "publish"));
    Web api = new Web(port, clubs.key(club));
    String id = api.get("/v1/campaigns").expect(200).at("/data/0/id");
    String edit = "/console/campaigns/" + id + "/edit";
    send(owner, edit, owner.get(edit), fields("Another"));
    assertThat(Visit.read(owner.get("/console/campaigns").body())).contains("changed draft waits");
    assertThat(Visit.read(owner.get(edit).body())).contains("Discard the draft");
    String turn = "/console/campaigns/" + id + "/turn";
    assertThat(owner.post(turn, "to", "discarded").statusCode()).isEqualTo(303);
    assertThat(api.get("/v1/campaigns/" + id).body().has("draft")).isFalse();
    assertThat(api.get("/v1/campaigns/" + id).at("/published/name/en")).isEqualTo("Every euro");
    assertThat(api.get("/v1/acts?kind=campaign.discard").at("/data/0/subject")).isEqualTo(id);
    String draft = "/v1/campaigns/" + id + "/draft";
    assertThat(api.send("DELETE", draft, "").expect(200).at("/state")).isEqualTo("live");
    send(owner, NEW, owner.get(NEW), fields("Never"));
    String never = api.get("/v1/campaigns").at("/data/1/id");
    api.send("DELETE", "/v1/campaigns/" + never + "/draft", "").expect(200);
    assertThat(api.get("/v1/campaigns/" + never).at("/state")).isEqualTo("ended");
    api.send("DELETE", "/v1/campaigns/cmp_none/draft", "").expect(404);
  }

  @Test
  void anEventIsTriedWithWhatItCarries() {
    Club club = clubs.cafe();
    new Web(port, clubs.key(club))
        .send(
            "PUT",
            "/v1/event-types/review",
            "{'names':{'en':'Review'},'attributes':{'stars':{'type':'number','required':true}}}")
        .expect(200);
    Campaign campaign =
        clubs.live(
            club,
            """
            {'code':'test','name':{'en':'Stars'},'trigger':{'on':'event','type':'review'},
             'rules':[{'code':'one','when':[{'is':'attribute','name':'stars','atLeast':'4'}],'then':[
               {'do':'earn','unit':'points','amount':{'by':'fixed','give':'7'}}]}]}
            """);
    Visit owner = owner(club);
    HttpResponse<String> page = owner.get("/console/campaigns/" + campaign.id() + "/edit");
    assertThat(page.body()).contains("try-attribute-stars").doesNotContain("try-amount");
    String[] some = {"text:/name/en", "Stars", "try-attribute-stars", "٥"};
    assertThat(Visit.read(send(owner, FORM, page, some).body())).contains("The member gets 7");
    String[] few = {"text:/name/en", "Stars", "try-attribute-stars", "3"};
    assertThat(Visit.read(send(owner, FORM, page, few).body())).contains("gives nothing here");
  }
}
