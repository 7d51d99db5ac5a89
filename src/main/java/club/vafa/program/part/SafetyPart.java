package club.vafa.program.part;

import club.vafa.campaigns.LiveCampaigns;
import club.vafa.campaigns.Safety;
import club.vafa.campaigns.SafetyForm;
import club.vafa.clubs.Club;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is laid down for all campaigns; what the section leaves out is off. */
@Component
@Order(60)
class SafetyPart implements Part {
  private static final String ONLY = "safety";

  private final LiveCampaigns campaigns;
  private final Forms forms;

  SafetyPart(LiveCampaigns campaigns, Forms forms) {
    this.campaigns = campaigns;
    this.forms = forms;
  }

  @Override
  public String section() {
    return "safety";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    return items(campaigns.safety(club.id()));
  }

  private Items items(Safety safety) {
    return new Items(new TreeMap<>(Map.of(ONLY, forms.write(SafetyForm.of(safety)))));
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    Fields fields = Fields.open(section, "/safety", becoming.faults());
    if (fields == null) {
      return Items.NONE;
    }
    SafetyForm form = forms.read(fields, SafetyForm.class);
    Safety safety = form == null ? null : fields.noting(form.read(""));
    return safety == null ? Items.NONE : items(safety);
  }

  @Override
  public JsonNode write(Items items) {
    ObjectNode safety = items.get(ONLY);
    return safety == null ? JsonNodeFactory.instance.objectNode() : safety;
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("safety", change, telling, SmallPhrases::safety);
  }

  @Override
  public void apply(Change change, Publishing how) {
    if (change.changed().isEmpty()) {
      return;
    }
    Becoming becoming = Becoming.known(how.club());
    Fields fields = new Fields(write(change.after()), "", becoming.faults());
    SafetyForm form = forms.read(fields, SafetyForm.class);
    if (form != null) {
      campaigns.layDown(how.club().id(), Put.done(form.read("")), how.actor());
    }
  }
}
