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
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way into the console, walked in a browser. */
@StoryTest
class LoginWalkStoryTests {
  private final Browsing browsing;
  private final TestClub clubs;
  private final Access access;
  private final String site;

  LoginWalkStoryTests(Browsing browsing, TestClub clubs, Access access, @LocalServerPort int port) {
    this.browsing = browsing;
    this.clubs = clubs;
    this.access = access;
    this.site = "http://127.0.0.1:" + port;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anOwnerComesInAndSeesToday(Language language) {
    Club club = clubs.cafe();
    FirstOwner first = access.firstOwner(club.id()).orElseThrow();
    for (ColorScheme light : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      try (BrowserContext visitor = browsing.visitor(Device.PHONE, language, light)) {
        Page page = visitor.newPage();
        page.navigate(site + "/console");
        Browsing.assertAccessible(page);
        Locator of = page.locator("input#club");
        if (of.count() > 0) {
          of.fill(club.code());
        }
        page.locator("#login").fill(first.login());
        page.locator("#password").fill(first.password());
        page.locator("button.btn-primary").click();
        assertThat(page).hasURL(site + "/console/today");
        assertThat(page.locator("html")).hasAttribute("lang", language.code());
        Browsing.assertAccessible(page);
      }
    }
  }
}
