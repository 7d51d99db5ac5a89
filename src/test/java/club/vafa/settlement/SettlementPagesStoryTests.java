package club.vafa.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The settlement of a street, as the console shows it. */
@StoryTest
class SettlementPagesStoryTests {
  private static final String PATH = "/console/settlement";

  private final ApplicationContext context;
  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  SettlementPagesStoryTests(
      ApplicationContext context, TestClub clubs, Access access, @LocalServerPort int port) {
    this.context = context;
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  @Test
  void anOwnerSettlesWithoutTheApi() {
    Street street = new Street(context, port);
    street.moveTo("2030-01-02");
    Visitor owner = visitors.owner(street.club);
    assertThat(owner.page(PATH)).contains("No partners yet");
    owner.done(
        PATH + "/prices/edit",
        "date/from",
        "2030-01-01",
        "text/prices/0/unit",
        "points",
        "money/prices/0/issue",
        "۰٫۰۱۲",
        "money/prices/0/spend",
        "0.01");
    assertThat(owner.page(PATH + "/prices"))
        .contains("0.012\u00a0€ to give, 0.01\u00a0€ when spent");
    String baker =
        owner.done(
            PATH + "/partners/new",
            "text/name",
            "Baker & sons",
            "list/branches",
            "baker",
            "date/from",
            "2030-01-01",
            "text/billing",
            "postpaid");
    assertThat(baker).isEqualTo(PATH + "/partners/baker-sons");
    assertThat(
            owner.refused(PATH + "/partners/new", "text/name", "Thief", "list/branches", "baker"))
        .contains("baker belongs to another partner");
    assertThat(owner.refused(PATH + "/partners/new", "text/name", "")).contains("f-name-fault");
    String sara = street.member("+4915112345678");
    street.buy(sara, "baker", 100, 0);
    street.readUp();
    assertThat(owner.page(PATH)).contains("Baker &amp; sons", "owes €1.20");
    owner.done(baker + "/pay", "to", "pay", "money/amount", "0.50", "text/note", "by hand");
    assertThat(owner.page(baker)).contains("owes €0.70", "by hand");
    String entries = PATH + "/statements/open/entries?partner=baker-sons&unit=points&what=issued";
    assertThat(owner.page(PATH + "/statements/open"))
        .contains("The kitty", "pays the kitty", entries.replace("&", "&amp;"));
    String entry =
        owner.page(entries).replaceAll("(?s).*?(/console/settlement/entries/mov_\\w+).*", "$1");
    assertThat(owner.page(entry)).contains("100 points", "€1.20");
    String dispute = owner.done(entry + "/dispute", "to", "dispute", "text/reason", "Not ours");
    assertThat(owner.page(PATH + "/disputes")).contains("Not ours", "open");
    assertThat(owner.refused(dispute, "to", "accept", "text/answer", "")).contains("answer");
    owner.done(dispute, "to", "accept", "text/answer", "Right", "text/branch", "");
    assertThat(owner.page(dispute)).contains("accepted", "Right");
    street.buy(sara, "baker", 7, 0);
    street.moveTo("2030-02-01");
    owner = visitors.staff(street.club, "owner");
    assertThat(
            owner.refused(PATH + "/statements/close", "to", "close", "date/through", "2030-02-01"))
        .contains("not over yet");
    String statement =
        owner.done(PATH + "/statements/close", "to", "close", "date/through", "2030-01-31");
    assertThat(owner.page(statement)).contains("Statement 1", "closed");
    assertThat(owner.get(statement + "/export.csv").body()).contains("baker-sons");
    assertThat(visitors.staff(street.club, "cashier").get(PATH).statusCode()).isEqualTo(403);
    assertThat(visitors.owner(clubs.cafe()).get(statement).statusCode()).isEqualTo(404);
  }
}
