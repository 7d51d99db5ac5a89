package club.vafa.pictures;

import club.vafa.pictures.Sight.Who;
import com.microsoft.playwright.Page;
import java.util.List;

/** What is worth a picture. */
final class Sights {
  static final List<Sight> ALL =
      List.of(
          Sight.at("login", Who.ANYBODY, "/login"),
          Sight.at("today", Who.OWNER, "/console/today"),
          Sight.at("members", Who.OWNER, "/console/members"),
          new Sight("member", Who.OWNER, Sights::member),
          Sight.at("campaigns", Who.OWNER, "/console/campaigns"));

  private Sights() {}

  private static void member(Page page, String site) {
    page.navigate(site + "/console/members");
    page.locator("#found a.name").first().click();
  }
}
