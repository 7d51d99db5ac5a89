package club.vafa.rewards.web;

import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardForm;
import club.vafa.rewards.RewardId;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.Rewards.Named;
import club.vafa.tiers.Tiers;
import club.vafa.ui.Form;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rewards written down by their owner. */
@Hidden
@Controller
class RewardEditPage {
  private static final String TEMPLATE = "rewards/edit";

  private final Rewards rewards;
  private final Tiers tiers;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  RewardEditPage(Rewards rewards, Tiers tiers, Clubs clubs, Json json, Pages pages) {
    this.rewards = rewards;
    this.tiers = tiers;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(RewardsPage.PATH + "/new")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller) {
    return pages.show(screen, TEMPLATE, entry(screen, clubs.get(caller.club()), Form.EMPTY, null));
  }

  @PostMapping(RewardsPage.PATH + "/new")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<Reward> made =
        read(club, written.named("reward"))
            .then(named -> rewards.draft(club.id(), named.code(), named.terms(), caller.actor()))
            .then(reward -> published(caller, sent, reward));
    return pages.after(
        screen,
        made,
        reward -> RewardsPage.PATH + "/" + reward.id(),
        new Again(TEMPLATE, faults -> entry(screen, club, written.form(faults), null)));
  }

  @GetMapping(RewardsPage.PATH + "/{id}/edit")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    Reward reward = find(club, id);
    return pages.show(
        screen, TEMPLATE, entry(screen, club, Form.of(document(club, reward)), reward));
  }

  @PostMapping(RewardsPage.PATH + "/{id}/edit")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Reward reward = find(club, id);
    Written written = new Written(sent, screen.club());
    Outcome<Reward> changed =
        read(club, written.over(document(club, reward)))
            .then(named -> rewards.redraft(club.id(), reward.id(), named, caller.actor()))
            .then(redrafted -> published(caller, sent, redrafted));
    return pages.after(
        screen,
        changed,
        done -> RewardsPage.PATH + "/" + done.id(),
        new Again(TEMPLATE, faults -> entry(screen, club, written.form(faults), reward)));
  }

  private Outcome<Reward> published(
      Caller caller, MultiValueMap<String, String> sent, Reward reward) {
    return "publish".equals(sent.getFirst("then"))
        ? rewards.publish(caller.club(), reward.id(), caller.actor())
        : Outcome.done(reward);
  }

  private Reward find(Club club, String id) {
    return RewardId.parse(id)
        .flatMap(known -> rewards.find(club.id(), known))
        .orElseThrow(RewardsPage::unknown);
  }

  /** The draft, or what counts, as the API takes it. */
  private JsonNode document(Club club, Reward reward) {
    return json.tree(
        RewardForm.of(
            club,
            reward.code(),
            Objects.requireNonNull(reward.draft() == null ? reward.published() : reward.draft())));
  }

  private Outcome<Named> read(Club club, ObjectNode document) {
    withoutEmptied(document);
    return json.read(document, RewardForm.class).then(in -> in.read(club, tiers.codes(club)));
  }

  /** A price whose unit and amount were cleared is meant to go, whatever else it had. */
  private static void withoutEmptied(ObjectNode document) {
    if (document.get("prices") instanceof ArrayNode prices) {
      for (int at = prices.size() - 1; at >= 0; at--) {
        JsonNode price = prices.get(at);
        if (!price.hasNonNull("unit") && !price.hasNonNull("amount")) {
          prices.remove(at);
        }
      }
    }
  }

  private RewardEntry entry(Screen screen, Club club, Form form, @Nullable Reward reward) {
    Map<String, String> tierNames = new LinkedHashMap<>();
    Language language = screen.language();
    tiers
        .live(club)
        .forEach(
            set -> set.tiers().forEach(tier -> tierNames.put(tier.code(), tier.name(language))));
    return new RewardEntry(form, new RewardWords(screen, club), tierNames, reward);
  }
}
