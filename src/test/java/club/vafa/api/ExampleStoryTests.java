package club.vafa.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Every example of the description is sent as it stands, and does what it promises. */
@StoryTest
@Import(TestClub.class)
class ExampleStoryTests {
  /** In an order in which each finds what it names. */
  private static final List<String> ORDER =
      List.of(
          "createMember",
          "recordPurchase",
          "quotePurchase",
          "recordPurchases",
          "returnGoods",
          "recordEvent",
          "createHold");

  private final TestClub clubs;
  @LocalServerPort private int port;

  ExampleStoryTests(TestClub clubs) {
    this.clubs = clubs;
  }

  private record Example(String path, JsonNode said) {
    String body() {
      return said.at("/requestBody/content/application~1json/example").toString();
    }

    int done() {
      return said.at("/responses").has("201") ? 201 : 200;
    }
  }

  @Test
  void eachExampleIsDoneAsItStands() {
    Club club = clubs.cafe();
    Web web = new Web(port, clubs.key(club));
    furnish(club, web);
    JsonNode paths = web.get("/v1/openapi.json").expect(200).body().at("/paths");

    assertThat(withExample(paths)).containsExactlyInAnyOrderElementsOf(ORDER);
    String purchase = "";
    for (String operation : ORDER) {
      Example example = example(paths, operation);
      Web.Answer answer =
          web.post(example.path().replace("{id}", purchase), example.body()).expect(example.done());
      if (operation.equals("recordPurchase")) {
        purchase = answer.at("/id");
      }
      for (JsonNode item : answer.body().path("data")) {
        assertThat(item.path("status").asInt()).as(item.toString()).isEqualTo(201);
      }
    }
  }

  private void furnish(Club club, Web web) {
    web.send("PUT", "/v1/branches/mitte", "{'name':'Mitte'}").expect(200);
    web.send(
            "PUT",
            "/v1/event-types/survey",
            "{'names':{'en':'Survey'},'attributes':{'rating':{'type':'number'}}}")
        .expect(200);
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[{'code':'per-euro','when':[],
           'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'2'}}]}]}
        """);
  }

  private static Set<String> withExample(JsonNode paths) {
    Set<String> found = new HashSet<>();
    for (JsonNode path : paths) {
      for (JsonNode operation : path) {
        if (operation.at("/requestBody/content/application~1json").has("example")) {
          found.add(operation.path("operationId").asString());
        }
      }
    }
    return found;
  }

  private static Example example(JsonNode paths, String operation) {
    return paths.properties().stream()
        .filter(path -> path.getValue().at("/post/operationId").asString("").equals(operation))
        .map(path -> new Example(path.getKey(), path.getValue().get("post")))
        .findFirst()
        .orElseThrow();
  }
}
