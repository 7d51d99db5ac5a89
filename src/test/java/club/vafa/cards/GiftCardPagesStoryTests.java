package club.vafa.cards;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Gift cards, as the console shows them. */
@StoryTest
class GiftCardPagesStoryTests {
  private static final String PATH = "/console/gift-cards";
  private static final Pattern SECRET = Pattern.compile("class=\"secret\" dir=\"ltr\">([^<]+)<");

  private final TestClub clubs;
  private final Visitors visitors;

  GiftCardPagesStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
  }

  private static List<String> made(Visitor owner, String count, String amount) {
    HttpResponse<String> answer =
        owner.post(
            PATH + "/new",
            "count/count",
            count,
            "number/amount",
            amount,
            "yes/active",
            "true",
            "text/reason",
            "counter");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return SECRET
        .matcher(answer.body())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void cardsAreMadeAndFoundByTheirCodeThatIsShownOnce() {
    Visitor owner = visitors.owner(clubs.cafe());
    assertThat(owner.page(PATH)).contains("No gift cards yet", "You owe €0");
    List<String> codes = made(owner, "2", "25.00");
    assertThat(codes).hasSize(2);
    String list = owner.page(PATH);
    assertThat(list).contains("You owe €50", "2 are active", "€25").doesNotContain(codes.get(0));
    String card = owner.done(PATH + "/lookup", "code", codes.get(0));
    assertThat(owner.page(card)).contains("€25", "Paid in", "counter").doesNotContain(codes.get(0));
    assertThat(owner.refused(PATH + "/lookup", "code", "NOPE")).contains("value=\"NOPE\"");
    assertThat(owner.refused(PATH + "/new", "count/count", "1", "number/amount", "much"))
        .contains("value=\"much\"", "f-amount-fault");
  }

  @Test
  void moneyIsAddedMovedBlockedAndTheCodeReplaced() {
    Visitor owner = visitors.owner(clubs.cafe());
    List<String> codes = made(owner, "2", "20");
    String card = owner.done(PATH + "/lookup", "code", codes.get(0));
    owner.done(card + "/move", "to", "fund", "number/amount", "۵", "text/reason", "thanks");
    assertThat(owner.page(card)).contains("€25", "Topped up", "thanks");
    assertThat(owner.refused(card + "/move", "to", "fund", "number/amount", "no"))
        .contains("value=\"no\"");
    owner.done(card + "/move", "to", "transfer", "text/to", codes.get(1), "number/amount", "10");
    assertThat(owner.page(card)).contains("€15", "Moved to another card");
    owner.done(card + "/move", "to", "block");
    assertThat(owner.page(card)).contains("Blocked", "Unblock");
    owner.done(card + "/move", "to", "unblock");
    HttpResponse<String> replaced = owner.post(card + "/replace", "text/reason", "lost");
    assertThat(replaced.statusCode()).isEqualTo(200);
    assertThat(SECRET.matcher(replaced.body()).find()).isTrue();
    assertThat(owner.page(card)).contains("Replaced", "To the new card");
    assertThat(owner.post(card + "/move", "to", "steal", "number/amount", "1").statusCode())
        .isEqualTo(422);
  }

  @Test
  void whoMayNotChangeSeesNoButtonsAndOtherClubsSeeNothing() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    String code = made(owner, "1", "20").getFirst();
    Visitor cashier = visitors.staff(club, "cashier");
    String card = cashier.done(PATH + "/lookup", "code", code);
    assertThat(cashier.page(card)).contains("€20").doesNotContain("/move", "/replace");
    assertThat(cashier.get(PATH + "/new").statusCode()).isEqualTo(403);
    assertThat(cashier.post(card + "/move", "to", "block").statusCode()).isEqualTo(403);
    Visitor stranger = visitors.owner(clubs.cafe());
    assertThat(stranger.get(card).statusCode()).isEqualTo(404);
    assertThat(stranger.post(card + "/move", "to", "block").statusCode()).isEqualTo(404);
    assertThat(stranger.refused(PATH + "/lookup", "code", code)).doesNotContain("€20");
  }
}
