package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Conversion;
import club.vafa.clubs.ConversionView;
import club.vafa.clubs.ConversionView.ConversionRequest;
import club.vafa.clubs.Unit;
import club.vafa.rules.RulesCode;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which units members may turn into which; one that is not listed stays. */
@Component
@Order(16)
class ConversionsPart implements Part {
  private final Clubs clubs;
  private final Forms forms;

  ConversionsPart(Clubs clubs, Forms forms) {
    this.clubs = clubs;
    this.forms = forms;
  }

  @Override
  public String section() {
    return "conversions";
  }

  @Override
  public boolean stays() {
    return true;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    clubs.conversions(club.id()).forEach(one -> items.put(code(one), json(club, one)));
    return new Items(items);
  }

  @Override
  public String code(JsonNode entry) {
    return entry.path("from").asString("") + " " + entry.path("to").asString("");
  }

  private static String code(Conversion conversion) {
    return conversion.from() + " " + conversion.to();
  }

  private ObjectNode json(Club club, Conversion conversion) {
    return forms.write(ConversionView.of(club, conversion));
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/conversions", becoming.faults())) {
      Conversion read = read(fields, becoming);
      if (read != null && items.put(code(read), json(becoming.club(), read)) != null) {
        becoming.faults().add(fields.pointer(), RulesCode.DUPLICATE);
      }
    }
    return new Items(items);
  }

  private @Nullable Conversion read(Fields fields, Becoming becoming) {
    Unit from = becoming.unit(fields, "from");
    Unit into = becoming.unit(fields, "to");
    ConversionRequest form = forms.read(terms(fields), ConversionRequest.class);
    if (from == null || into == null || form == null) {
      return null;
    }
    if (from.code().equals(into.code())) {
      becoming.faults().add(fields.at("to"), ClubsCode.CONVERSION_TO_ITSELF);
    }
    return fields.noting(form.read(from, into));
  }

  /** The entry without the units it is between. */
  private static Fields terms(Fields fields) {
    ObjectNode terms = fields.node().deepCopy().asObject();
    terms.remove(List.of("from", "to"));
    return new Fields(terms, fields.pointer(), fields.faults());
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("conversion", change, telling, WorthPhrases::conversion);
  }

  @Override
  public void apply(Change change, Publishing how) {
    Becoming becoming = Becoming.known(how.club());
    for (String code : change.wanted()) {
      Fields fields =
          new Fields(Objects.requireNonNull(change.after().get(code)), "", becoming.faults());
      ConversionRequest form =
          Objects.requireNonNull(forms.read(terms(fields), ConversionRequest.class));
      Unit from = how.becoming().unit(fields.node().path("from").asString("")).orElseThrow();
      Unit into = how.becoming().unit(fields.node().path("to").asString("")).orElseThrow();
      Conversion read = Put.done(form.read(from, into));
      Put.done(clubs.putConversion(how.club().id(), read, how.actor()));
    }
  }
}
