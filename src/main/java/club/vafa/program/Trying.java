package club.vafa.program;

import club.vafa.clubs.Club;
import club.vafa.clubs.Club.GiftCardsEarn;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Outcome;
import club.vafa.program.part.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a program what it needs to be tried, without putting anything into force. */
@Component
class Trying {
  private static final String TIER_SETS = "tiers";
  private static final String SAFETY = "safety";
  private static final String WORTHS = "worths";

  private final Documents documents;

  Trying(Documents documents) {
    this.documents = documents;
  }

  /** The whole program a draft would put into force, as a file. */
  Outcome<String> spelled(Club club, Draft draft) {
    Document base = documents.kept(club, draft.base());
    return documents.read(club, draft.file(), base).map(document -> documents.file(club, document));
  }

  Outcome<Tried> tried(Club club, String file) {
    return documents
        .read(club, file, documents.live(club))
        .map(document ->
            new Tried(
                club(club, document),
                running(document.part("campaigns")),
                document.knows(TIER_SETS)
                    ? new ArrayList<JsonNode>(document.part(TIER_SETS).byCode().values())
                    : null,
                document.part(SAFETY).get(SAFETY),
                document.knows(WORTHS) ? worths(document.part(WORTHS)) : null));
  }

  /** The tables without the codes of their units. */
  private static Map<String, JsonNode> worths(Items tables) {
    Map<String, JsonNode> worths = new LinkedHashMap<>();
    tables
        .byCode()
        .forEach((unit, table) -> {
          ObjectNode plain = table.deepCopy();
          plain.remove("code");
          worths.put(unit, plain);
        });
    return worths;
  }

  private static List<JsonNode> running(Items campaigns) {
    List<JsonNode> running = new ArrayList<>();
    for (ObjectNode campaign : campaigns.byCode().values()) {
      if (!campaign.path("paused").asBoolean(false)) {
        ObjectNode definition = campaign.deepCopy();
        definition.remove("paused");
        running.add(definition);
      }
    }
    return running;
  }

  private Club club(Club club, Document document) {
    ObjectNode settings = document.part("settings").get("settings");
    return new Club(
        club.id(),
        club.code(),
        club.name(),
        club.currency(),
        club.zone(),
        club.calendar(),
        club.language(),
        club.region(),
        settings == null
            ? club.walletPaidEarns()
            : settings.path("walletPaidEarns").asBoolean(club.walletPaidEarns()),
        gifts(settings, club.giftCardsEarn()),
        policy(settings, club.returnPolicy()),
        club.look(),
        numbered(club, documents.units(club, document)));
  }

  private static ReturnPolicy policy(@Nullable ObjectNode settings, ReturnPolicy otherwise) {
    String name = settings == null ? "" : settings.path("returnPolicy").asString("");
    return name.isEmpty() ? otherwise : ReturnPolicy.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static GiftCardsEarn gifts(@Nullable ObjectNode settings, GiftCardsEarn otherwise) {
    String name = settings == null ? "" : settings.path("giftCardsEarn").asString("");
    return name.isEmpty() ? otherwise : GiftCardsEarn.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Units that are there keep their numbers, and new ones follow. */
  private static List<Unit> numbered(Club club, List<Unit> units) {
    int last = club.units().stream().mapToInt(Unit::number).max().orElse(0);
    Map<String, Unit> all = new LinkedHashMap<>();
    club.units().forEach(unit -> all.put(unit.code(), unit));
    for (Unit unit : units) {
      Unit known = all.get(unit.code());
      all.put(unit.code(), unit.numbered(known == null ? ++last : known.number()));
    }
    return List.copyOf(all.values());
  }
}
