package club.vafa.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Plans and who is on them, as the console shows them. */
@StoryTest
class MembershipPagesStoryTests {
  private static final String PATH = "/console/memberships";
  private static final String PLANS = PATH + "/plans";

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  MembershipPagesStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  private static String plus(Visitor owner) {
    return owner.done(
        PLANS + "/new",
        "text/names/en",
        "Café plus",
        "number/fee/amount",
        "9.90",
        "count/period/count",
        "1",
        "text/period/each",
        "month",
        "text/renewal",
        "automatic",
        "count/graceDays",
        "7",
        "count/tries",
        "3",
        "count/pauseDays",
        "10",
        "text/entitlements/0/names/en",
        "Free refill",
        "count/entitlements/0/limit/uses",
        "1",
        "text/entitlements/0/limit/each",
        "day");
  }

  @Test
  void aPlanIsDraftedOpenedChangedAndEnded() {
    Visitor owner = visitors.owner(clubs.cafe());
    assertThat(owner.page(PLANS)).contains("No plans yet");
    String plan = plus(owner);
    assertThat(owner.page(plan))
        .contains("Café plus", "€9.90 a month", "Free refill", "once a day", "Draft");
    owner.done(plan + "/turn", "to", "published");
    owner.done(plan + "/edit", "number/fee/amount", "8");
    assertThat(owner.page(plan)).contains("€8 a month", "Free refill", "Open");
    assertThat(owner.refused(plan + "/edit", "number/fee/amount", "much"))
        .contains("value=\"much\"", "f-fee-amount-fault");
    owner.done(plan + "/turn", "to", "ended");
    assertThat(owner.page(PLANS)).contains("Ended");
    assertThat(owner.post(plan + "/turn", "to", "sold").statusCode()).isEqualTo(400);
  }

  @Test
  void whoseFeeIsMissingIsFoundAndAReceiptSettlesIt() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    owner.done(plus(owner) + "/turn", "to", "published");
    MemberId member = clubs.member(club, "+4915112345672");
    assertThat(owner.page(PATH)).contains("Nobody here");
    String id =
        new Web(port, clubs.key(club))
            .post("/v1/memberships", "{'member':'%s','plan':'caf-plus'}".formatted(member))
            .expect(201)
            .at("/id");
    assertThat(owner.page(PATH + "?state=pending")).contains("+4915112345672", "Café plus");
    assertThat(owner.page(PATH + "?state=past_due")).contains("Nobody here");
    assertThat(owner.get(PATH + "?state=odd").statusCode()).isEqualTo(400);
    String one = PATH + "/" + id;
    Visitor cashier = visitors.staff(club, "cashier");
    assertThat(cashier.page(one)).contains("Waits for the first fee");
    cashier.done(one + "/change", "to", "paid", "text/reference", "R-17");
    assertThat(cashier.page(one)).contains("Active", "€9.90");
    assertThat(cashier.refused(one + "/change", "to", "pause", "count/days", "many"))
        .contains("value=\"many\"");
    cashier.done(one + "/change", "to", "pause", "count/days", "۳");
    assertThat(cashier.page(one)).contains("Resting");
    cashier.done(one + "/change", "to", "resume");
    cashier.done(one + "/change", "to", "cancel");
    assertThat(cashier.page(one)).contains("With this period");
    assertThat(visitors.owner(clubs.cafe()).get(one).statusCode()).isEqualTo(404);
  }

  @Test
  void whoMayNotChangeSeesNoButtonsAndOtherClubsSeeNothing() {
    Club club = clubs.cafe();
    String plan = plus(visitors.owner(club));
    Visitor cashier = visitors.staff(club, "cashier");
    assertThat(cashier.page(plan)).contains("Café plus").doesNotContain("/edit", "/turn");
    assertThat(cashier.get(PLANS + "/new").statusCode()).isEqualTo(403);
    Visitor stranger = visitors.owner(clubs.cafe());
    assertThat(stranger.get(plan).statusCode()).isEqualTo(404);
    assertThat(stranger.post(plan + "/turn", "to", "ended").statusCode()).isEqualTo(404);
  }
}
