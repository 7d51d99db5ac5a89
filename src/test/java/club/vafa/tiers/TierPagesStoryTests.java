package club.vafa.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ladders of tiers, as the console shows them. */
@StoryTest
class TierPagesStoryTests {
  private static final String PATH = "/console/tiers";

  private final TestClub clubs;
  private final Visitors visitors;

  TierPagesStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
  }

  private static String[] ladder(String least) {
    return new String[] {
      "text/names/en", "House ladder",
      "text/period/kind", "rolling",
      "count/period/months", "12",
      "text/period/of", "year",
      "text/keep/until", "months",
      "count/keep/months", "6",
      "text/up", "at_once",
      "text/down/mode", "one_step",
      "text/tiers/0/names/en", "Green",
      "text/tiers/1/names/en", "Gold",
      "text/tiers/1/benefits/en", "A seat by the window",
      "text/tiers/1/needs/0/by", "spend",
      "number/tiers/1/needs/0/atLeast", least,
      "text/tiers/1/needs/0/unit", "points",
      "text/tiers/2/names/en", ""
    };
  }

  @Test
  void aLadderIsDefinedToldChangedAndEnded() {
    Club club = clubs.cafe();
    String standing = "/console/members/" + clubs.member(club, "+4915112345678") + "/tiers";
    Visitor owner = visitors.owner(club);
    assertThat(owner.page(standing)).doesNotContain("facts");
    assertThat(owner.page(PATH)).contains("No tiers yet");
    String set = owner.done(PATH + "/new", ladder("1,200"));
    assertThat(set).isEqualTo(PATH + "/house-ladder");
    assertThat(owner.page(PATH)).contains("House ladder", "Green → Gold");
    assertThat(owner.page(set))
        .contains("Everybody begins here", "purchases of €1,200", "A seat by the window")
        .contains("The last 12 months", "For 6 months", set + "/members");
    assertThat(owner.page(set + "/members")).contains("Gold", "0 members");
    assertThat(owner.page(standing)).contains("House ladder", "Green", "more to reach Gold");
    assertThat(owner.page(set + "/edit")).contains("value=\"gold\"", "value=\"1200\"");
    owner.done(set + "/edit", "number/tiers/1/needs/0/atLeast", "900");
    assertThat(owner.page(set)).contains("purchases of €900", "A seat by the window");
    owner.done(set + "/end");
    assertThat(owner.page(PATH)).contains("Ended");
    assertThat(owner.refused(set + "/end")).contains("has ended");
  }

  @Test
  void whatIsWrongStandsBesideItsField() {
    Visitor owner = visitors.owner(clubs.cafe());
    assertThat(owner.refused(PATH + "/new", ladder("much")))
        .contains("value=\"House ladder\"", "value=\"much\"", "f-tiers-1-needs-0-atLeast-fault");
    owner.done(PATH + "/new", ladder("10"));
    assertThat(owner.refused(PATH + "/new", ladder("10"))).contains("has a tier with code");
  }

  @Test
  void whoMayNotChangeSeesNoButtonsAndOtherClubsSeeNothing() {
    Club club = clubs.cafe();
    String set = visitors.owner(club).done(PATH + "/new", ladder("10"));
    Visitor cashier = visitors.staff(club, "cashier");
    assertThat(cashier.page(set)).contains("Gold").doesNotContain("/edit", "/end");
    assertThat(cashier.get(set + "/edit").statusCode()).isEqualTo(403);
    Visitor stranger = visitors.owner(clubs.cafe());
    for (String path : new String[] {set, set + "/edit", set + "/members"}) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(stranger.post(set + "/end").statusCode()).isEqualTo(404);
  }
}
