package club.vafa.rewards.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.StampCard;
import club.vafa.rewards.StampCardForm;
import club.vafa.rewards.StampCardId;
import club.vafa.rewards.StampCards;
import club.vafa.rewards.StampCards.Wish;
import club.vafa.ui.Deed;
import club.vafa.ui.Fact;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Kinds of stamp cards: laid out, changed, ended. */
@Hidden
@Controller
class StampCardsPage {
  static final String PATH = RewardsPage.PATH + "/stamp-cards";
  private static final String TEMPLATE = "rewards/stamps";
  private static final int MOST_REWARDS = 1_000;

  private final StampCards cards;
  private final Rewards rewards;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  StampCardsPage(StampCards cards, Rewards rewards, Clubs clubs, Json json, Pages pages) {
    this.cards = cards;
    this.rewards = rewards;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  /** A card as a line of the list. */
  Item item(Screen screen, StampCard card) {
    Map<String, String> gives = gives(screen, screen.club().caller());
    return new Item(
        name(screen, card), PATH + "/" + card.id(), told(screen, card, gives), mark(screen, card));
  }

  private static String told(Screen screen, StampCard card, Map<String, String> gives) {
    return screen.text(
        "rewards.stamps.gives",
        "holes",
        card.holes(),
        "reward",
        gives.getOrDefault(card.reward(), card.reward()));
  }

  private static String name(Screen screen, StampCard card) {
    Map<Language, String> names = card.names();
    return names.getOrDefault(
        screen.language(), names.getOrDefault(Language.EN, names.values().iterator().next()));
  }

  private static Mark mark(Screen screen, StampCard card) {
    return card.state() == StampCard.State.LIVE
        ? new Mark(screen.text("rewards.state.live"), Tone.GOOD)
        : new Mark(screen.text("rewards.state.ended"), Tone.PLAIN);
  }

  /** What can be given, by code. */
  private Map<String, String> gives(Screen screen, Caller caller) {
    Map<String, String> gives = new LinkedHashMap<>();
    for (Reward reward : rewards.list(caller.club(), "", MOST_REWARDS)) {
      if (reward.state() != Reward.State.ENDED) {
        gives.put(reward.code(), RewardWords.terms(reward).name(screen.language()));
      }
    }
    return gives;
  }

  /** Rewards that a full card can give, by code. */
  private Map<String, String> vouchers(Screen screen, Caller caller) {
    Map<String, String> vouchers = new LinkedHashMap<>();
    for (Reward reward : rewards.list(caller.club(), "", MOST_REWARDS)) {
      RewardTerms terms = reward.published();
      if (reward.state() == Reward.State.LIVE && terms != null && terms.voucher() != null) {
        vouchers.put(reward.code(), terms.name(screen.language()));
      }
    }
    return vouchers;
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller) {
    return pages.show(screen, TEMPLATE, entry(screen, caller, Form.EMPTY, null));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<StampCard> made =
        json.read(written.named("stamps"), StampCardForm.class)
            .then(in -> in.read(club, caller.actor()))
            .then(wish -> cards.make(club, wish));
    return pages.after(
        screen,
        made,
        card -> PATH + "/" + card.id(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), null)));
  }

  @GetMapping(PATH + "/{id}/edit")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable("id") String id) {
    StampCard card = find(caller, id);
    Form form = Form.of(document(caller, card));
    return pages.show(screen, TEMPLATE, entry(screen, caller, form, card));
  }

  @PostMapping(PATH + "/{id}/edit")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    StampCard card = find(caller, id);
    Written written = new Written(sent, screen.club());
    Outcome<StampCard> changed =
        json.read(written.over(document(caller, card)), StampCardForm.class)
            .then(in -> in.read(club, caller.actor()))
            .then(wish -> cards.change(club, card.id(), wish));
    return pages.after(
        screen,
        changed,
        done -> PATH + "/" + done.id(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), card)));
  }

  private JsonNode document(Caller caller, StampCard card) {
    Unit unit = clubs.get(caller.club()).unit(card.unit());
    Wish wish =
        new Wish(
            card.code(),
            unit.code(),
            card.holes(),
            card.names(),
            card.reward(),
            card.carries(),
            card.days(),
            card.changedBy());
    return json.tree(StampCardForm.of(wish));
  }

  private StampCard find(Caller caller, String id) {
    return StampCardId.parse(id)
        .flatMap(known -> cards.find(caller.club(), known))
        .orElseThrow(StampCardsPage::unknown);
  }

  private static InputRefused unknown() {
    return new InputRefused(List.of(Refusal.of(RewardsCode.STAMP_CARD_NOT_FOUND)));
  }

  private StampEntry entry(Screen screen, Caller caller, Form form, @Nullable StampCard card) {
    Map<String, String> units = new LinkedHashMap<>();
    for (Unit unit : clubs.get(caller.club()).units()) {
      if (unit.kind() == Unit.Kind.STAMPS) {
        units.put(unit.code(), unit.name(screen.language()));
      }
    }
    String title = card == null ? screen.text("rewards.stamps.new") : name(screen, card);
    String path = card == null ? PATH : PATH + "/" + card.id();
    Form filled = form.or("/carries", "true");
    return new StampEntry(filled, title, path, units, vouchers(screen, caller));
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.REWARDS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  @PostMapping(PATH + "/{id}/end")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> end(Screen screen, Caller caller, @PathVariable("id") String id) {
    StampCardId known = StampCardId.parse(id).orElseThrow(StampCardsPage::unknown);
    return pages.after(
        screen,
        cards.end(clubs.get(caller.club()), known, caller.actor()),
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    StampCard card = find(caller, id);
    Unit unit = clubs.get(caller.club()).unit(card.unit());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("rewards.stamps.holes"), screen.number(card.holes())));
    facts.add(new Fact(screen.text("rewards.unit"), unit.name(screen.language())));
    facts.add(
        new Fact(
            screen.text("rewards.stamps.rest"),
            screen.text(card.carries() ? "rewards.stamps.carries" : "rewards.stamps.lost")));
    facts.add(
        new Fact(
            screen.text("rewards.stamps.life"),
            card.days() == null
                ? screen.text("rewards.stamps.as_stamps")
                : screen.text("rewards.stamps.days", "days", card.days())));
    boolean open = screen.may(Scope.REWARDS_WRITE) && card.state() == StampCard.State.LIVE;
    String path = PATH + "/" + id;
    return new Sheet(
            name(screen, card),
            told(screen, card, gives(screen, caller)),
            mark(screen, card),
            new Link(PATH, screen.text("rewards.stamps.back")))
        .and(new Section(screen.text("rewards.stamps.about"), facts))
        .changedAt(open, new Link(path + "/edit", screen.text("rewards.edit")))
        .offering(
            open,
            new Deed(
                    path + "/end",
                    "",
                    screen.text("rewards.stamps.end"),
                    screen.text("rewards.stamps.end.hint"))
                .forGood())
        .with(faults);
  }
}
