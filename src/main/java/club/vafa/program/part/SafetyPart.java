package club.vafa.program.part;

import club.vafa.campaigns.LiveCampaigns;
import club.vafa.campaigns.Safety;
import club.vafa.campaigns.SafetyForm;
import club.vafa.clubs.Club;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
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
    SafetyForm form = fields == null ? null : forms.read(fields, SafetyForm.class);
    if (form == null) {
      return Items.NONE;
    }
    return switch (form.read("")) {
      case Done<Safety>(Safety safety) -> items(safety);
      case Refused<Safety>(var refusals) -> {
        Put.note(refusals, "/safety", becoming.faults());
        yield Items.NONE;
      }
    };
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
