package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.clubs.Club.GiftCardsEarn;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.clubs.ClubSettings;
import club.vafa.clubs.Clubs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The settings of the club that belong to its program; one that is left out stays as it is. */
@Component
@Order(1)
class SettingsPart implements Part {
  private static final String ONLY = "settings";
  private static final String EARNS = "walletPaidEarns";
  private static final String RETURNS = "returnPolicy";
  private static final String GIFTS = "giftCardsEarn";
  private static final List<String> POLICIES =
      Arrays.stream(ReturnPolicy.values()).map(SettingsPart::lower).toList();

  private static final List<String> MOMENTS =
      Arrays.stream(GiftCardsEarn.values()).map(SettingsPart::lower).toList();

  private final Clubs clubs;

  SettingsPart(Clubs clubs) {
    this.clubs = clubs;
  }

  @Override
  public String section() {
    return "settings";
  }

  @Override
  public boolean stays() {
    return true;
  }

  @Override
  public Items live(Club club) {
    return items(club.walletPaidEarns(), lower(club.returnPolicy()), lower(club.giftCardsEarn()));
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    Fields fields = Fields.of(section, "/settings", becoming.faults(), EARNS, RETURNS, GIFTS);
    if (fields == null) {
      return Items.NONE;
    }
    Boolean earns = fields.truth(EARNS);
    String policy = fields.choice(RETURNS, POLICIES);
    String gifts = fields.choice(GIFTS, MOMENTS);
    Club club = becoming.before();
    return items(
        earns == null ? club.walletPaidEarns() : earns,
        policy == null ? lower(club.returnPolicy()) : policy,
        gifts == null ? lower(club.giftCardsEarn()) : gifts);
  }

  private static Items items(boolean earns, String policy, String gifts) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.put(EARNS, earns);
    settings.put(RETURNS, policy);
    settings.put(GIFTS, gifts);
    return new Items(new TreeMap<>(Map.of(ONLY, settings)));
  }

  @Override
  public JsonNode write(Items items) {
    ObjectNode settings = items.get(ONLY);
    return settings == null ? JsonNodeFactory.instance.objectNode() : settings;
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    List<String> told = new ArrayList<>();
    for (String setting : List.of(EARNS, RETURNS, GIFTS)) {
      String before = value(change.before().get(ONLY), setting);
      String after = value(change.after().get(ONLY), setting);
      if (!after.equals(before)) {
        told.add(telling.say("settings." + setting, Map.of("value", after)));
      }
    }
    return told;
  }

  private static String value(@Nullable ObjectNode settings, String name) {
    return settings == null ? "" : settings.path(name).asString("");
  }

  @Override
  public void apply(Change change, Publishing publishing) {
    ObjectNode settings = change.after().get(ONLY);
    if (settings == null || settings.equals(change.before().get(ONLY))) {
      return;
    }
    Club club = publishing.club();
    clubs.change(
        club.id(),
        new ClubSettings(
            club.name(),
            club.language(),
            settings.path(EARNS).booleanValue(),
            GiftCardsEarn.valueOf(value(settings, GIFTS).toUpperCase(Locale.ROOT)),
            ReturnPolicy.valueOf(value(settings, RETURNS).toUpperCase(Locale.ROOT)),
            null));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
