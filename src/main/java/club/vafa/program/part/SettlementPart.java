package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.program.part.ItemSayings.Saying;
import club.vafa.settlement.Price;
import club.vafa.settlement.PriceForm;
import club.vafa.settlement.PriceList;
import club.vafa.settlement.Settlement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What partners of a coalition pay and get for a unit, as it holds today. Who the partners are is
 * not part of a program: that is about shops.
 */
@Component
@Order(17)
class SettlementPart implements Part {
  private final Settlement settlement;
  private final Forms forms;

  SettlementPart(Settlement settlement, Forms forms) {
    this.settlement = settlement;
    this.forms = forms;
  }

  @Override
  public String section() {
    return "settlement";
  }

  @Override
  public boolean stays() {
    return true;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    prices(club).forEach((code, price) -> items.put(code, json(club, code, price)));
    return new Items(items);
  }

  private Map<String, Price> prices(Club club) {
    return settlement.prices(club).map(PriceList::prices).orElse(Map.of());
  }

  /** Known by the code of its unit, like the other things that are said of one. */
  private ObjectNode json(Club club, String code, Price price) {
    ObjectNode form = forms.write(PriceForm.of(club, code, price));
    form.remove("unit");
    return JsonNodeFactory.instance.objectNode().put("code", code).setAll(form).asObject();
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/settlement", becoming.faults())) {
      Unit unit = becoming.unit(fields, "code");
      Price price = unit == null ? null : read(fields, becoming);
      if (unit != null && price != null) {
        items.put(unit.code(), json(becoming.club(), unit.code(), price));
      }
    }
    return new Items(items);
  }

  private @Nullable Price read(Fields fields, Becoming becoming) {
    ObjectNode entry = fields.node().deepCopy().asObject();
    entry.set("unit", entry.remove("code"));
    PriceForm form =
        forms.read(new Fields(entry, fields.pointer(), fields.faults()), PriceForm.class);
    if (form == null) {
      return null;
    }
    Input input = new Input();
    Map<String, Price> read = PriceForm.read(becoming.club(), List.of(form), input);
    input
        .refusals()
        .forEach(fault ->
            fields
                .faults()
                .add(
                    fields.pointer() + fault.pointer().replaceFirst("^/prices/0", ""),
                    fault.code(),
                    fault.args()));
    return input.faulty() ? null : read.get(String.valueOf(form.unit()));
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("settlement", change, telling, SettlementPart::phrases);
  }

  private static Map<String, List<String>> phrases(ObjectNode price, Saying saying) {
    return Map.of(
        "price",
        List.of(
            saying.say(
                "settlement.price",
                Map.of(
                    "issue", new BigDecimal(price.path("issue").asString("0")),
                    "spend", new BigDecimal(price.path("spend").asString("0")),
                    "back", price.path("expiredBack").asInt(0)))));
  }

  /** The prices that are not named stay beside those that are. */
  @Override
  public void apply(Change change, Publishing how) {
    if (change.wanted().isEmpty()) {
      return;
    }
    Club club = how.becoming();
    Map<String, Price> prices = new TreeMap<>(prices(club));
    for (String code : change.wanted()) {
      ObjectNode item = Objects.requireNonNull(change.after().get(code));
      Becoming known = Becoming.known(club);
      prices.put(code, Objects.requireNonNull(read(new Fields(item, "", known.faults()), known)));
    }
    Put.done(settlement.put(club, new PriceList(settlement.today(club), prices), how.actor()));
  }
}
