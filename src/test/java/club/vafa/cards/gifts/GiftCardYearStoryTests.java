package club.vafa.cards.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A year of two gift cards, with what the club owes on all of them after each step. */
@StoryTest
@Import(TestClub.class)
class GiftCardYearStoryTests {
  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  private final GiftCards gifts;
  private final Clock clock;
  @LocalServerPort private int port;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private int documents;
  private String sale = "";

  GiftCardYearStoryTests(
      TestClub founding, Clubs clubs, Ledger ledger, GiftCards gifts, Clock clock) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
    this.gifts = gifts;
    this.clock = clock;
  }

  /**
   * Day, what happens, what comes of it, what is on the cards; paid in = owed + spent + ended +
   * out.
   */
  @Test
  void aYearOfGiftCards() {
    Club club = founding.cafe();
    Web till = new Web(port, founding.key(club));
    String year =
        """
        2030-01-05 | sell one 50          |                         | one 50        | 50 = 50 + 0 + 0 + 0
        2030-01-06 | pay one 12.50 of 20  | due 7.5                 | one 37.5      | 50 = 37.5 + 12.5 + 0 + 0
        2030-01-07 | bring back           | refund 20               | one 50        | 50 = 50 + 0 + 0 + 0
        2030-02-01 | pay one 45 of 45     | due 0                   | one 5         | 50 = 5 + 45 + 0 + 0
        2030-02-02 | pay one 9 of 9       | gift_card_insufficient  | one 5         | 50 = 5 + 45 + 0 + 0
        2030-03-01 | top up one 30        |                         | one 35        | 80 = 35 + 45 + 0 + 0
        2030-04-01 | sell two 20          |                         | one 35 two 20 | 100 = 55 + 45 + 0 + 0
        2030-04-02 | move one two 15      |                         | one 20 two 35 | 100 = 55 + 45 + 0 + 0
        2030-05-01 | block two            |                         | one 20 two 35 | 100 = 55 + 45 + 0 + 0
        2030-05-02 | pay two 5 of 5       | gift_card_not_usable    | one 20 two 35 | 100 = 55 + 45 + 0 + 0
        2030-05-03 | unblock two          |                         | one 20 two 35 | 100 = 55 + 45 + 0 + 0
        2030-05-04 | pay two 5 of 5       | due 0                   | one 20 two 30 | 100 = 50 + 50 + 0 + 0
        2031-01-04 | wait                 |                         | one 20 two 30 | 100 = 50 + 50 + 0 + 0
        2031-01-07 | wait                 |                         | one 0 two 30  | 100 = 30 + 50 + 20 + 0
        2031-03-01 | pay two 30 of 40     | due 10                  | one 0 two 0   | 100 = 0 + 80 + 20 + 0
        2031-03-02 | bring back           | refund 40               | one 0 two 30  | 100 = 30 + 50 + 20 + 0
        2031-04-04 | wait                 |                         | one 0 two 0   | 100 = 0 + 50 + 50 + 0
        """;
    List<String> told = new ArrayList<>();
    List<String> happened = new ArrayList<>();
    for (String line : year.strip().split("\n")) {
      String[] cells = line.split("\\|");
      clock.moveTo(Instant.parse(cells[0].strip() + "T10:00:00Z"));
      String came = act(till, cells[1].strip().split(" "));
      ClubScope.run(club.id(), () -> gifts.endDue(clubs.get(club.id()), clock.instant(), 10));
      told.add(row(cells[0], cells[1], cells[2], cells[3], cells[4]));
      happened.add(row(cells[0], cells[1], came, balances(till), liability(till)));
    }
    assertThat(String.join("\n", happened)).isEqualTo(String.join("\n", told));
    ClubScope.run(
        club.id(),
        () -> assertThat(ledger.verify(clubs.get(club.id())).text()).as("findings").isEmpty());
  }

  private static String row(String... cells) {
    return String.join(" | ", java.util.Arrays.stream(cells).map(String::strip).toList());
  }

  private String act(Web till, String[] words) {
    String path = words.length > 1 ? "/v1/gift-cards/" + ids.get(words[1]) : "";
    switch (words[0]) {
      case "sell" -> {
        Answer made = till.post("/v1/gift-cards", "{'validMonths':12}").expect(201);
        ids.put(words[1], made.at("/card/id"));
        codes.put(words[1], made.at("/code"));
        buy(
            till,
            "{'sku':'GIFT','amount':'%s','giftCard':'%s'}".formatted(words[2], made.at("/code")),
            "");
      }
      case "pay" -> {
        String payment =
            "{'kind':'gift_card','code':'%s','amount':'%s'}"
                .formatted(codes.get(words[1]), words[2]);
        return buy(till, "{'sku':'A','amount':'%s'}".formatted(words[4]), payment);
      }
      case "bring" -> {
        Answer back =
            till.post(
                    "/v1/purchases/" + sale + "/returns",
                    "{'externalId':'r%d','all':true}".formatted(++documents))
                .expect(201);
        return "refund " + back.at("/refund/amount");
      }
      case "top" ->
          till.post(
                  "/v1/gift-cards/" + ids.get(words[2]) + "/funds",
                  "{'amount':'%s'}".formatted(words[3]))
              .expect(200);
      case "move" ->
          till.post(
                  path + "/transfers",
                  "{'to':'%s','amount':'%s'}".formatted(ids.get(words[2]), words[3]))
              .expect(200);
      case "block", "unblock" -> till.post(path + "/" + words[0], "{'reason':'lost'}").expect(200);
      default -> {
        // Time passes.
      }
    }
    return "";
  }

  private String buy(Web till, String line, String payment) {
    Answer answer =
        till.post(
            "/v1/purchases",
            "{'source':'t','externalId':'%d','currency':'EUR','lines':[%s],'payments':[%s]}"
                .formatted(++documents, line, payment));
    if (answer.status() != 201) {
      return answer.at("/code");
    }
    sale = answer.at("/id");
    return "due " + answer.at("/due/amount");
  }

  private String balances(Web till) {
    List<String> told = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      if (ids.containsKey(name)) {
        Answer card = till.get("/v1/gift-cards/" + ids.get(name)).expect(200);
        told.add(name + " " + card.at("/balance"));
      }
    }
    return String.join(" ", told);
  }

  private static String liability(Web till) {
    Answer owed = till.get("/v1/gift-cards/liability").expect(200);
    return "%s = %s + %s + %s + %s"
        .formatted(
            owed.at("/paidIn"),
            owed.at("/outstanding"),
            owed.at("/spent"),
            owed.at("/expired"),
            owed.at("/paidOut"));
  }
}
