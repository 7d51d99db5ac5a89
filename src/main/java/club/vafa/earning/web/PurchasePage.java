package club.vafa.earning.web;

import club.vafa.activity.Activity;
import club.vafa.activity.Event;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.campaigns.CampaignId;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Earning;
import club.vafa.earning.EarningCode;
import club.vafa.earning.web.ActivityPart.Doing;
import club.vafa.earning.web.PurchaseSheet.Look;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.TypeId;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a member did, and each purchase with what it brought and why. */
@Hidden
@Controller
class PurchasePage {
  private static final int LATEST = 20;
  private static final String APPLIED = "applied";

  private final Earning earning;
  private final Activity activity;
  private final Members members;
  private final Explanations explanations;
  private final Campaigns campaigns;
  private final Clubs clubs;
  private final Pages pages;

  PurchasePage(
      Earning earning,
      Activity activity,
      Members members,
      Explanations explanations,
      Campaigns campaigns,
      Clubs clubs,
      Pages pages) {
    this.earning = earning;
    this.activity = activity;
    this.members = members;
    this.explanations = explanations;
    this.campaigns = campaigns;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/console/purchases/{id}")
  @Needs(Scope.PURCHASES_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable String id) {
    Club club = clubs.get(caller.club());
    Purchase purchase =
        TypeId.parse(Purchase.PREFIX, id)
            .flatMap(key -> earning.find(club.id(), key))
            .orElseThrow(
                () -> new InputRefused(List.of(Refusal.of(EarningCode.PURCHASE_NOT_FOUND))));
    Optional<Profile> buyer =
        Optional.ofNullable(purchase.member())
            .flatMap(member -> members.profile(club.id(), member));
    return pages.show(
        screen,
        "earning/purchase",
        new PurchaseSheet(
            purchase,
            buyer.map(Profile::name).orElse(""),
            purchase.branch() == null
                ? ""
                : Branch.named(clubs.branches(club.id()), purchase.branch()),
            looks(screen, club, purchase),
            activity.returns(club.id(), purchase.id())));
  }

  /** Those that gave something first. */
  private List<Look> looks(Screen screen, Club club, Purchase purchase) {
    Map<String, List<String>> awards = explanations.awards(club, screen.language(), purchase);
    return explanations
        .looks(club, screen.language(), earning.explain(club.id(), purchase))
        .stream()
        .map(view ->
            new Look(
                TypeId.parse(CampaignId.PREFIX, view.campaign())
                    .map(id ->
                        campaigns.definition(club, id, view.version()).name(screen.language()))
                    .orElse(view.code()),
                view.reason().replace(view.code() + ": ", ""),
                view.verdict().equals(APPLIED),
                awards.getOrDefault(view.campaign(), List.of()),
                view.rules()))
        .sorted(Comparator.comparing(Look::applied).reversed())
        .toList();
  }

  @GetMapping("/console/members/{id}/activity")
  @Needs({Scope.MEMBERS_READ, Scope.PURCHASES_READ})
  ResponseEntity<byte[]> activity(Screen screen, Caller caller, @PathVariable String id) {
    MemberId member = InputRefused.unlessDone(members.named(caller.club(), id));
    Club club = clubs.get(caller.club());
    List<Doing> doings = new ArrayList<>();
    List<Purchase> purchases = activity.purchasesOf(club.id(), member, LATEST);
    List<Branch> branches = clubs.branches(club.id());
    purchases.forEach(purchase -> doings.add(Doing.of(screen, purchase, branches)));
    activity
        .returns(club.id(), purchases.stream().map(Purchase::id).toList())
        .forEach(goods -> doings.add(returned(screen, goods)));
    Map<String, String> names = new HashMap<>();
    activity
        .eventTypes(club.id())
        .forEach(type ->
            names.put(type.code(), type.names().getOrDefault(screen.language(), type.code())));
    for (Event event : activity.latestEvents(club.id(), member, LATEST)) {
      doings.add(
          new Doing(
              "flag",
              names.getOrDefault(event.type(), told(screen, event.type())),
              event.occurredAt(),
              "",
              null));
    }
    doings.sort(Comparator.comparing(Doing::at).reversed());
    return pages.show(
        screen, "earning/activity", new ActivityPart(doings.stream().limit(LATEST).toList()));
  }

  /** Those Vafa raises itself have names of ours. */
  private static String told(Screen screen, String type) {
    String key = "earning.event." + type;
    String text = screen.text(key);
    return text.equals(key) ? type : text;
  }

  private static Doing returned(Screen screen, Return goods) {
    return new Doing(
        "arrow-back-up",
        screen.text("earning.activity.return"),
        goods.occurredAt(),
        screen.money(goods.refund()),
        "/console/purchases/" + TypeId.text(Purchase.PREFIX, goods.purchase()));
  }
}
