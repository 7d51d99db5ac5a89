package club.vafa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coupons and their codes, as the console shows them. */
@StoryTest
class CouponPagesStoryTests {
  private static final String PATH = "/console/coupons";

  private final TestClub clubs;
  private final Visitors visitors;

  CouponPagesStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
  }

  private static String welcome(Visitor owner) {
    return owner.done(
        PATH + "/new",
        "text/name/en",
        "Warm welcome",
        "text/code",
        "WELCOME",
        "text/kind",
        "shared",
        "last/until",
        "2030-06-30",
        "count/limits/0/uses",
        "1",
        "text/limits/0/per",
        "member",
        "text/limits/0/period",
        "ever",
        "count/limits/1/uses",
        "",
        "text/limits/1/per",
        "all",
        "text/limits/1/period",
        "ever");
  }

  @Test
  void aSharedCouponIsDefinedLookedUpAndCancelled() {
    Visitor owner = visitors.owner(clubs.cafe());
    assertThat(owner.page(PATH)).contains("No coupons yet");
    String coupon = welcome(owner);
    assertThat(owner.page(PATH)).contains("Warm welcome", "One code for everybody");
    assertThat(owner.page(coupon)).contains("WELCOME", "30 June", "Each member", "1 use, in all");
    assertThat(owner.page(PATH + "/codes?code=welcome")).contains("It can be handed in");
    assertThat(owner.get(PATH + "/codes?code=ELSE").body()).contains("There is no such code");
    owner.done(coupon + "/cancel");
    assertThat(owner.page(PATH + "/codes?code=WELCOME")).contains("It was cancelled");
    assertThat(owner.page(coupon)).contains("Cancelled").doesNotContain("/cancel\"");
  }

  @Test
  void uniqueCodesAreMadeAndTakenAlong() {
    Visitor owner = visitors.owner(clubs.cafe());
    String coupon =
        owner.done(
            PATH + "/new", "text/name/en", "Flyer", "text/code", "FLYER", "text/kind", "unique");
    assertThat(owner.page(coupon)).contains("No codes were made yet");
    String make = coupon + "/batches/new";
    assertThat(owner.page(make)).contains("value=\"FLYER-########?\"");
    assertThat(owner.refused(make, "count/count", "5", "text/pattern", "x"))
        .contains("value=\"x\"", "f-pattern-fault");
    owner.done(make, "count/count", "5", "text/pattern", "FLYER-########?", "yes/active", "");
    assertThat(owner.page(coupon)).contains("5 codes", "codes.csv");
    assertThat(owner.get(coupon + "/codes.csv").body()).startsWith("code");
  }

  @Test
  void whatIsWrongStandsBesideItsField() {
    Visitor owner = visitors.owner(clubs.cafe());
    assertThat(
            owner.refused(
                PATH + "/new",
                "text/name/en",
                "Too late",
                "text/code",
                "",
                "text/kind",
                "shared",
                "day/from",
                "2030-01-02",
                "last/until",
                "2029-12-31",
                "count/limits/0/uses",
                "-1"))
        .contains("value=\"Too late\"", "f-code-fault", "last/until-error", "f-limits-0-uses-fault")
        .contains("value=\"2029-12-31\"");
    welcome(owner);
    assertThat(owner.refused(PATH + "/new", "text/code", "Welcome", "text/kind", "shared"))
        .contains("in use already", "f-code-fault");
  }

  @Test
  void whoMayNotChangeSeesNoButtonsAndOtherClubsSeeNothing() {
    Club club = clubs.cafe();
    String coupon = welcome(visitors.owner(club));
    Visitor cashier = visitors.staff(club, "cashier");
    assertThat(cashier.page(coupon)).contains("WELCOME").doesNotContain("/cancel");
    assertThat(cashier.get(PATH + "/new").statusCode()).isEqualTo(403);
    assertThat(cashier.get(coupon + "/codes.csv").statusCode()).isEqualTo(403);
    Visitor stranger = visitors.owner(clubs.cafe());
    for (String path : new String[] {coupon, coupon + "/codes.csv", coupon + "/batches/new"}) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(stranger.post(coupon + "/cancel").statusCode()).isEqualTo(404);
    assertThat(stranger.get(PATH + "/codes?code=WELCOME").statusCode()).isEqualTo(422);
  }
}
