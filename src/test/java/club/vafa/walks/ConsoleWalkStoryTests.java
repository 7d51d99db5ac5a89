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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The console, walked in a browser. */
@StoryTest
class ConsoleWalkStoryTests {
  private final Browsing browsing;
  private final TestClub clubs;
  private final Access access;
  private final String site;

  ConsoleWalkStoryTests(
      Browsing browsing, TestClub clubs, Access access, @LocalServerPort int port) {
    this.browsing = browsing;
    this.clubs = clubs;
    this.access = access;
    this.site = "http://127.0.0.1:" + port;
  }

  private Page login(BrowserContext visitor, Club club, FirstOwner owner) {
    Page page = visitor.newPage();
    page.navigate(site + "/login?club=" + club.code());
    page.locator("#login").fill(owner.login());
    page.locator("#password").fill(owner.password());
    page.locator("button.btn-primary").click();
    assertThat(page).hasURL(site + "/console/today");
    return page;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void allPartsOfPagesAreForEverybody(Language language) {
    Club club = clubs.cafe();
    FirstOwner owner = access.firstOwner(club.id()).orElseThrow();
    ColorScheme light = language == Language.EN ? ColorScheme.LIGHT : ColorScheme.DARK;
    try (BrowserContext visitor = browsing.visitor(Device.DESKTOP, language, light)) {
      Page page = login(visitor, club, owner);
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          complaints.add(message.text());
        }
      });
      page.onPageError(complaints::add);
      page.navigate(site + "/console/parts");
      assertThat(page.locator(".chart-picture canvas")).hasCount(3);
      Browsing.assertAccessible(page);
      page.locator(".day-open").first().click();
      assertThat(page.locator(".day-grid")).isVisible();
      Browsing.assertAccessible(page);
      page.keyboard().press("Escape");
      page.locator("a[data-dialog]").first().click();
      assertThat(page.locator("dialog#dialog")).isVisible();
      Browsing.assertAccessible(page);
      Assertions.assertThat(complaints).isEmpty();
    }
  }

  @Test
  void aDayIsChosenByKeyboardAndAWrongOneIsToldBesideIt() {
    Club club = clubs.cafe();
    FirstOwner owner = access.firstOwner(club.id()).orElseThrow();
    try (BrowserContext visitor =
        browsing.visitor(Device.DESKTOP, Language.EN, ColorScheme.LIGHT)) {
      Page page = login(visitor, club, owner);
      page.navigate(site + "/console/parts");
      page.locator("#name").fill("Café");
      page.locator("#from").fill("2026-03-30");
      page.locator(".day-open").first().click();
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page.locator("#from")).hasValue("2026-04-07");
      page.locator("#until").fill("2026-02-30");
      page.locator("form[action='/console/parts'] button.btn-primary").click();
      assertThat(page.locator("#until-error")).isVisible();
      assertThat(page.locator("#from")).hasValue("2026-04-07");
      page.locator("#until").fill("۲۰۲۶/۰۲/۲۸");
      page.locator("form[action='/console/parts'] button.btn-primary").click();
      assertThat(page.locator(".toast-told")).isVisible();
      page.locator(".toast-undo").click();
      assertThat(page.locator(".toast-undo")).hasCount(0);
    }
  }

  @Test
  void anOwnerFindsAMemberCorrectsTheBalanceAndTakesItBack() {
    Club club = clubs.cafe();
    FirstOwner owner = access.firstOwner(club.id()).orElseThrow();
    clubs.member(club, "+4915112345680");
    clubs.member(club, "+4915112345681");
    try (BrowserContext visitor =
        browsing.visitor(Device.DESKTOP, Language.EN, ColorScheme.LIGHT)) {
      Page page = login(visitor, club, owner);
      page.navigate(site + "/console/members");
      assertThat(page.locator("#found tbody tr")).hasCount(2);
      Browsing.assertAccessible(page);
      page.locator("#q").fill("0151 12345680");
      assertThat(page.locator("#found tbody tr")).hasCount(1);
      page.locator("#q").fill("");
      assertThat(page.locator("#found tbody tr")).hasCount(2);
      page.locator("details.tool summary").first().click();
      page.locator("#state").selectOption("blocked");
      assertThat(page.locator("#found .empty-title")).isVisible();
      page.locator("#state").selectOption("active");
      assertThat(page.locator("#found tbody tr")).hasCount(2);
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*state=active.*"));
      page.keyboard().press("Escape");
      Assertions.assertThat(
              page.waitForDownload(() -> page.locator(".table-files a").first().click())
                  .suggestedFilename())
          .isEqualTo("members.xlsx");
      page.locator(".views-tool summary").click();
      page.locator("#view-name").fill("Those who come");
      page.locator(".view-new button").click();
      page.locator(".views-tool summary").click();
      assertThat(page.locator(".views a").first()).hasText("Those who come");
      Browsing.assertAccessible(page);
      page.locator("#found a.name").first().click();
      page.locator(".acts a[data-dialog]").first().click();
      assertThat(page.locator("#amount")).isFocused();
      page.locator("#amount").fill("۵۰");
      page.keyboard().press("Enter");
      assertThat(page.locator("#reason-error")).isVisible();
      assertThat(page.locator("#reason")).isFocused();
      assertThat(page.locator("#amount")).hasValue("۵۰");
      page.locator("#reason").fill("Forgotten at the till");
      page.keyboard().press("Enter");
      assertThat(page.locator(".figure").first()).hasText("50");
      assertThat(page.locator(".statement").last()).containsText("Forgotten at the till");
      Browsing.assertAccessible(page);
      page.locator(".toast-undo").click();
      assertThat(page.locator(".figure").first()).hasText("0");
    }
  }

  @Test
  void everythingIsFoundByKeyboardAlone() {
    Club club = clubs.cafe();
    FirstOwner owner = access.firstOwner(club.id()).orElseThrow();
    String member = clubs.member(club, "+4915112345682").toString();
    try (BrowserContext visitor = browsing.visitor(Device.DESKTOP, Language.EN, ColorScheme.DARK)) {
      Page page = login(visitor, club, owner);
      page.keyboard().press("Control+k");
      assertThat(page.locator("#palette-input")).isFocused();
      page.keyboard().type("015112345682");
      assertThat(page.locator(".hit-text").first()).hasText("Without a name");
      Browsing.assertAccessible(page);
      page.keyboard().press("Enter");
      assertThat(page).hasURL(site + "/console/members/" + member);
      page.waitForLoadState();
      page.keyboard().press("Control+k");
      assertThat(page.locator("#palette-input")).isFocused();
      page.keyboard().type("camp");
      assertThat(page.locator(".hit-here")).containsText("Campaigns");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(site + "/console/campaigns");
    }
  }
}
