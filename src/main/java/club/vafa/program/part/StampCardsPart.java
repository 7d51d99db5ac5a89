package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Beside;
import club.vafa.rewards.LiveRewards;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.StampCard;
import club.vafa.rewards.StampCardForm;
import club.vafa.rewards.StampCards;
import club.vafa.rewards.StampCards.Wish;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The stamp cards in force; one that is not listed ends, and its stamps stay with the members. */
@Component
@Order(30)
class StampCardsPart implements Part {
  private final StampCards cards;
  private final LiveRewards rewards;
  private final Forms forms;

  StampCardsPart(StampCards cards, LiveRewards rewards, Forms forms) {
    this.cards = cards;
    this.rewards = rewards;
    this.forms = forms;
  }

  @Override
  public String section() {
    return "stampCards";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    cards.live(club.id()).forEach(card -> items.put(card.code(), json(wish(club, card))));
    return new Items(items);
  }

  private static Wish wish(Club club, StampCard card) {
    return new Wish(
        card.code(),
        club.unit(card.unit()).code(),
        card.holes(),
        card.names(),
        card.reward(),
        card.carries(),
        card.days(),
        card.changedBy());
  }

  private ObjectNode json(Wish wish) {
    return forms.write(StampCardForm.of(wish));
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    Map<Fields, Wish> wishes = new LinkedHashMap<>();
    for (Fields fields : Fields.entries(section, "/stampCards", becoming.faults())) {
      StampCardForm form = forms.read(fields, StampCardForm.class);
      Wish wish = form == null ? null : fields.noting(form.read(becoming.club(), ""));
      if (wish != null) {
        wishes.put(fields, wish);
      }
    }
    if (becoming.isChecked()) {
      check(wishes, becoming);
    }
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    wishes.values().forEach(wish -> items.put(wish.code(), json(wish)));
    return new Items(items);
  }

  private void check(Map<Fields, Wish> wishes, Becoming becoming) {
    Club club = becoming.before();
    Items live = live(club);
    Set<String> had = new HashSet<>();
    rewards.of(club.id()).stream().map(Reward::code).forEach(had::add);
    Map<String, RewardTerms> listed = becoming.left(RewardTerms.class);
    Map<String, String> units = new HashMap<>();
    wishes.forEach((fields, wish) -> {
      Beside beside = new Beside(listed, rewards.codes(club.id()), units);
      List<Refusal> against = cards.against(becoming.club(), wish, beside);
      // What stands already is only looked at for what this program takes away from it.
      if (!json(wish).equals(live.get(wish.code()))) {
        fields.note(against);
      } else if (had.contains(wish.reward()) && !listed.containsKey(wish.reward())) {
        becoming.faults().add(fields.at("reward"), RewardsCode.REWARD_NOT_FOUND);
      }
      units.putIfAbsent(wish.unit(), wish.code());
    });
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("stampCard", change, telling, SmallPhrases::stampCard);
  }

  @Override
  public void apply(Change change, Publishing how) {
    Club club = how.becoming();
    for (StampCard card : cards.live(club.id())) {
      if (change.removed().contains(card.code())) {
        Put.done(cards.end(club, card.id(), how.actor()));
      }
    }
    for (StampCardForm form : forms.wanted(change, StampCardForm.class)) {
      Put.done(form.read(club, how.actor()).then(wish -> cards.put(club, wish)));
    }
  }
}
