package club.vafa.rules;

import club.vafa.kernel.Outcome;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.json.CampaignReader;
import club.vafa.rules.json.CampaignWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Campaign definitions as JSON, in and out. */
public final class Definitions {

  /** The campaign, or everything that is wrong with it, each fault with its JSON pointer. */
  public Outcome<CampaignDefinition> parse(JsonNode json, Vocabulary vocabulary) {
    CampaignReader reader = new CampaignReader(vocabulary);
    CampaignDefinition campaign = reader.read(json);
    return campaign == null ? Outcome.refused(reader.refusals()) : Outcome.done(campaign);
  }

  /** Reading what this writes gives the same campaign. */
  public ObjectNode write(CampaignDefinition campaign, Vocabulary vocabulary) {
    return new CampaignWriter(vocabulary).write(campaign);
  }

  /** What a condition wanted, as a definition writes it; its parts are told apart. */
  public ObjectNode wanted(ConditionLook look, Vocabulary vocabulary) {
    return new CampaignWriter(vocabulary).wanted(look.condition());
  }
}
