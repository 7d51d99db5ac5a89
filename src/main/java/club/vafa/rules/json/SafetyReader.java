package club.vafa.rules.json;

import club.vafa.rules.CampaignDefinition.Safety;
import club.vafa.rules.CampaignDefinition.Variant;
import club.vafa.rules.Policy;
import club.vafa.rules.RulesCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what makes a campaign safe and measurable: its guard, the control group, its variants. */
final class SafetyReader {
  static final List<String> CONTROL = List.of("excluded", "included");
  static final int MOST_VARIANTS = 10;
  static final int MOST_WEIGHT = 1_000_000;

  private final Faults faults;

  SafetyReader(Faults faults) {
    this.faults = faults;
  }

  Safety read(Fields campaign) {
    JsonNode share = campaign.optional("marginShare");
    Long read =
        share == null
            ? null
            : Values.minor(
                share, campaign.at("marginShare"), Policy.DECIMALS, 0, Policy.WHOLE, faults);
    boolean control = "included".equals(campaign.choice("control", false, CONTROL));
    return new Safety(read, control, variants(campaign));
  }

  private List<Variant> variants(Fields campaign) {
    List<Variant> variants = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    List<JsonNode> nodes = campaign.list("variants", false, MOST_VARIANTS);
    for (int at = 0; at < nodes.size(); at++) {
      String pointer = campaign.at("variants") + "/" + at;
      Fields fields = Fields.of(nodes.get(at), pointer, faults);
      if (fields != null) {
        fields.knowing(List.of("code", "weight"));
        JsonNode code = fields.required("code");
        JsonNode weight = fields.optional("weight");
        String name = code == null ? null : Values.code(code, fields.at("code"), faults);
        Long heavy =
            weight == null
                ? Long.valueOf(1)
                : Values.minor(weight, fields.at("weight"), 0, 1, MOST_WEIGHT, faults);
        if (name != null && !codes.add(name)) {
          faults.add(fields.at("code"), RulesCode.DUPLICATE);
        }
        if (name != null && heavy != null) {
          variants.add(new Variant(name, heavy));
        }
      }
    }
    return variants;
  }

  /** The variant a rule is for, or null when it is for all. */
  @Nullable String variant(Fields rule, List<Variant> variants) {
    return rule.choice("variant", false, variants.stream().map(Variant::code).toList());
  }
}
