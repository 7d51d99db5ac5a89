package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.program.part.Becoming.Named;
import club.vafa.rewards.LiveRewards;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardForm;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.Rewards;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue in force; a reward that is not listed is withdrawn, its vouchers go on. */
@Component
@Order(20)
class RewardsPart implements Part {
  private final LiveRewards rewards;
  private final Forms forms;

  RewardsPart(LiveRewards rewards, Forms forms) {
    this.rewards = rewards;
    this.forms = forms;
  }

  @Override
  public String section() {
    return "rewards";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Reward reward : rewards.of(club.id())) {
      items.put(
          reward.code(), json(club, reward.code(), Objects.requireNonNull(reward.published())));
    }
    return new Items(items);
  }

  private ObjectNode json(Club club, String code, RewardTerms terms) {
    return forms.write(RewardForm.of(club, code, terms));
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    Map<String, RewardTerms> left = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/rewards", becoming.faults())) {
      Rewards.Named read = read(fields, becoming);
      if (read != null) {
        items.put(read.code(), json(becoming.club(), read.code(), read.terms()));
        left.put(read.code(), read.terms());
      }
    }
    becoming.leave(RewardTerms.class, left);
    if (becoming.isChecked()) {
      becoming.list(Named.REWARD, left.keySet(), live(becoming.before()).byCode().keySet());
    }
    return new Items(items);
  }

  private Rewards.@Nullable Named read(Fields fields, Becoming becoming) {
    RewardForm form = forms.read(fields, RewardForm.class);
    return form == null
        ? null
        : fields.noting(form.read(becoming.club(), becoming.names(Named.TIER)));
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("reward", change, telling, RewardPhrases::of);
  }

  @Override
  public void apply(Change change, Publishing how) {
    for (RewardForm form : forms.wanted(change, RewardForm.class)) {
      Rewards.Named named = Put.done(form.read(how.becoming(), null));
      rewards.put(how.club().id(), named, how.actor());
    }
    for (String code : change.removed()) {
      Put.done(rewards.end(how.club().id(), code, how.actor()));
    }
  }
}
