package club.vafa.console.web;

import club.vafa.activity.Activity;
import club.vafa.activity.Purchase;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.console.web.Found.Group;
import club.vafa.console.web.Found.Hit;
import club.vafa.goods.Goods;
import club.vafa.goods.Item;
import club.vafa.goods.ItemFilter;
import club.vafa.kernel.Digits;
import club.vafa.kernel.TypeId;
import club.vafa.members.IdentifierKey;
import club.vafa.members.MemberFilter;
import club.vafa.members.MemberNames;
import club.vafa.members.Members;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** One search for everything: members, receipts, goods, campaigns and pages. */
@Hidden
@Controller
class SearchPage {
  private static final int MOST = 6;
  private static final int CAMPAIGNS = 200;

  private final Members members;
  private final Activity activity;
  private final Campaigns campaigns;
  private final Goods goods;
  private final Clubs clubs;
  private final Pages pages;

  SearchPage(
      Members members,
      Activity activity,
      Campaigns campaigns,
      Goods goods,
      Clubs clubs,
      Pages pages) {
    this.members = members;
    this.activity = activity;
    this.campaigns = campaigns;
    this.goods = goods;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/console/search")
  @Needs({})
  ResponseEntity<byte[]> search(
      Screen screen, Caller caller, @RequestParam(defaultValue = "") String q) {
    String wanted = q.strip();
    Club club = clubs.get(caller.club());
    List<Group> groups = new ArrayList<>();
    if (!wanted.isEmpty()) {
      if (screen.may(Scope.MEMBERS_READ)) {
        groups.add(members(screen, club, wanted));
      }
      if (screen.may(Scope.PURCHASES_READ)) {
        groups.add(new Group(screen.text("console.receipts"), receipts(screen, club, wanted)));
      }
      if (screen.may(Scope.GOODS_READ)) {
        groups.add(goods(screen, club, wanted));
      }
      if (screen.may(Scope.CAMPAIGNS_READ)) {
        groups.add(campaigns(screen, club, wanted));
      }
    }
    groups.add(new Group(screen.text("console.search.pages"), menu(screen, wanted)));
    groups.removeIf(group -> group.hits().isEmpty());
    return pages.show(
        screen, screen.fragment() ? "console/found" : "console/search", new Found(wanted, groups));
  }

  private Group members(Screen screen, Club club, String wanted) {
    MemberFilter filter =
        new MemberFilter(wanted, null, null, null, null, MemberFilter.Order.JOINED, true);
    Page<Hit> found =
        InputRefused.unlessDone(
                members.listed(club.id(), club.region(), filter, new Members.Part(null, MOST)))
            .map(profile ->
                new Hit(
                    MemberNames.plain(screen, profile),
                    profile.identifiers().stream().findFirst().map(IdentifierKey::text).orElse(""),
                    "/console/members/" + profile.id(),
                    "user"));
    return group(screen.text("members.title"), found, "/console/members", wanted);
  }

  private List<Hit> receipts(Screen screen, Club club, String wanted) {
    List<Purchase> found =
        TypeId.parse(Purchase.PREFIX, wanted)
            .map(id -> activity.purchase(club.id(), id).stream().toList())
            .orElseGet(() -> activity.called(club.id(), Digits.western(wanted)));
    return found.stream()
        .map(purchase ->
            new Hit(
                purchase.key().externalId(),
                screen.time(purchase.occurredAt())
                    + " · "
                    + screen.money(purchase.total() - purchase.discount()),
                "/console/purchases/" + TypeId.text(Purchase.PREFIX, purchase.id()),
                "receipt"))
        .toList();
  }

  private Group goods(Screen screen, Club club, String wanted) {
    ItemFilter filter = new ItemFilter(wanted, null, null, null, null, true);
    Page<Hit> found =
        goods.list(club.id(), filter, new NamedPaging(MOST, "")).map(item -> hit(screen, item));
    return group(screen.text("goods.title"), found, "/console/goods", wanted);
  }

  /** The first of what was found, and the list where the same search finds the rest. */
  private static Group group(String title, Page<Hit> found, String list, String wanted) {
    String all = list + "?q=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    return new Group(title, found.data(), found.next() == null ? null : all);
  }

  private static Hit hit(Screen screen, Item item) {
    Long price = item.price();
    return new Hit(
        item.name(screen.language()),
        price == null ? item.code() : screen.money(price),
        "/console/goods/" + item.id(),
        "shopping-bag");
  }

  private Group campaigns(Screen screen, Club club, String wanted) {
    List<Hit> found =
        campaigns.list(club.id(), "", CAMPAIGNS).stream()
            .filter(
                campaign -> has(named(screen, campaign), wanted) || has(campaign.code(), wanted))
            .map(campaign ->
                new Hit(
                    named(screen, campaign),
                    "",
                    "/console/campaigns/" + campaign.id() + "/edit",
                    "speakerphone"))
            .toList();
    return new Group(
        screen.text("campaigns.title"),
        found.subList(0, Math.min(MOST, found.size())),
        found.size() > MOST ? "/console/campaigns" : null);
  }

  private static String named(Screen screen, Campaign campaign) {
    JsonNode definition = campaign.published() == null ? campaign.draft() : campaign.published();
    JsonNode names = definition == null ? null : definition.get("name");
    if (names == null || names.isEmpty()) {
      return campaign.code();
    }
    JsonNode own = names.get(screen.language().code());
    return own == null ? names.iterator().next().asString() : own.asString();
  }

  private static List<Hit> menu(Screen screen, String wanted) {
    return screen.menu().stream()
        .map(entry -> new Hit(screen.text(entry.title()), "", entry.path(), entry.icon()))
        .filter(hit -> has(hit.text(), wanted))
        .toList();
  }

  private static boolean has(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }
}
