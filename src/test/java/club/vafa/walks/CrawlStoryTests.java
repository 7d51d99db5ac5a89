package club.vafa.walks;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.testing.Browsing;
import club.vafa.testing.Furniture;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Everything a page leads to is there for whoever it is shown to, in their language, shows nothing
 * of another club, and keeps nobody out.
 */
@StoryTest
class CrawlStoryTests {
  private static final List<String> STAFF = List.of("/console", "/till");
  private static final String FOREIGN = "Zwetschge";

  private final Browsing browsing;
  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  CrawlStoryTests(Browsing browsing, TestClub clubs, Access access, @LocalServerPort int port) {
    this.browsing = browsing;
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void everythingAPageLeadsToIsThere(Language language) {
    Club mine = clubs.cafe();
    Club theirs = clubs.cafe();
    String member = new Furniture(new Web(port, clubs.key(mine)), "Lindenblatt").put();
    new Furniture(new Web(port, clubs.key(theirs)), FOREIGN).put();
    MemberId other = clubs.member(theirs, "+4915199999999");
    Crawl owner = crawl("the owner", visitors.owner(mine), language, STAFF);
    assertThat(owner.shown()).as("pages of the owner").contains("/console/rewards");
    assertThat(owner.visitor().get("/console/members/" + other).statusCode()).isEqualTo(404);
    crawl("a manager", visitors.staff(mine, "manager"), language, STAFF);
    Crawl cashier = crawl("a cashier", visitors.staff(mine, "cashier"), language, STAFF);
    List<String> doors = List.of("/me", "/club/" + mine.code());
    Crawl inside = crawl("a member", visitors.member(mine, member), language, doors);
    assertThat(inside.shown()).as("pages of a member").contains("/me/statement");
    Crawl outside =
        crawl("anybody", visitors.new Visitor(), language, List.of("/login", doors.getLast()));
    Judging judging = new Judging(browsing, port, language);
    for (Crawl crawl : List.of(owner, cashier, inside, outside)) {
      judging.look(crawl.visitor(), crawl.pages().values());
    }
    if (Judging.ALL) {
      Visitor newcomer = visitors.owner(clubs.cafe());
      Crawl bare = crawl("the owner of an empty club", newcomer, language, STAFF);
      judging.lookWhereNothingIs(newcomer, bare.pages().values());
      System.out.printf("%s: looked %d times%n", language, judging.looks());
    }
    assertThat(judging.faults()).isEmpty();
  }

  private static Crawl crawl(String who, Visitor visitor, Language language, List<String> doors) {
    Crawl crawl = new Crawl(visitor, language, FOREIGN).run(doors);
    assertThat(crawl.faults()).as("as " + who).isEmpty();
    return crawl;
  }
}
