package club.vafa.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.access.Access.FirstOwner;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.testing.Browsing;
import club.vafa.testing.Browsing.Device;
import club.vafa.testing.Furniture;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of what a club gives and of its settings, walked in a browser. */
@StoryTest
class ProgramWalkStoryTests {
  private static final List<String> PAGES =
      List.of(
          "rewards",
          "rewards/new",
          "rewards/claims",
          "rewards/vouchers",
          "rewards/stamp-cards/new",
          "coupons",
          "coupons/new",
          "gift-cards",
          "gift-cards/new",
          "memberships/plans/new",
          "memberships",
          "units/points",
          "units/new",
          "tiers/ladder",
          "tiers/new",
          "program",
          "program/drafts/next",
          "program/guide",
          "approvals",
          "settings",
          "branches/main",
          "staff",
          "staff/new",
          "api-keys/new");

  private final Browsing browsing;
  private final TestClub clubs;
  private final Access access;
  private final String site;
  private final int port;

  ProgramWalkStoryTests(
      Browsing browsing, TestClub clubs, Access access, @LocalServerPort int port) {
    this.browsing = browsing;
    this.clubs = clubs;
    this.access = access;
    this.site = "http://127.0.0.1:" + port;
    this.port = port;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageKeepsNobodyOutAndFitsASmallPhone(Language language) {
    Club club = clubs.cafe();
    new Furniture(new Web(port, clubs.key(club)), "Lindenblatt").put();
    FirstOwner first = access.firstOwner(club.id()).orElseThrow();
    ColorScheme light = language == Language.FA ? ColorScheme.DARK : ColorScheme.LIGHT;
    try (BrowserContext visitor = browsing.visitor(Device.SMALL_PHONE, language, light)) {
      Page page = visitor.newPage();
      page.navigate(site + "/login");
      if (page.locator("input#club").count() > 0) {
        page.locator("input#club").fill(club.code());
      }
      page.locator("#login").fill(first.login());
      page.locator("#password").fill(first.password());
      page.locator("button.btn-primary").click();
      assertThat(page.locator("html")).hasAttribute("lang", language.code());
      for (String path : PAGES) {
        page.navigate(site + "/console/" + path);
        Browsing.assertAccessible(page);
        Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertThat(((Number) wide).intValue()).as(path + " is too wide").isLessThanOrEqualTo(0);
      }
    }
  }
}
