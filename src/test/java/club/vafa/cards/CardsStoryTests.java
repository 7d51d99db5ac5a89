package club.vafa.cards;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Refusal;
import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Cards lead to members, as long as they count. */
@StoryTest
@Import(TestClub.class)
class CardsStoryTests {
  private final TestClub clubs;
  private final Cards cards;
  @LocalServerPort private int port;
  private Club club;
  private ApiClient till;
  private String member;

  CardsStoryTests(TestClub clubs, Cards cards) {
    this.clubs = clubs;
    this.cards = cards;
  }

  @BeforeEach
  void aMember() {
    club = clubs.cafe();
    till = ApiClient.of(port, clubs.key(club));
    member = till.post("/v1/members", "{\"firstName\":\"Sara\"}").at("/id");
  }

  private Answer give(String body) {
    return till.post("/v1/members/" + member + "/cards", body);
  }

  private Map<String, Card> resolved(String... numbers) {
    return ClubScope.call(club.id(), () -> cards.resolve(club.id(), List.of(numbers)));
  }

  @Test
  void aCardIsFoundHoweverItsNumberIsTyped() {
    Answer card = give("{\"number\":\"6219 8610\",\"type\":\"gold\"}");

    assertThat(card.status()).as(card.body()).isEqualTo(201);
    assertThat(card.at("/number")).isEqualTo("62198610");
    assertThat(card.at("/state")).isEqualTo("active");
    assertThat(till.get("/v1/members?card=6219%208610").at("/data/0/id")).isEqualTo(member);
    assertThat(till.get("/v1/members/" + member).at("/cards/0/type")).isEqualTo("gold");
    Map<String, Card> found = resolved("62198610", "۶۲۱۹۸۶۱۰", "6219 8610 ", "1", "", "é");
    assertThat(found).containsOnlyKeys("62198610", "۶۲۱۹۸۶۱۰", "6219 8610 ");
    assertThat(found.get("62198610").member()).hasToString(member);
  }

  @Test
  void aNumberBelongsToOneCard() {
    give("{\"number\":\"1\"}");

    assertThat(give("{\"number\":\"1\"}").told()).isEqualTo("409 card_exists /number");
    assertThat(give("{}").told()).isEqualTo("422 required /number");
    assertThat(give("{\"number\":\"é\"}").told()).isEqualTo("422 card_number_invalid /number");
    assertThat(give("{\"number\":\"" + "1".repeat(65) + "\"}").told())
        .isEqualTo("422 card_number_invalid /number");
    assertThat(give("{\"number\":\"2\",\"replaces\":\"x\"}").told())
        .isEqualTo("422 not_an_id /replaces");
    assertThat(give("{\"number\":\"2\",\"replaces\":\"crd_00000000000000000000000000\"}").told())
        .isEqualTo("422 card_not_found /replaces".replace("422", "404"));
    assertThat(till.post("/v1/members/x/cards", "{\"number\":\"2\"}").told())
        .isEqualTo("404 member_not_found");
  }

  @Test
  void whatDoesNotCountIsRefusedByName() {
    String path = "/v1/cards/" + give("{\"number\":\"1\"}").at("/id");

    for (String[] step :
        new String[][] {{"blocked", "card_blocked"}, {"lost", "card_lost"}, {"active", ""}}) {
      assertThat(till.patch(path, "{\"state\":\"" + step[0] + "\"}").at("/state"))
          .isEqualTo(step[0]);
      assertThat(
              resolved("1")
                  .get("1")
                  .refusal()
                  .map(Refusal::code)
                  .map(code -> code.code())
                  .orElse(""))
          .isEqualTo(step[1]);
    }
    assertThat(till.patch(path, "{\"state\":\"issued\"}").told())
        .isEqualTo("409 card_state_conflict /state");
    assertThat(till.patch(path, "{\"state\":\"replaced\"}").told())
        .isEqualTo("422 unknown_value /state");
    assertThat(till.patch(path, "{\"state\":\"gone\"}").told())
        .isEqualTo("422 unknown_value /state");
    assertThat(till.patch(path, "{}").told()).isEqualTo("422 required /state");
  }

  @Test
  void anotherCardTakesThePlaceOfALostOne() {
    String old = give("{\"number\":\"1\"}").at("/id");
    Answer card = give("{\"number\":\"2\",\"replaces\":\"" + old + "\"}");

    assertThat(card.status()).as(card.body()).isEqualTo(201);
    assertThat(till.get("/v1/cards/" + old).at("/state")).isEqualTo("replaced");
    assertThat(till.get("/v1/cards/" + old).at("/replacedBy")).isEqualTo(card.at("/id"));
    assertThat(resolved("1").get("1").refusal().orElseThrow().code())
        .isEqualTo(CardCode.CARD_REPLACED);
    assertThat(give("{\"number\":\"3\",\"replaces\":\"" + old + "\"}").told())
        .isEqualTo("409 card_replaced /replaces");
    assertThat(till.patch("/v1/cards/" + old, "{\"state\":\"active\"}").told())
        .isEqualTo("409 card_state_conflict /state");
  }

  @Test
  void anotherClubsCardsAreNotThere() {
    String card = give("{\"number\":\"1\"}").at("/id");
    ApiClient other = ApiClient.of(port, clubs.key(clubs.cafe()));

    assertThat(other.get("/v1/cards/" + card).told()).isEqualTo("404 card_not_found");
    assertThat(other.patch("/v1/cards/" + card, "{\"state\":\"lost\"}").told())
        .isEqualTo("404 card_not_found");
    assertThat(other.get("/v1/members?card=1").body()).isEqualTo("{\"data\":[]}");
  }
}
