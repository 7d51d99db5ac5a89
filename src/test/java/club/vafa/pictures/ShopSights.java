package club.vafa.pictures;

import club.vafa.pictures.Sight.Who;
import com.microsoft.playwright.Page;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is worth a picture around the program: what is sold, where, and who works there. */
final class ShopSights {
  static final List<Sight> ALL =
      List.of(
          Sight.at("goods", "Goods", Who.OWNER, "/console/goods"),
          new Sight(
              "item", "Something that is sold", Who.OWNER, first("/console/goods", ".items a")),
          Sight.at("categories", "Categories of goods", Who.OWNER, "/console/goods/categories"),
          Sight.at("purchases", "Purchases", Who.OWNER, "/console/purchases"),
          new Sight(
              "purchase",
              "A purchase and what came of it",
              Who.OWNER,
              first("/console/purchases", "tbody a")),
          Sight.at("branches", "Branches", Who.OWNER, "/console/branches"),
          Sight.at("staff", "Who works here", Who.OWNER, "/console/staff"),
          Sight.at("brand", "The club’s own look", Who.OWNER, "/console/settings/brand"),
          Sight.at("safe-spending", "Safe spending", Who.OWNER, "/console/spending"),
          new Sight("search", "Search everywhere", Who.OWNER, ShopSights::search),
          new Sight("till-goods", "Goods at the till", Who.OWNER, ShopSights::goods),
          Sight.at("join", "Joining", Who.ANYBODY, "/club/cafe-vafa/join"));

  private ShopSights() {}

  private static Sight.Way first(String list, String link) {
    return (page, site, _) -> {
      page.navigate(site + list);
      page.locator(link).first().click();
      page.waitForURL("**" + list + "/**");
    };
  }

  private static void search(Page page, String site, JsonNode regular) {
    page.navigate(site + "/console/today");
    page.keyboard().press("Control+k");
    page.locator(".palette-input").fill(regular.get("lastName").asString());
    page.locator(".palette-found .hit").first().waitFor();
  }

  /** What is sold, to be chosen at the till. */
  private static void goods(Page page, String site, JsonNode regular) {
    page.navigate(site + "/till");
    page.locator("body[data-ready]").waitFor();
    page.locator("#place-list button").first().click();
    page.locator("#goods-open").click();
    page.locator("#goods-found button").first().waitFor();
  }
}
