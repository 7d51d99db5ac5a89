package club.vafa.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.activity.Activity;
import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.spending.Unbooked;
import club.vafa.testing.Browsing;
import club.vafa.testing.Browsing.Device;
import club.vafa.testing.Phones;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Wire;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A cashier's morning at the till, walked in a browser; the network fails, and the browser too. */
@StoryTest
class TillWalkStoryTests {
  private static final String PHONE = "+4915112345670";
  private static final String CARD = "9990001112223";

  private final Browsing browsing;
  private final TestClub clubs;
  private final Activity activity;
  private final Unbooked unbooked;
  private final int port;

  TillWalkStoryTests(
      Browsing browsing,
      TestClub clubs,
      Activity activity,
      Unbooked unbooked,
      @LocalServerPort int port) {
    this.browsing = browsing;
    this.clubs = clubs;
    this.activity = activity;
    this.unbooked = unbooked;
    this.port = port;
  }

  /** A café that gives a point for each euro, with a till and somebody to work at it. */
  private record Cafe(Club club, MemberId member, Web owner) {
    /** Active points of a member as the books have them. */
    String points(String member) {
      return owner.get("/v1/members/" + member + "/wallets").expect(200).at("/data/0/active");
    }
  }

  private Cafe cafe() {
    Club club = clubs.cafe();
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'A point for each euro'},'trigger':{'on':'purchase'},
         'rules':[{'code':'main','then':[
           {'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
        """);
    MemberId member = clubs.member(club, PHONE);
    Web owner = new Web(port, clubs.key(club));
    owner.post("/v1/members/" + member + "/cards", "{'number':'" + CARD + "'}").expect(201);
    String milk = "{'code':'MILK','names':{'en':'Milk'},'barcodes':['4006381333931'],'price':'3'}";
    owner.post("/v1/items", milk).expect(201);
    String care =
        "{'confirm':'above','above':'0.10','offlineHours':24,"
            + "'offlineUnits':{'points':'10'},'beyond':'refuse'}";
    owner.send("PUT", "/v1/spending", care).expect(200);
    owner.send("PUT", "/v1/branches/b1", "{'name':'Mitte'}").expect(200);
    owner.send("PUT", "/v1/branches/b1/terminals/t1", "{'name':'Counter'}").expect(200);
    owner
        .post(
            "/v1/staff",
            "{'login':'sara','name':'Sara','role':'cashier','password':'a long password'}")
        .expect(201);
    return new Cafe(club, member, owner);
  }

  /** Counts what a cashier does: a scan, something typed, a key or a press. */
  private static final class Hands {
    private final Page page;
    private int actions;

    Hands(Page page) {
      this.page = page;
    }

    Hands scan(String code) {
      actions++;
      page.locator("#code").focus();
      page.keyboard().type(code);
      page.keyboard().press("Enter");
      return this;
    }

    Hands type(String text) {
      actions++;
      page.keyboard().type(text);
      return this;
    }

    Hands press(String key) {
      actions++;
      page.keyboard().press(key);
      return this;
    }

    int done() {
      int counted = actions;
      actions = 0;
      return counted;
    }
  }

  private static void login(Page page, Club club) {
    page.locator("#login").waitFor();
    Locator of = page.locator("input#club");
    if (of.count() > 0) {
      of.fill(club.code());
    }
    page.locator("#login").fill("sara");
    page.locator("#password").fill("a long password");
    page.locator("button.btn-primary").click();
    page.locator("body[data-ready]").waitFor();
  }

  private long sales(Club club) {
    return ClubScope.call(club.id(), () -> (long) activity.latest(club.id(), 100).size());
  }

  private static void recorded(Page page) {
    assertThat(page.locator(".done.good")).isVisible();
    assertThat(page.locator("#code")).isFocused();
  }

  private static void kept(Page page, int waiting) {
    assertThat(page.locator(".done.kept")).isVisible();
    assertThat(page.locator("#state")).hasAttribute("data-waiting", String.valueOf(waiting));
  }

  @Test
  void aMorningWithTheNetworkCutAndTheBrowserKilled(@TempDir Path profile) {
    Cafe cafe = cafe();
    try (Wire wire = new Wire(port)) {
      String till = "http://127.0.0.1:" + wire.port() + "/till";
      BrowserContext browser = browsing.kept(profile, Device.DESKTOP, Language.EN);
      Page page = browser.pages().getFirst();
      page.navigate(till);
      login(page, cafe.club());
      Hands hands = new Hands(page);
      knownMembers(page, hands, cafe);
      String newcomer = newcomer(page, hands, cafe);
      spending(page, hands, cafe);
      page.waitForFunction(
          "async () => { await navigator.serviceWorker.ready;"
              + " return Boolean(await caches.match('/till')) }");
      long before = sales(cafe.club());
      wire.cut();
      withoutNetwork(page, hands);
      kill(browser, profile);
      BrowserContext again = browsing.kept(profile, Device.DESKTOP, Language.EN);
      Page back = again.pages().getFirst();
      back.navigate(till);
      back.locator("body[data-ready]").waitFor();
      assertThat(back.locator("#state")).hasAttribute("data-waiting", "3");
      unknownCustomer(back);
      Hands others = new Hands(back);
      others.scan(CARD);
      assertThat(back.locator("#amount")).isFocused();
      others.type("1").press("Enter");
      kept(back, 5);
      assertThat(sales(cafe.club())).isEqualTo(before);
      again.clearCookies();
      wire.mend();
      askedToLogInAgain(back, cafe);
      assertThat(sales(cafe.club())).isEqualTo(before + 4);
      assertThat(cafe.points(cafe.member().toString())).isEqualTo("8");
      theOwnerKnows(back, cafe);
      assertThat(cafe.points(newcomer)).isEqualTo("7");
      back.reload();
      back.locator("body[data-ready]").waitFor();
      assertThat(back.locator("#state")).hasAttribute("data-waiting", "0");
      assertThat(sales(cafe.club())).isEqualTo(before + 4);
      goodsComeBack(back, cafe);
      again.close();
    }
  }

  /** Nobody has this number: the sale cannot be booked when it is sent. */
  private static void unknownCustomer(Page page) {
    new Hands(page).scan("+4915100000000");
    assertThat(page.locator("#amount")).isFocused();
    new Hands(page).type("2").press("Enter");
    kept(page, 4);
  }

  /** What the till could not book waits for the owner, until the cashier deals with it. */
  private void theOwnerKnows(Page page, Cafe cafe) {
    assertThat(page.locator("#state")).hasAttribute("data-refused", "1");
    page.locator("#state").click();
    assertThat(page.locator("#waiting-list .bad")).containsText("The owner knows.");
    assertThat(unbooked(cafe)).isEqualTo(1);
    page.locator("#waiting-list .danger").click();
    page.locator("#waiting-list .danger").click();
    assertThat(page.locator("#state")).hasAttribute("data-refused", "0");
    page.locator("#waiting-close").click();
  }

  private long unbooked(Cafe cafe) {
    return ClubScope.call(cafe.club().id(), () -> unbooked.open(cafe.club().id()));
  }

  private static void knownMembers(Page page, Hands hands, Cafe cafe) {
    Browsing.assertAccessible(page);
    hands.scan(CARD);
    assertThat(page.locator("#amount")).isFocused();
    hands.type("12.50");
    assertThat(page.locator("#quote")).containsText("+12");
    Browsing.assertAccessible(page);
    hands.press("Enter");
    recorded(page);
    assertThat(hands.done()).as("actions for a known member by scan").isLessThanOrEqualTo(3);
    Browsing.assertAccessible(page);
    hands.type("0151 12345670").press("Enter");
    assertThat(page.locator("#amount")).isFocused();
    hands.type("8").press("Enter");
    recorded(page);
    assertThat(hands.done()).as("actions for a known member by phone").isLessThanOrEqualTo(5);
    assertThat(page.locator(".after")).containsText("20");
    assertThat(cafe.points(cafe.member().toString())).isEqualTo("20");
  }

  /** Enrols somebody, and answers with their id. */
  private static String newcomer(Page page, Hands hands, Cafe cafe) {
    hands.type("0151 99999999").press("Enter");
    assertThat(page.locator("#enrol-name")).isFocused();
    Browsing.assertAccessible(page);
    hands.type("Mina").press("Enter");
    assertThat(page.locator("#member-name")).hasText("Mina");
    hands.done();
    page.keyboard().press("Escape");
    return cafe.owner().get("/v1/members?phone=%2B4915199999999").at("/data/0/id");
  }

  private static void spending(Page page, Hands hands, Cafe cafe) {
    hands.scan(CARD);
    assertThat(page.locator("#amount")).isFocused();
    hands.type("5");
    page.locator("#spending .spend").click();
    assertThat(page.locator("#spend-points")).hasValue("20");
    assertThat(page.locator("#due")).hasText("€4.80");
    Browsing.assertAccessible(page);
    hands.press("Enter");
    assertThat(page.locator("#confirm-code")).isFocused();
    assertThat(page.locator("#confirm-hint")).containsText("€0.20");
    Browsing.assertAccessible(page);
    hands.type(Phones.code(PHONE)).press("Enter");
    recorded(page);
    assertThat(page.locator(".after")).containsText("20 → 4");
    page.waitForResponse("**/till/data/allowance**", () -> hands.scan(CARD));
    assertThat(page.locator("#spending .spend")).containsText("4");
    page.keyboard().press("Escape");
    assertThat(cafe.points(cafe.member().toString())).isEqualTo("4");
    hands.done();
  }

  private static void withoutNetwork(Page page, Hands hands) {
    hands.scan(CARD);
    assertThat(page.locator("#amount")).isFocused();
    assertThat(page.locator(".member")).containsText("No network");
    hands.type("8");
    page.locator("#spending .spend").click();
    assertThat(page.locator("#spend-points")).hasValue("4");
    Browsing.assertAccessible(page);
    hands.press("Enter");
    kept(page, 1);
    hands.scan("+4915199999999");
    assertThat(page.locator("#member-name")).hasText("Mina");
    hands.type("7").press("Enter");
    kept(page, 2);
    hands.scan("4006381333931");
    assertThat(page.locator("#lines")).containsText("Milk");
    hands.press("Enter");
    kept(page, 3);
    page.locator("#state").click();
    assertThat(page.locator("#waiting-list .waits")).hasCount(3);
    Browsing.assertAccessible(page);
  }

  /** As a power cut would, with nothing written that was not. */
  private static void kill(BrowserContext browser, Path profile) {
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
        .forEach(ProcessHandle::destroyForcibly);
    try {
      browser.close();
    } catch (PlaywrightException gone) {
      assertThat(gone).isNotNull();
    }
  }

  /** The login has ended meanwhile: nothing is sent, nothing is lost, until somebody logs in. */
  private static void askedToLogInAgain(Page page, Cafe cafe) {
    page.locator("#state").click();
    page.locator("#waiting-send").click();
    assertThat(page.locator("#log-in")).isVisible();
    assertThat(page.locator("#state")).hasAttribute("data-waiting", "5");
    Browsing.assertAccessible(page);
    page.locator("#waiting-close").click();
    page.locator("#log-in").click();
    login(page, cafe.club());
    assertThat(page.locator("#state")).hasAttribute("data-waiting", "0");
  }

  private static void goodsComeBack(Page page, Cafe cafe) {
    page.keyboard().press("F9");
    page.locator("#returns-latest button").first().click();
    assertThat(page.locator("#returns-take")).isFocused();
    Browsing.assertAccessible(page);
    page.keyboard().press("Enter");
    assertThat(page.locator("#returns-told .done")).containsText("€1");
    Browsing.assertAccessible(page);
    assertThat(cafe.points(cafe.member().toString())).isEqualTo("7");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aSaleInEachLanguageByTouchInTheDark(Language language) {
    Cafe cafe = cafe();
    try (BrowserContext visitor = browsing.visitor(Device.PHONE, language, ColorScheme.DARK)) {
      Page page = visitor.newPage();
      page.navigate("http://127.0.0.1:" + port + "/till");
      login(page, cafe.club());
      assertThat(page.locator("html")).hasAttribute("lang", language.code());
      page.locator("#code").fill("۰۱۵۱ ۱۲۳۴۵۶۷۰");
      page.locator("#scan button.primary").tap();
      assertThat(page.locator("#member-name")).isVisible();
      page.locator("#amount").fill(language == Language.AR ? "١٢٫٥٠" : "۱۲٫۵۰");
      assertThat(page.locator("#quote .effects")).isVisible();
      Browsing.assertAccessible(page);
      page.locator("#record").tap();
      assertThat(page.locator(".done.good")).isVisible();
      Browsing.assertAccessible(page);
      assertThat(cafe.points(cafe.member().toString())).isEqualTo("12");
    }
  }
}
