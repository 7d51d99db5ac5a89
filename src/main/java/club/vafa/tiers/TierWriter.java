package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.tiers.TierSet.By;
import club.vafa.tiers.TierSet.Down;
import club.vafa.tiers.TierSet.Keep;
import club.vafa.tiers.TierSet.Match;
import club.vafa.tiers.TierSet.Need;
import club.vafa.tiers.TierSet.Period;
import club.vafa.tiers.TierSet.Tier;
import club.vafa.tiers.TierSet.Up;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the definition of a set as {@link TierReader} reads it, without what is so by itself. */
final class TierWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Club club;

  TierWriter(Club club) {
    this.club = club;
  }

  ObjectNode write(TierSet set) {
    ObjectNode json = JSON.objectNode();
    texts(json, "names", set.names());
    if (set.match() != Match.ANY) {
      json.put("match", Form.lower(set.match()));
    }
    json.set("period", period(set.period()));
    if (set.up() != Up.AT_ONCE) {
      json.put("up", Form.lower(set.up()));
    }
    json.set("keep", keep(set.keep()));
    if (set.down() != Down.ONE_STEP || set.grace() > 0) {
      ObjectNode down = json.putObject("down").put("mode", Form.lower(set.down()));
      if (set.grace() > 0) {
        down.put("graceDays", set.grace());
      }
    }
    if (!set.takesBack()) {
      json.put("returns", "keep");
    }
    ArrayNode tiers = json.putArray("tiers");
    set.tiers().forEach(tier -> tiers.add(tier(tier)));
    return json;
  }

  private static ObjectNode period(Period period) {
    ObjectNode json = JSON.objectNode();
    switch (period) {
      case Period.Rolling(int months, int days) -> {
        json.put("kind", "rolling");
        if (months > 0) {
          json.put("months", months);
        }
        if (days > 0) {
          json.put("days", days);
        }
      }
      case Period.Calendar(TierSet.Of of) -> json.put("kind", "calendar").put("of", Form.lower(of));
      case Period.Ever() -> json.put("kind", "ever");
    }
    return json;
  }

  private static ObjectNode keep(Keep keep) {
    ObjectNode json = JSON.objectNode();
    switch (keep) {
      case Keep.EndOfPeriod() -> json.put("until", "end_of_period");
      case Keep.EndOfNextPeriod() -> json.put("until", "end_of_next_period");
      case Keep.Months(int months) -> json.put("until", "months").put("months", months);
      case Keep.Ever() -> json.put("until", "ever");
    }
    return json;
  }

  private ObjectNode tier(Tier tier) {
    ObjectNode json = JSON.objectNode();
    json.put("code", tier.code());
    texts(json, "names", tier.names());
    if (tier.color() != null) {
      json.put("color", tier.color());
    }
    texts(json, "benefits", tier.benefits());
    if (!tier.needs().isEmpty()) {
      ArrayNode needs = json.putArray("needs");
      tier.needs().forEach(need -> needs.add(need(need)));
    }
    return json;
  }

  private ObjectNode need(Need need) {
    ObjectNode json = JSON.objectNode();
    json.put("by", Form.lower(need.measure().by()));
    if (need.measure().by() == By.EARNED) {
      json.put("unit", need.measure().unit());
    }
    int decimals = TierReader.decimals(club, need.measure());
    return json.put("atLeast", Amount.plain(need.atLeast(), decimals));
  }

  private static void texts(ObjectNode json, String name, Map<Language, String> texts) {
    if (!texts.isEmpty()) {
      ObjectNode all = json.putObject(name);
      Language.byCode(texts).forEach(all::put);
    }
  }
}
