package club.vafa.pictures;

import club.vafa.pictures.Sight.Who;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is worth a picture. */
final class Sights {
  private static final List<Sight> MAIN =
      List.of(
          Sight.at("login", "Log in", Who.ANYBODY, "/login"),
          Sight.at("today", "Today", Who.OWNER, "/console/today"),
          Sight.at("members", "Members", Who.OWNER, "/console/members"),
          new Sight("member", "A member", Who.OWNER, Sights::member),
          Sight.at("campaigns", "Campaigns", Who.OWNER, "/console/campaigns"),
          new Sight("builder", "A campaign in the builder", Who.OWNER, Sights::builder),
          new Sight("replay", "A campaign replayed on the past", Who.OWNER, Sights::replay),
          Sight.at("first-steps", "First steps: the trade", Who.OWNER, "/console/welcome/trade"),
          Sight.at("rewards", "Rewards", Who.OWNER, "/console/rewards"),
          new Sight("reward", "A reward", Who.OWNER, Sights::reward),
          Sight.at("handing-over", "Claims to hand over", Who.OWNER, "/console/rewards/claims"),
          Sight.at("stamp-cards", "Stamp cards", Who.OWNER, "/console/rewards/stamp-cards"),
          Sight.at("coupons", "Coupons", Who.OWNER, "/console/coupons"),
          Sight.at("gift-cards", "Gift cards", Who.OWNER, "/console/gift-cards"),
          Sight.at("memberships", "Members on plans", Who.OWNER, "/console/memberships"),
          Sight.at("units", "Units and what they are worth", Who.OWNER, "/console/units"),
          Sight.at("tiers", "Tiers", Who.OWNER, "/console/tiers"),
          Sight.at("program", "The whole program", Who.OWNER, "/console/program"),
          Sight.at(
              "draft",
              "A draft of the program",
              Who.OWNER,
              "/console/program/drafts/dearer-coffee"),
          Sight.at("guide", "The guide for members", Who.OWNER, "/console/program/guide"),
          new Sight("approval", "A question to a second person", Who.OWNER, Sights::approval),
          new Sight("till", "The till", Who.OWNER, Sights::till),
          Sight.at("public", "The page of the club", Who.ANYBODY, "/club/cafe-vafa"),
          Sight.at("home", "A member’s home", Who.MEMBER, "/me"),
          Sight.at("card", "A member’s card", Who.MEMBER, "/me/card"),
          Sight.at("statement", "A member’s statement", Who.MEMBER, "/me/statement"),
          Sight.at("claims", "What a member can claim", Who.MEMBER, "/me/rewards"));

  static final List<Sight> ALL = Stream.concat(MAIN.stream(), ShopSights.ALL.stream()).toList();

  private Sights() {}

  private static void member(Page page, String site, JsonNode regular) {
    page.navigate(site + "/console/members/" + regular.get("id").asString());
  }

  /** A live campaign that is being changed. */
  private static void builder(Page page, String site, JsonNode regular) {
    page.navigate(site + "/console/campaigns");
    page.locator(".campaign:has(.state-notice) a").first().click();
  }

  private static void replay(Page page, String site, JsonNode regular) {
    builder(page, site, regular);
    page.locator("#replay-begin").click();
    page.locator("#replay .replay-table").first().waitFor();
    page.locator("#replay-title").scrollIntoViewIfNeeded();
  }

  private static void reward(Page page, String site, JsonNode regular) {
    page.navigate(site + "/console/rewards?q=mug");
    page.locator("tbody a").first().click();
  }

  private static void approval(Page page, String site, JsonNode regular) {
    page.navigate(site + "/console/approvals");
    page.locator(".items a").first().click();
  }

  /** A member at the counter, the amount typed, nothing recorded. */
  private static void till(Page page, String site, JsonNode regular) {
    page.navigate(site + "/till");
    page.locator("body[data-ready]").waitFor();
    page.locator("#place-list button").first().click();
    page.locator("#code").fill(regular.get("phone").asString());
    page.keyboard().press("Enter");
    page.locator("#member-name").waitFor();
    page.locator("#amount").fill("1850000");
    page.locator("#quote").locator("li, p, dd").first().waitFor();
  }
}
