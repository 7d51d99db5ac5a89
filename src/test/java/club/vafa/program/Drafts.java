package club.vafa.program;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Empty clubs, and drafts of programs over HTTP. */
@Component
class Drafts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clubs clubs;

  Drafts(Clubs clubs) {
    this.clubs = clubs;
  }

  /** A café in euro that has nothing yet. */
  Club empty() {
    String code = "program-" + UUID.randomUUID().toString().substring(0, 8);
    ClubId id =
        TestClub.done(
                clubs.found(
                    new NewClub(
                        code,
                        "Café",
                        Currency.getInstance("EUR"),
                        "Europe/Berlin",
                        CalendarKind.GREGORIAN,
                        Language.EN,
                        "DE")))
            .id();
    return clubs.get(id);
  }

  static Answer put(Web web, String draft, String file) {
    String body = JSON.writeValueAsString(Map.of("file", file));
    try {
      return web.exchange(
          web.request("PUT", "/v1/program/drafts/" + draft, BodyPublishers.ofString(body)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Answer publish(Web web, String draft) {
    return web.post("/v1/program/drafts/" + draft + "/publish", "{'reason':'because'}");
  }

  static void live(Web web, String draft, String file) {
    put(web, draft, file).expect(200);
    publish(web, draft).expect(200);
  }

  static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  static List<String> diff(Web web, String draft, String language) {
    return texts(
        web.get("/v1/program/drafts/" + draft + "/diff", "Accept-Language", language)
            .expect(200)
            .body()
            .get("changes"));
  }
}
