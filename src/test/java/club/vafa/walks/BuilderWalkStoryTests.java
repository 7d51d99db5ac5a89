package club.vafa.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An owner writes a campaign, tries it, replays it, publishes it; then a sale gets it. */
@StoryTest
class BuilderWalkStoryTests {
  private static final String POINTS =
      """
      {'code':'base','name':{'en':'A point for each euro','fa':'برای هر یورو یک امتیاز',
        'ar':'نقطة لكل يورو'},
       'trigger':{'on':'purchase'},
       'rules':[{'code':'main','then':[
         {'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
      """;

  private final Browsing browsing;
  private final TestClub clubs;
  private final Access access;
  private final String site;
  private final int port;

  BuilderWalkStoryTests(
      Browsing browsing, TestClub clubs, Access access, @LocalServerPort int port) {
    this.browsing = browsing;
    this.clubs = clubs;
    this.access = access;
    this.site = "http://127.0.0.1:" + port;
    this.port = port;
  }

  private FirstOwner owner(Club club) {
    return access.firstOwner(club.id()).orElseThrow();
  }

  private Page enter(BrowserContext visitor, Club club, FirstOwner first) {
    Page page = visitor.newPage();
    page.navigate(site + "/login?next=/console/campaigns");
    if (page.locator("input#club").count() > 0) {
      page.locator("input#club").fill(club.code());
    }
    page.locator("#login").fill(first.login());
    page.locator("#password").fill(first.password());
    page.locator("button.btn-primary").click();
    return page;
  }

  private static void pick(Page page, String field, String value) {
    page.waitForResponse(
        answer -> answer.url().endsWith("/console/campaigns/form"),
        () -> page.locator("[name='" + field + "']").selectOption(value));
  }

  private static void fill(Page page, String field, String value) {
    page.locator("[name='" + field + "']").fill(value);
  }

  private static void more(Page page, String list) {
    page.waitForResponse(
        answer -> answer.url().endsWith("/console/campaigns/form"),
        () -> page.locator("button[name=more][value='" + list + "']").click());
  }

  /** Double points on working days before eleven, at most three times a day. */
  private static void write(Page page, Language language) {
    fill(page, "text:/name/" + language.code(), "2 × 11");
    pick(page, "kind:/rules/0/then/0/amount", "multiplier");
    fill(page, "number:/rules/0/then/0/amount/times", language == Language.EN ? "2" : "۲");
    pick(page, "pick:/rules/0/when", "weekday");
    for (String day : new String[] {"mon", "tue", "wed", "thu", "fri"}) {
      page.locator(".pill:has(input[value=" + day + "])").click();
    }
    pick(page, "pick:/rules/0/when", "hours");
    fill(page, "time:/rules/0/when/1/from", "06:00");
    fill(page, "time:/rules/0/when/1/to", "11");
    more(page, "/rules/0/caps");
    fill(page, "count:/rules/0/caps/0/uses", "3");
  }

  private static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(60_000);
  }

  @Test
  void aCampaignIsWrittenTriedReplayedAndPublished() {
    Club club = clubs.cafe();
    clubs.live(club, POINTS);
    clubs.member(club, "+4915112345678");
    Web api = new Web(port, clubs.key(club));
    // A Monday morning and a Monday evening of the past.
    api.post("/v1/purchases", purchase("1", "2026-03-16T08:30:00Z")).expect(201);
    api.post("/v1/purchases", purchase("2", "2026-03-16T18:30:00Z")).expect(201);
    try (BrowserContext visitor =
        browsing.visitor(Device.DESKTOP, Language.EN, ColorScheme.LIGHT)) {
      Page page = enter(visitor, club, owner(club));
      page.locator("a[href='/console/campaigns/new']").click();
      write(page, Language.EN);
      assertThat(page.locator("#reads"))
          .containsText("double points when the day is Monday, Tuesday, Wednesday, Thursday");
      assertThat(page.locator("#reads")).containsText("at most 3 times per member and day");
      fill(page, "try-amount", "20");
      fill(page, "try-day", "2026-03-16");
      fill(page, "try-time", "9:15");
      assertThat(page.locator("#tried")).containsText("gives something here");
      assertThat(page.locator("#tried")).containsText("40 points");
      assertThat(page.locator("#tried")).containsText("Without this campaign: 20 points");
      fill(page, "try-time", "12");
      assertThat(page.locator("#tried")).containsText("gives nothing here");
      Browsing.assertAccessible(page);
      page.locator("#months").selectOption("12");
      page.locator("#replay button").click();
      assertThat(page.locator("#replay")).containsText("1 member would have had more", patiently());
      assertThat(page.locator("#replay")).containsText("€0.12 more");
      onTheSalesOfAFile(page);
      Browsing.assertAccessible(page);
      page.locator("#publishOn").fill("2026-03-20");
      page.locator("button[name=do][value=publish]").click();
      assertThat(page.locator(".campaign").first()).containsText("2 × 11");
    }
    String told =
        api.post("/v1/purchases", purchase("3", "2026-03-23T08:30:00Z")).expect(201).text();
    Assertions.assertThat(told).contains("\"active\":\"48\"");
  }

  private static void onTheSalesOfAFile(Page page) {
    String csv =
        """
        receipt,date,customer,sku,quantity,price
        1,2026-03-16 09:30,ann,A,1,12.00
        2,2026-03-16 09:40,ben,A,1,30.00
        3,some day,ben,A,1,30.00
        """;
    page.locator("#replay button").click();
    page.locator("#replay .past summary").click();
    page.locator("#past-file")
        .setInputFiles(new FilePayload("sales.csv", "text/csv", csv.getBytes(UTF_8)));
    assertThat(page.locator("#past-read")).containsText("2 purchases of 2 people");
    page.locator("#past-read summary").click();
    assertThat(page.locator("#past-read")).containsText("some day is not a date");
    Browsing.assertAccessible(page);
    page.locator("#replay-begin").click();
    assertThat(page.locator("#replay")).containsText("1 row of it was not understood", patiently());
    assertThat(page.locator("#replay")).containsText("ben");
  }

  private static String purchase(String id, String at) {
    return """
    {'source':'till','externalId':'%s','member':{'phone':'+4915112345678'},
     'occurredAt':'%s','currency':'EUR',
     'lines':[{'sku':'A','quantity':'1','unitPrice':'12.00','amount':'12.00'}]}
    """
        .formatted(id, at);
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"FA", "AR"})
  void theSameOnAPhoneInThePersonsLanguage(Language language) {
    Club club = clubs.cafe();
    clubs.live(club, POINTS);
    FirstOwner first = owner(club);
    for (ColorScheme light : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      try (BrowserContext visitor = browsing.visitor(Device.PHONE, language, light)) {
        Page page = enter(visitor, club, first);
        page.navigate(site + "/console/campaigns/new");
        write(page, language);
        fill(page, "try-amount", "۲۰");
        fill(page, "try-day", "2026-03-16");
        fill(page, "try-time", "۹:۱۵");
        assertThat(page.locator("#tried .more")).isVisible();
        Browsing.assertAccessible(page);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
      }
    }
  }
}
