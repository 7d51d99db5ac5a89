package club.vafa.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import club.vafa.access.Access;
import club.vafa.access.Access.FirstOwner;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.testing.Browsing;
import club.vafa.testing.Browsing.Device;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From an empty club to a program that runs and a cashier who can log in. */
@StoryTest
class WelcomeWalkStoryTests {
  private final Browsing browsing;
  private final TestClub clubs;
  private final Access access;
  private final String site;
  private final int port;

  WelcomeWalkStoryTests(
      Browsing browsing, TestClub clubs, Access access, @LocalServerPort int port) {
    this.browsing = browsing;
    this.clubs = clubs;
    this.access = access;
    this.site = "http://127.0.0.1:" + port;
    this.port = port;
  }

  private void enter(Page page, Club club, String login, String password) {
    page.navigate(site + "/login");
    if (page.locator("input#club").count() > 0) {
      page.locator("input#club").fill(club.code());
    }
    page.locator("#login").fill(login);
    page.locator("#password").fill(password);
    page.locator("button.btn-primary").click();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anEmptyClubIsLedToItsFirstSale(Language language) {
    Club club = clubs.cafe();
    FirstOwner first = access.firstOwner(club.id()).orElseThrow();
    Device device = language == Language.EN ? Device.DESKTOP : Device.SMALL_PHONE;
    ColorScheme light = language == Language.FA ? ColorScheme.DARK : ColorScheme.LIGHT;
    try (BrowserContext visitor = browsing.visitor(device, language, light)) {
      Page page = visitor.newPage();
      enter(page, club, first.login(), first.password());
      page.locator("a[href='/console/welcome']").click();
      checked(page);
      page.locator("a[href$='trade=cafe']").click();
      page.locator("#name").fill("Kafe Naz");
      page.locator("input[name=own]").check();
      page.locator("#brand-color").fill("#fcd34d");
      assertThat(page.locator("#brand-preview rect[fill='#fcd34d']").first()).isVisible();
      checked(page);
      page.locator(".welcome-card .btn-primary").click();
      Locator says = page.locator("#figures");
      page.locator("#p-basket").fill(language == Language.FA ? "۱۲" : "12");
      assertThat(says).containsText(language == Language.FA ? "۰٫۰۹۶" : "0.096");
      checked(page);
      page.locator(".welcome-card .btn-primary").click();
      page.locator("#name").fill("Sara");
      page.locator("#login").fill("sara");
      checked(page);
      page.locator(".welcome-card .btn-primary").click();
      String password = page.locator("code#password").innerText();
      checked(page);
      page.locator(".welcome-card .btn-primary").click();
      assertThat(page.locator("main a[href='/till']")).isVisible();
      checked(page);
      Page sara = browsing.visitor(device, language, light).newPage();
      enter(sara, club, "sara", password);
      assertThat(sara.locator("#scan")).isVisible();
      sara.context().close();
    }
    Assertions.assertThat(new Web(port, clubs.key(club)).get("/v1/campaigns").text())
        .contains("\"live\"");
  }

  /** Nobody is kept out, and nothing is wider than the screen. */
  private static void checked(Page page) {
    Browsing.assertAccessible(page);
    Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(page.url())
        .isEqualTo(true);
  }
}
