package club.vafa.rewards.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardId;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.RewardsCode;
import club.vafa.tiers.TierSet;
import club.vafa.tiers.Tiers;
import club.vafa.ui.Deed;
import club.vafa.ui.Fact;
import club.vafa.ui.Faults;
import club.vafa.ui.Link;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Subpage;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of rewards for owners: looked at, published, ended. */
@Hidden
@Controller
class RewardsPage implements MenuEntry {
  static final String PATH = "/console/rewards";
  static final List<Subpage> TABS =
      List.of(
          new Subpage("rewards.tab.catalogue", PATH, Scope.REWARDS_READ, true),
          new Subpage("rewards.tab.claims", ClaimsPage.PATH, Scope.REWARDS_READ),
          new Subpage("rewards.tab.vouchers", VouchersPage.PATH, Scope.REWARDS_READ),
          new Subpage("rewards.tab.stamps", StampCardsPage.PATH, Scope.REWARDS_READ));

  private final Rewards rewards;
  private final Tiers tiers;
  private final Clubs clubs;
  private final Pages pages;

  RewardsPage(Rewards rewards, Tiers tiers, Clubs clubs, Pages pages) {
    this.rewards = rewards;
    this.tiers = tiers;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.REWARDS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  @PostMapping(PATH + "/{id}/turn")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> turn(
      Screen screen, Caller caller, @PathVariable("id") String id, @RequestParam("to") String to) {
    RewardId known = RewardId.parse(id).orElseThrow(RewardsPage::unknown);
    Outcome<Reward> turned =
        switch (to) {
          case "published" -> rewards.publish(caller.club(), known, caller.actor());
          case "ended" -> rewards.end(caller.club(), known, caller.actor());
          default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
        };
    return pages.after(
        screen,
        turned,
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  static InputRefused unknown() {
    return new InputRefused(List.of(Refusal.of(RewardsCode.REWARD_NOT_FOUND)));
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    Club club = clubs.get(caller.club());
    Reward reward =
        RewardId.parse(id)
            .flatMap(known -> rewards.find(club.id(), known))
            .orElseThrow(RewardsPage::unknown);
    RewardWords words = new RewardWords(screen, club);
    String path = PATH + "/" + id;
    boolean open = screen.may(Scope.REWARDS_WRITE) && reward.state() != Reward.State.ENDED;
    Sheet sheet =
        new Sheet(
            words.name(reward),
            screen.text("rewards.called", "code", reward.code()),
            words.mark(reward),
            new Link(PATH, screen.text("rewards.back")));
    RewardTerms published = reward.published();
    RewardTerms draft = reward.draft();
    if (published != null) {
      sheet = sheet.and(new Section(screen.text("rewards.counts"), facts(words, published)));
    }
    if (draft != null) {
      sheet = sheet.and(new Section(screen.text("rewards.drafted"), facts(words, draft)));
    }
    return sheet
        .changedAt(open, new Link(path + "/edit", screen.text("rewards.edit")))
        .offering(open && draft != null, deed(screen, path, "published"))
        .offering(open, deed(screen, path, "ended").forGood())
        .with(faults);
  }

  private static Deed deed(Screen screen, String path, String to) {
    return new Deed(
        path + "/turn",
        to,
        screen.text("rewards.turn." + to),
        screen.text("rewards.turn." + to + ".hint"));
  }

  private List<Fact> facts(RewardWords words, RewardTerms terms) {
    Screen screen = words.screen();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("rewards.names"), terms.name(screen.language())));
    facts.add(new Fact(screen.text("rewards.kind"), words.kind(terms)));
    facts.add(new Fact(screen.text("rewards.price"), words.prices(terms)));
    Map<String, String> tierNames = tierNames(words);
    tierPrices(words, terms, tierNames, facts);
    String told = terms.descriptions().get(screen.language());
    if (told != null) {
      facts.add(new Fact(screen.text("rewards.description"), told));
    }
    facts.add(new Fact(screen.text("rewards.stock"), words.stock(terms)));
    if (terms.limit() != null) {
      facts.add(new Fact(screen.text("rewards.limit"), words.limit(terms.limit())));
    }
    visible(words, terms, tierNames, facts);
    if (terms.voucher() != null) {
      facts.add(new Fact(screen.text("rewards.voucher"), words.benefit(terms.voucher().benefit())));
    }
    facts.add(new Fact(screen.text("rewards.handing"), words.handing(terms)));
    if (terms.cost() != null) {
      facts.add(new Fact(screen.text("rewards.cost"), screen.money(terms.cost())));
    }
    return facts;
  }

  private static void tierPrices(
      RewardWords words, RewardTerms terms, Map<String, String> tierNames, List<Fact> facts) {
    tierNames.forEach((tier, name) ->
        terms.prices().stream()
            .filter(price -> price.tiers().containsKey(tier))
            .forEach(price ->
                facts.add(
                    new Fact(
                        words.screen().text("rewards.price.tier", "tier", name),
                        words.price(price, tier)))));
  }

  private static void visible(
      RewardWords words, RewardTerms terms, Map<String, String> tierNames, List<Fact> facts) {
    Screen screen = words.screen();
    if (terms.visible().from() != null) {
      facts.add(new Fact(screen.text("rewards.from"), screen.day(terms.visible().from())));
    }
    if (terms.visible().until() != null) {
      facts.add(
          new Fact(
              screen.text("rewards.until"), screen.day(terms.visible().until().minusMillis(1))));
    }
    if (!terms.visible().tiers().isEmpty()) {
      facts.add(
          new Fact(
              screen.text("rewards.tiers"),
              String.join(
                  screen.text("rewards.comma"),
                  terms.visible().tiers().stream()
                      .map(code -> tierNames.getOrDefault(code, code))
                      .sorted()
                      .toList())));
    }
  }

  /** The tiers of the club by code, as the reader calls them. */
  private Map<String, String> tierNames(RewardWords words) {
    Map<String, String> names = new LinkedHashMap<>();
    for (TierSet set : tiers.live(words.club())) {
      set.tiers().forEach(tier -> names.put(tier.code(), tier.name(words.screen().language())));
    }
    return names;
  }

  @Override
  public String title() {
    return "rewards.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "gift";
  }

  @Override
  public int place() {
    return 400;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.REWARDS_READ;
  }
}
