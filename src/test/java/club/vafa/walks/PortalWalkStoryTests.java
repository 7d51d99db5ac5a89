package club.vafa.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.testing.Browsing;
import club.vafa.testing.Browsing.Device;
import club.vafa.testing.Phones;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Wire;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A member's way from the sign at the counter to a voucher in the hand, walked on a small phone.
 */
@StoryTest
class PortalWalkStoryTests {
  private static final int LIGHT_ENOUGH = 150_000;
  private static final AtomicInteger NUMBER = new AtomicInteger(200);

  private final Browsing browsing;
  private final TestClub clubs;
  private final int port;
  private final Wire wire;
  private final String site;

  PortalWalkStoryTests(Browsing browsing, TestClub clubs, @LocalServerPort int port) {
    this.browsing = browsing;
    this.clubs = clubs;
    this.port = port;
    this.wire = new Wire(port);
    this.site = "http://127.0.0.1:" + wire.port();
  }

  /** A café that gives a point for each euro, a coffee for ten, and a stamp for each coffee. */
  private Web open(Club club) {
    clubs.live(
        club,
        """
        {'code':'base','trigger':{'on':'purchase'},
         'name':{'en':'A point for each euro','fa':'برای هر یورو یک امتیاز','ar':'نقطة لكل يورو'},
         'rules':[{'code':'main','then':[
           {'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
        """);
    Web till = new Web(port, clubs.key(club));
    String reward =
        till.post(
                "/v1/rewards",
                """
                {'code':'coffee','kind':'product',
                 'names':{'en':'A coffee','fa':'یک قهوه','ar':'قهوة'},
                 'prices':[{'unit':'points','amount':'10'}],
                 'voucher':{'pattern':'CAFE-########','sku':'A','days':30}}
                """)
            .expect(201)
            .at("/id");
    till.post("/v1/rewards/" + reward + "/publish", "").expect(200);
    return till;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aMemberJoinsEarnsAndClaims(Language language) {
    Club club = clubs.cafe();
    Web till = open(club);
    String phone = "+49151123456" + NUMBER.incrementAndGet() % 1000;
    try (wire;
        BrowserContext visitor =
            browsing.visitor(Device.SMALL_PHONE, language, ColorScheme.LIGHT)) {
      Page page = visitor.newPage();
      page.navigate(site + "/club/" + club.code());
      assertThat(page.locator("html")).hasAttribute("lang", language.code());
      looked(page, language, "club");
      assertThat(bytes(page)).as("bytes of the first page").isLessThan(LIGHT_ENOUGH);
      page.locator(".hero .button").click();
      looked(page, language, "ask");
      page.locator("#contact").fill(phone);
      page.locator("main button.button").click();
      page.locator("#code").waitFor();
      looked(page, language, "code");
      page.locator("#code").fill(Phones.code(phone));
      page.locator("main button.button").click();
      page.locator("#name").waitFor();
      looked(page, language, "welcome");
      page.locator("#name").fill("Sara");
      page.locator("main button.button").click();
      page.locator("nav.menu").waitFor();
      assertThat(bytes(page)).as("bytes of the member's home").isLessThan(LIGHT_ENOUGH);
      bought(till, phone, page);
      claimed(page, language);
      if (language == Language.EN) {
        withoutNetwork(visitor);
      }
    }
  }

  /** A page opened anew without network shows what was known last, and says of when it is. */
  private void withoutNetwork(BrowserContext visitor) {
    try (Page page = visitor.newPage()) {
      page.navigate(site + "/me");
      page.navigate(site + "/me/card");
      page.waitForFunction(
          "async () => { await navigator.serviceWorker.ready;"
              + " return await caches.match('/me') && await caches.match('/me/card') }");
      wire.cut();
    }
    try (Page cold = visitor.newPage()) {
      cold.navigate(site + "/me");
      assertThat(cold.locator("[data-kept]")).containsText("No network. This is how it was at");
      assertThat(cold.locator(".figure").first()).hasText("2");
      Browsing.assertAccessible(cold);
      cold.navigate(site + "/me/card");
      assertThat(cold.locator("[data-offline]")).isVisible();
      assertThat(cold.locator(".pass .contact")).isVisible();
      assertThat(cold.locator(".figure").first()).hasText("2");
      assertThat(cold.locator("main")).containsText("As of");
      wire.mend();
      cold.navigate(site + "/me");
      assertThat(cold.locator("[data-kept]")).isHidden();
    }
  }

  /** The page and all it loads, as it comes over the network, with a head for each answer. */
  private static int bytes(Page page) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    Object sum =
        page.evaluate(
            """
            ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
              .reduce((sum, entry) => sum + entry.encodedBodySize + 400, 0)
            """);
    return ((Number) sum).intValue();
  }

  /** The till scans the code on the phone, and she sees what it brought and why. */
  private void bought(Web till, String phone, Page page) {
    page.navigate(site + "/me/card");
    String code = page.locator("[data-code]").getAttribute("data-code");
    assertThat(code).hasSize(53).startsWith("VAFA1");
    String sale =
        """
        {'source':'till','externalId':'1','member':{'card':'%s'},
         'currency':'EUR','lines':[{'sku':'A','quantity':'1','unitPrice':'12.00','amount':'12.00'}]}
        """;
    till.post("/v1/purchases", sale.formatted(code)).expect(201);
    page.navigate(site + "/me");
    assertThat(page.locator(".figure").first()).hasText(in(page, "12", "۱۲", "12"));
    page.navigate(site + "/me/statement");
    assertThat(page.locator(".list .name").first())
        .hasText(in(page, "A point for each euro", "برای هر یورو یک امتیاز", "نقطة لكل يورو"));
  }

  private static String in(Page page, String en, String fa, String ar) {
    return switch (page.locator("html").getAttribute("lang")) {
      case "fa" -> fa;
      case "ar" -> ar;
      default -> en;
    };
  }

  private void claimed(Page page, Language language) {
    page.navigate(site + "/me");
    page.locator(".list a").first().click();
    looked(page, language, "reward");
    page.locator("main button.button").click();
    page.waitForURL(site + "/me/vouchers");
    page.locator(".list a").first().click();
    assertThat(page.locator(".number")).containsText("CAFE-");
    looked(page, language, "voucher");
    page.navigate(site + "/me");
    assertThat(page.locator(".figure").first()).hasText(in(page, "2", "۲", "2"));
  }

  /** Nobody is kept out, nothing has to be pushed sideways, and no key stands for a text. */
  private static void looked(Page page, Language language, String name) {
    String pictures = System.getProperty("vafa.pictures");
    if (pictures != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(pictures, language.code() + "-" + name + ".png")));
    }
    Browsing.assertAccessible(page);
    Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth");
    assertThat(wide).as(page.url() + " is wider than the screen").isEqualTo(false);
    assertThat(page.locator("body").innerText()).doesNotContainPattern("\\b(portal|ui)\\.[a-z.]+");
  }
}
