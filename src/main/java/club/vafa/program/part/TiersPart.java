package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.kernel.InputCode;
import club.vafa.program.part.Becoming.Named;
import club.vafa.tiers.LiveTiers;
import club.vafa.tiers.TierSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sets of tiers in force; a set that is not listed ends, a tier of a set stays. */
@Component
@Order(10)
class TiersPart implements Part {
  private static final String PLACE = "place";

  private final LiveTiers tiers;

  TiersPart(LiveTiers tiers) {
    this.tiers = tiers;
  }

  @Override
  public String section() {
    return "tiers";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    return items(club, tiers.of(club));
  }

  /** The first set is told with purchases; which it is stands there where codes do not say it. */
  private Items items(Club club, List<TierSet> sets) {
    boolean sorted = sets.stream().map(TierSet::code).sorted().toList().equals(codesOf(sets));
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (int at = 0; at < sets.size(); at++) {
      ObjectNode json = json(club, sets.get(at));
      if (!sorted) {
        json.put(PLACE, at + 1);
      }
      items.put(sets.get(at).code(), json);
    }
    return new Items(items);
  }

  private static List<String> codesOf(List<TierSet> sets) {
    return sets.stream().map(TierSet::code).toList();
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    Map<Fields, TierSet> sets = new LinkedHashMap<>();
    for (Fields fields : Fields.entries(section, "/tiers", becoming.faults())) {
      fields.required("code");
      String code = fields.text("code");
      if (code != null) {
        if (fields.node().has(PLACE) && !fields.node().path(PLACE).isNumber()) {
          becoming.faults().add(fields.at(PLACE), InputCode.NOT_A_NUMBER);
        }
        TierSet set = fields.noting(tiers.read(becoming.club(), code, definition(fields.node())));
        if (set != null) {
          sets.put(fields, set);
        }
      }
    }
    if (becoming.isChecked()) {
      check(sets, becoming);
    }
    List<Map.Entry<Fields, TierSet>> ordered = new ArrayList<>(sets.entrySet());
    ordered.sort(
        Comparator.comparingInt((Map.Entry<Fields, TierSet> one) -> place(one.getKey().node()))
            .thenComparing(one -> one.getValue().code()));
    return items(becoming.club(), ordered.stream().map(Map.Entry::getValue).toList());
  }

  private static int place(JsonNode item) {
    return item.path(PLACE).asInt(Integer.MAX_VALUE);
  }

  private void check(Map<Fields, TierSet> sets, Becoming becoming) {
    sets.forEach((fields, set) -> {
      List<TierSet> others = new ArrayList<>(sets.values());
      others.removeIf(other -> other.code().equals(set.code()));
      fields.note(tiers.against(becoming.club(), set, others));
    });
    becoming.list(Named.TIER, codes(sets.values()), codes(tiers.of(becoming.before())));
  }

  private static Set<String> codes(Collection<TierSet> sets) {
    Set<String> codes = new HashSet<>();
    sets.forEach(set -> codes.addAll(set.codes()));
    return codes;
  }

  private static ObjectNode definition(JsonNode item) {
    ObjectNode definition = item.deepCopy().asObject();
    definition.remove(List.of("code", PLACE));
    return definition;
  }

  private ObjectNode json(Club club, TierSet set) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("code", set.code());
    return json.setAll(tiers.definition(club, set)).asObject();
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("tierSet", change, telling, TierPhrases::of);
  }

  @Override
  public void apply(Change change, Publishing how) {
    for (String code : change.removed()) {
      tiers.end(how.becoming(), code, how.actor());
    }
    for (String code : change.wanted()) {
      ObjectNode item = Objects.requireNonNull(change.after().get(code));
      TierSet set = Put.done(tiers.read(how.becoming(), code, definition(item)));
      tiers.put(how.becoming(), set, how.actor());
    }
    if (!change.wanted().isEmpty()) {
      tiers.arrange(
          how.becoming(),
          change.after().byCode().values().stream()
              .sorted(Comparator.comparingInt(TiersPart::place))
              .map(item -> item.path("code").asString(""))
              .toList());
    }
  }
}
