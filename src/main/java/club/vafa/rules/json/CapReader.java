package club.vafa.rules.json;

import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.CampaignDefinition.Cap;
import club.vafa.rules.CampaignDefinition.Per;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.RulesCode;
import club.vafa.rules.Usage.Period;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.effect.CheapestFree;
import club.vafa.rules.effect.Discount;
import club.vafa.rules.effect.Earn;
import club.vafa.rules.effect.Effect;
import club.vafa.rules.effect.Gift;
import club.vafa.rules.effect.Stamp;
import club.vafa.rules.effect.Voucher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads caps and budgets. */
final class CapReader {
  private static final int MOST_CAPS = 10;
  static final List<String> PERS =
      Arrays.stream(Per.values()).map(per -> per.name().toLowerCase(Locale.ROOT)).toList();
  static final List<String> PERIODS =
      Arrays.stream(Period.values()).map(period -> period.name().toLowerCase(Locale.ROOT)).toList();

  private final Vocabulary vocabulary;
  private final Faults faults;

  CapReader(Vocabulary vocabulary, Faults faults) {
    this.vocabulary = vocabulary;
    this.faults = faults;
  }

  /** The units that effects award. */
  static Set<String> units(List<Effect> effects) {
    return effects.stream()
        .map(effect ->
            switch (effect) {
              case Earn earn -> earn.unit();
              case Stamp stamp -> stamp.unit();
              case Discount discount -> "";
              case CheapestFree free -> "";
              case Gift gift -> "";
              case Voucher voucher -> "";
            })
        .filter(unit -> !unit.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Whether nothing says how often one member may have it. */
  boolean uncapped(List<Cap> caps) {
    return caps.stream().noneMatch(cap -> cap.per() == Per.MEMBER && cap.uses() != null);
  }

  List<Cap> caps(Fields fields, List<Effect> effects, @Nullable TriggerKind on) {
    List<Cap> caps = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    List<JsonNode> nodes = fields.list("caps", false, MOST_CAPS);
    for (int at = 0; at < nodes.size(); at++) {
      String pointer = fields.pointer() + "/caps/" + at;
      Cap cap = cap(nodes.get(at), pointer, effects);
      if (cap != null) {
        if (!seen.add(List.of(cap.per(), cap.period()))) {
          faults.add(pointer, RulesCode.DUPLICATE);
        }
        boolean goods = on == TriggerKind.PURCHASE || on == TriggerKind.RETURN;
        if (on != null && !goods && (cap.per() == Per.BRANCH || cap.per() == Per.COUPON)) {
          faults.add(
              pointer + "/per",
              RulesCode.NOT_WITH_TRIGGER,
              Map.of("name", lower(cap.per()), "trigger", lower(on)));
        }
        caps.add(cap);
      }
    }
    return caps;
  }

  private @Nullable Cap cap(JsonNode node, String pointer, List<Effect> effects) {
    Fields fields = Fields.of(node, pointer, faults);
    if (fields == null) {
      return null;
    }
    int before = faults.count();
    String per = fields.choice("per", true, PERS);
    boolean sale = "sale".equals(per);
    fields.knowing(
        sale
            ? List.of("per", "units", "money")
            : List.of("per", "period", "uses", "units", "money"));
    Period period = sale ? Period.EVER : period(fields);
    Long uses = sale ? null : number(fields, "uses", 0);
    Long units = units(fields, effects);
    Long money = number(fields, "money", vocabulary.moneyDecimals());
    if (faults.count() == before && uses == null && units == null && money == null) {
      faults.add(pointer, RulesCode.NO_LIMIT);
    }
    return faults.count() > before || per == null
        ? null
        : new Cap(Per.valueOf(per.toUpperCase(Locale.ROOT)), period, uses, units, money);
  }

  @Nullable Budget budget(Fields campaign, List<Effect> effects) {
    JsonNode node = campaign.optional("budget");
    Fields fields = node == null ? null : Fields.of(node, campaign.at("budget"), faults);
    if (fields == null) {
      return null;
    }
    int before = faults.count();
    fields.knowing(List.of("units", "money", "period"));
    Period period = period(fields);
    Long units = units(fields, effects);
    Long money = number(fields, "money", vocabulary.moneyDecimals());
    if (faults.count() == before && units == null && money == null) {
      faults.add(fields.pointer(), RulesCode.NO_LIMIT);
    }
    return faults.count() > before ? null : new Budget(period, units, money);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Period period(Fields fields) {
    String period = fields.choice("period", false, PERIODS);
    return period == null ? Period.EVER : Period.valueOf(period.toUpperCase(Locale.ROOT));
  }

  /** A limit in units has the decimals of the one unit that is awarded. */
  private @Nullable Long units(Fields fields, List<Effect> effects) {
    if (fields.optional("units") == null) {
      return null;
    }
    Set<String> units = units(effects);
    if (units.size() != 1) {
      // Faulty effects are left out, and say what is wrong themselves.
      if (faults.count() == 0) {
        faults.add(fields.at("units"), RulesCode.ONE_UNIT_NEEDED, Map.of("count", units.size()));
      }
      return null;
    }
    UnitInfo unit = vocabulary.units().get(units.iterator().next());
    return unit == null ? null : number(fields, "units", unit.decimals());
  }

  private @Nullable Long number(Fields fields, String name, int decimals) {
    JsonNode node = fields.optional(name);
    return node == null
        ? null
        : Values.minor(node, fields.at(name), decimals, 0, Whole.MOST, faults);
  }
}
