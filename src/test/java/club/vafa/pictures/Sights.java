package club.vafa.pictures;

import club.vafa.pictures.Sight.Who;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is worth a picture. */
final class Sights {
  static final List<Sight> ALL =
      List.of(
          Sight.at("login", Who.ANYBODY, "/login"),
          Sight.at("today", Who.OWNER, "/console/today"),
          Sight.at("members", Who.OWNER, "/console/members"),
          new Sight("member", Who.OWNER, Sights::member),
          Sight.at("campaigns", Who.OWNER, "/console/campaigns"),
          new Sight("builder", Who.OWNER, Sights::builder),
          Sight.at("first-steps", Who.OWNER, "/console/welcome/trade"),
          Sight.at("rewards", Who.OWNER, "/console/rewards"),
          Sight.at("tiers", Who.OWNER, "/console/tiers"),
          Sight.at("program", Who.OWNER, "/console/program"),
          new Sight("till", Who.OWNER, Sights::till),
          Sight.at("public", Who.ANYBODY, "/club/cafe-vafa"),
          Sight.at("home", Who.MEMBER, "/me"),
          Sight.at("card", Who.MEMBER, "/me/card"),
          Sight.at("statement", Who.MEMBER, "/me/statement"),
          Sight.at("claims", Who.MEMBER, "/me/rewards"));

  private Sights() {}

  private static void member(Page page, String site, JsonNode regular) {
    page.navigate(site + "/console/members/" + regular.get("id").asString());
  }

  private static void builder(Page page, String site, JsonNode regular) {
    page.navigate(site + "/console/campaigns");
    page.locator("a[href$='/edit']").first().click();
  }

  /** A member at the counter, the amount typed, nothing recorded. */
  private static void till(Page page, String site, JsonNode regular) {
    page.navigate(site + "/till");
    page.locator("body[data-ready]").waitFor();
    Locator place = page.locator("#place-list button").first();
    if (place.isVisible()) {
      place.click();
    }
    page.locator("#code").fill(regular.get("phone").asString());
    page.keyboard().press("Enter");
    page.locator("#member-name").waitFor();
    page.locator("#amount").fill("1850000");
    page.locator("#quote").locator("li, p, dd").first().waitFor();
  }
}
