package club.vafa.rules;

import club.vafa.rules.CampaignDefinition.Per;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Usage.Period;
import club.vafa.rules.form.Described;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision with everything that was looked at on the way: each campaign of the trigger in the
 * order they are judged, each of its rules, each condition, whether or not another had failed.
 */
public record Explanation(Decision decision, List<CampaignLook> campaigns) {

  /** What became of a campaign. */
  public enum Verdict {
    /** A rule of it brought something about. */
    APPLIED,
    /** None did. */
    NOT_APPLIED,
    /** Another campaign has its lane. */
    LANE_TAKEN,
    NOT_STARTED,
    ENDED,
    /** The sale is anonymous. */
    NEEDS_MEMBER
  }

  /**
   * One campaign.
   *
   * @param takenBy the code of the campaign that has the lane, else empty
   */
  public record CampaignLook(
      UUID campaign,
      int version,
      String code,
      Verdict verdict,
      String lane,
      String takenBy,
      List<RuleLook> rules) {}

  /**
   * One rule.
   *
   * @param held whether all conditions hold and, for a sale, goods are left
   * @param lines the indexes of the goods the conditions left
   * @param base what those goods earn from, minor units: after discounts and what wallets paid
   */
  public record RuleLook(
      String rule,
      boolean held,
      List<ConditionLook> conditions,
      List<Integer> lines,
      long base,
      List<CapLook> caps,
      List<Effect> effects) {}

  /**
   * One condition.
   *
   * @param seen what it looked at: String, Long, Amount, Money, a date or time, a list of them, or
   *     nothing
   * @param parts the conditions of a group
   */
  public record ConditionLook(
      Described condition, boolean held, @Nullable Object seen, List<ConditionLook> parts) {
    public String code() {
      return condition.code();
    }

    /** The arguments by name, amounts in minor units. */
    public Map<String, Object> wanted() {
      return condition.args().values();
    }
  }

  /** What a cap or budget counts. */
  public enum Measure {
    USES,
    UNITS,
    MONEY
  }

  /**
   * A cap or budget that cut an award.
   *
   * @param rule empty when it limits the whole campaign
   * @param budget whether it is the campaign's budget
   * @param unit the unit that is limited when the measure is units, else empty
   * @param limit in the measure's minor units
   * @param before what was used of it before the award
   * @param wanted what the award would have been, granted what was left of it
   */
  public record CapLook(
      String rule,
      boolean budget,
      Per per,
      Period period,
      Measure measure,
      String unit,
      long limit,
      long before,
      long wanted,
      long granted) {}
}
