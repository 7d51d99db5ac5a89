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
    /** The club's policy allows fewer campaigns on one sale. */
    STACKING_POLICY,
    /** The member is in the control group, and the campaign is not for it. */
    CONTROL_GROUP,
    NOT_STARTED,
    ENDED,
    /** The sale is anonymous. */
    NEEDS_MEMBER
  }

  /**
   * One campaign.
   *
   * @param takenBy the code of the campaign that has the lane, else empty
   * @param variant the variant the member is in, empty when there are none
   */
  public record CampaignLook(
      UUID campaign,
      int version,
      String code,
      Verdict verdict,
      String lane,
      String takenBy,
      String variant,
      List<RuleLook> rules) {}

  /**
   * One rule.
   *
   * @param held whether all conditions hold and, for a sale, goods are left
   * @param lines the indexes of the goods the conditions left
   * @param base what those goods earn from, minor units: after discounts and what wallets paid
   * @param otherVariant the variant it belongs to when that is not the member's, else empty
   * @param margins where the margin guard cut its effects
   */
  public record RuleLook(
      String rule,
      boolean held,
      List<ConditionLook> conditions,
      List<Integer> lines,
      long base,
      List<CapLook> caps,
      List<Effect> effects,
      String otherVariant,
      List<MarginLook> margins) {}

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

  /**
   * A margin guard that cut an effect. Amounts are minor units of money, but for what was wanted
   * and granted, which are minor units of the unit if there is one.
   *
   * @param ofCampaign whether it is the campaign's own guard, not the club's
   * @param unit the unit that was awarded, empty for money off and gifts
   * @param share how much of the margin may be given, four decimals of a per cent
   * @param allowed what that comes to
   * @param before what had been given of it before this effect
   */
  public record MarginLook(
      boolean ofCampaign,
      String unit,
      long margin,
      long share,
      long allowed,
      long before,
      long wanted,
      long granted) {}

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
