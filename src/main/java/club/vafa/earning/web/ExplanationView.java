package club.vafa.earning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a purchase had the effects it had: every campaign that was looked at, whether or not it
 * applied, each with its rules, conditions and caps, and with the sentences that say so.
 */
public record ExplanationView(
    String purchase, long program, List<CampaignLookView> campaigns, List<DrawnView> drawn) {

  /** One campaign: its verdict is applied, not_applied, lane_taken, not_started, ended, … */
  public record CampaignLookView(
      String campaign,
      int version,
      String code,
      String verdict,
      String reason,
      @Nullable String variant,
      List<RuleLookView> rules) {}

  /**
   * One rule: lines are the indexes of the goods its conditions left, caps and effects say in
   * sentences what was cut and what was given.
   */
  public record RuleLookView(
      String rule,
      boolean held,
      String reason,
      List<ConditionView> conditions,
      List<Integer> lines,
      MoneyView base,
      List<String> caps,
      List<MarginView> margins,
      List<String> effects) {}

  /**
   * Where the margin guard cut an effect: the margin of the sale, the share of it that may be
   * given, what of that had been given before, and what became of what was wanted.
   */
  public record MarginView(
      String guard,
      MoneyView margin,
      String share,
      MoneyView allowed,
      MoneyView before,
      @Nullable String unit,
      String wanted,
      String granted,
      String reason) {}

  /** One condition with the value seen and the values wanted. */
  public record ConditionView(
      String code,
      boolean held,
      String reason,
      Object wanted,
      @Nullable Object seen,
      List<ConditionView> parts) {}

  /** What the books moved for this purchase, and from or to which award. */
  public record DrawnView(String type, String unit, String amount, @Nullable String lot) {}
}
