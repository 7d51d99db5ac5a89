package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.referrals.ReferralForm;
import club.vafa.referrals.ReferralSettings;
import club.vafa.referrals.Referrals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How referrals are taken; what they bring is said by campaigns. What is left out is as usual. */
@Component
@Order(70)
class ReferralsPart implements Part {
  private static final String ONLY = "referrals";

  private final Referrals referrals;
  private final Forms forms;

  ReferralsPart(Referrals referrals, Forms forms) {
    this.referrals = referrals;
    this.forms = forms;
  }

  @Override
  public String section() {
    return ONLY;
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    return items(referrals.settings(club.id()));
  }

  private Items items(ReferralSettings settings) {
    return new Items(new TreeMap<>(Map.of(ONLY, forms.write(ReferralForm.of(settings)))));
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    Fields fields = Fields.open(section, "/referrals", becoming.faults());
    ReferralForm form = fields == null ? null : forms.read(fields, ReferralForm.class);
    ReferralSettings settings = fields == null || form == null ? null : fields.noting(form.read());
    return settings == null ? Items.NONE : items(settings);
  }

  @Override
  public JsonNode write(Items items) {
    ObjectNode settings = items.get(ONLY);
    return settings == null ? JsonNodeFactory.instance.objectNode() : settings;
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell(ONLY, change, telling, SmallPhrases::referrals);
  }

  @Override
  public void apply(Change change, Publishing how) {
    if (!change.wanted().isEmpty()) {
      forms
          .wanted(change, ReferralForm.class)
          .forEach(form ->
              Put.done(referrals.change(how.club().id(), Put.done(form.read()), how.actor())));
    }
  }
}
