package club.vafa.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What members collect, as the console shows it. */
@StoryTest
class UnitsPageStoryTests {
  private static final String PATH = "/console/units";

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  UnitsPageStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  @Test
  void aUnitIsToldInSentences() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    new Web(port, clubs.key(club))
        .send(
            "PUT",
            "/v1/units/points/worth",
            """
            {'base':'0.01','maximum':'500','maxPercent':50,
             'rows':[{'seasonFrom':'12-01','seasonTo':'12-24','worth':'0.02'}]}
            """)
        .expect(200);
    assertThat(owner.page(PATH)).contains("points", "one pays € 0.01", "running year");
    assertThat(owner.page(PATH + "/points"))
        .contains("end of the running year", "spent at once")
        .contains("1 December to 24 December", "one pays € 0.02", "Else", "500", "50 %");
  }

  @Test
  void whatAUnitIsWorthIsWrittenBySeasonTierAndGoods() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    String table = PATH + "/points/worth";
    assertThat(owner.page(PATH + "/points")).contains(table);
    owner.done(
        table,
        "text/rows/0/seasonFrom",
        "۱۲-۲۰",
        "text/rows/0/seasonTo",
        "01-06",
        "text/rows/0/tier",
        "gold",
        "money/rows/0/worth",
        "۰٫۰۳",
        "money/base",
        "0.01",
        "text/goods/0/sku",
        "LATTE",
        "number/goods/0/units",
        "300",
        "count/maxPercent",
        "50");
    assertThat(owner.page(PATH + "/points"))
        .contains("20 December to 6 January", "one pays € 0.03", "LATTE", "300", "50 %");
    assertThat(owner.page(table)).contains("value=\"0.03\"", "value=\"LATTE\"", "value=\"12-20\"");
    assertThat(owner.refused(table, "money/base", "much", "text/goods/0/sku", "A"))
        .contains("value=\"much\"", "f-base-fault");
    assertThat(owner.refused(table, "text/rows/0/seasonFrom", "31-12", "money/rows/0/worth", "1"))
        .contains("31-12");
    owner.done(table, "money/rows/0/worth", "", "money/base", "0.02", "number/goods/0/units", "");
    assertThat(owner.page(PATH + "/points")).contains("one pays € 0.02");
    assertThat(visitors.staff(club, "cashier").get(table).statusCode()).isEqualTo(403);
  }

  @Test
  void aUnitIsAddedAndChangedButItsKindStays() {
    Visitor owner = visitors.owner(clubs.cafe());
    String miles =
        owner.done(
            PATH + "/new",
            "text/names/en",
            "Air miles",
            "text/kind",
            "points",
            "count/decimals",
            "0",
            "number/worth",
            "۰٫۰۰۵",
            "text/rounding",
            "down",
            "text/expiry/kind",
            "rolling",
            "count/expiry/months",
            "18",
            "count/expiry/days",
            "",
            "count/expiry/later",
            "3",
            "text/expiry/endOf",
            "month",
            "text/waiting/kind",
            "days",
            "count/waiting/days",
            "14",
            "text/waiting/type",
            "");
    assertThat(miles).isEqualTo(PATH + "/air-miles");
    assertThat(owner.page(miles))
        .contains("It ends 18 months after it was given, at the end of that month.")
        .contains("after 14 days", "one pays € 0.005");
    owner.done(
        miles + "/edit",
        "text/names/en",
        "Miles",
        "number/worth",
        "",
        "text/expiry/kind",
        "never",
        "text/waiting/kind",
        "none");
    assertThat(owner.page(miles)).contains("It never ends.", "at once", "Cannot pay");
    String wrong =
        owner.refused(
            PATH + "/new",
            "text/names/en",
            "Gold",
            "text/code",
            "points",
            "text/kind",
            "points",
            "number/worth",
            "0",
            "text/expiry/kind",
            "rolling");
    assertThat(wrong).contains("value=\"Gold\"", "f-worth-fault", "make no sense");
    assertThat(
            owner.refused(
                PATH + "/new",
                "text/names/en",
                "Gold",
                "text/code",
                "points",
                "text/kind",
                "points"))
        .contains("already has a unit", "f-code-fault");
  }

  @Test
  void aNameHasItsFormsBesideNumbers() {
    Visitor owner = visitors.owner(clubs.cafe());
    String edit = PATH + "/points/edit";
    assertThat(owner.page(edit))
        .contains("One of them, as in “1 point”", "name=\"text/forms/ar/few\"")
        .contains("<details class=\"rare mb-3\">")
        .doesNotContain("text/forms/fa", "text/forms/en/other");
    owner.done(edit, "text/forms/en/one", "point", "text/forms/ar/two", "نقطتان");
    assertThat(owner.page(edit)).contains("value=\"point\"", "value=\"نقطتان\"");
    owner.done(edit, "text/forms/en/one", "");
    assertThat(owner.page(edit)).doesNotContain("value=\"point\"").contains("value=\"نقطتان\"");
    assertThat(owner.refused(edit, "text/forms/ar/few", "ن".repeat(101)))
        .contains("f-forms-ar-few-fault", "<details class=\"rare mb-3\" open>");
  }

  @Test
  void onlyTheOwnerChangesUnitsAndOtherClubsHaveTheirOwn() {
    Club club = clubs.cafe();
    Visitor cashier = visitors.staff(club, "cashier");
    assertThat(cashier.page(PATH + "/points")).doesNotContain("/edit");
    assertThat(cashier.get(PATH + "/points/edit").statusCode()).isEqualTo(403);
    assertThat(visitors.staff(club, "manager").get(PATH + "/new").statusCode()).isEqualTo(403);
    visitors
        .staff(club, "owner")
        .done(
            PATH + "/new", "text/names/en", "Secret", "text/code", "secret", "text/kind", "points");
    assertThat(visitors.owner(clubs.cafe()).get(PATH + "/secret").statusCode()).isEqualTo(404);
  }
}
