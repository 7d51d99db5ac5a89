package club.vafa.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found. Amounts of units and money are decimal texts, money in the currency named
 * once.
 *
 * @param notReplayed codes of campaigns set off by changes of a profile or by referrals
 * @param stampCards how many cards were filled and not emptied by returns; null in what was found
 *     before this was told
 * @param tiers how many members stood where at the end of each month; empty without tiers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayResult(
    String currency,
    @Nullable LocalDate from,
    LocalDate until,
    long purchases,
    long returns,
    Side draft,
    Side live,
    List<CampaignPart> campaigns,
    List<Month> months,
    Members members,
    List<Segment> segments,
    List<MemberPart> winners,
    List<MemberPart> losers,
    List<String> notReplayed,
    List<TierMonth> tiers,
    @Nullable List<CardPart> stampCards) {

  /**
   * What a program comes to.
   *
   * @param cost of discounts and awards, less what returns took back
   * @param awards the worth of units issued and not taken back
   * @param sales in which it gave something
   * @param members who had something of it
   */
  public record Side(
      String cost,
      String discounts,
      String awards,
      String turnover,
      long sales,
      long members,
      List<UnitSum> units,
      @Nullable Margin margin) {}

  /**
   * What became of a unit.
   *
   * @param outstanding at the end: what members could still spend; its worth is the liability
   * @param lacking what members really paid with and would not have had
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UnitSum(
      String unit,
      String issued,
      String takenBack,
      String spent,
      String expired,
      String outstanding,
      String owed,
      String lacking,
      @Nullable String liability) {}

  /**
   * Of the sales whose costs are all known.
   *
   * @param sold for how much, before discounts of campaigns
   * @param before what the shop kept before the program gave anything, and after
   */
  public record Margin(String sold, String cost, String given, String before, String after) {}

  /** A campaign, in the programs it is in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CampaignPart(String code, @Nullable Part draft, @Nullable Part live) {}

  /**
   * What a campaign gave.
   *
   * @param gifts pieces
   * @param budgetExhaustedAt when its budget first had nothing left
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      String cost,
      String discounts,
      String gifts,
      long vouchers,
      List<Issued> units,
      long sales,
      long members,
      @Nullable Instant budgetExhaustedAt) {}

  /**
   * Units a campaign issued.
   *
   * @param cut what caps and budgets kept back
   */
  public record Issued(String unit, String issued, String cut, String takenBack) {}

  /** How many cards of a kind were filled. */
  public record CardPart(String card, long draft, long live) {}

  /** What was outstanding at the end of a month of the club's calendar. */
  public record Month(LocalDate end, List<Outstanding> draft, List<Outstanding> live) {}

  /** A unit's part of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Outstanding(String unit, String amount, @Nullable String liability) {}

  /** How many members the draft leaves better off, worse off, and as they are. */
  public record Members(long all, long better, long worse, long same) {}

  /**
   * Members who are alike.
   *
   * @param visits new, regular or lapsed, as of the last day; none for who never bought
   * @param spend high for the fifth that spends most, else usual
   */
  public record Segment(
      String visits,
      String spend,
      long members,
      long better,
      long worse,
      String draft,
      String live,
      String difference) {}

  /**
   * A member, and the sales that show the difference most.
   *
   * @param called by the file whose sales were lived through, for who is no member of the club
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MemberPart(
      String member,
      @Nullable String called,
      String draft,
      String live,
      String difference,
      List<UnitDifference> units,
      List<TierDifference> tiers,
      List<Example> sales) {}

  /** In which tier of a set a member stands at the end; in none where it is missing. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TierDifference(String set, @Nullable String draft, @Nullable String live) {}

  /** What a member has had of a unit. */
  public record UnitDifference(String unit, String draft, String live) {}

  /**
   * A sale under both programs.
   *
   * @param purchase null when it stands in a file alone
   * @param line of the file it begins on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Example(
      @Nullable String purchase,
      @Nullable Long line,
      Instant at,
      String draft,
      String live,
      List<Effect> draftEffects,
      List<Effect> liveEffects) {}

  /**
   * What a rule gave.
   *
   * @param unit of an award; null for a discount in money and for a gift in pieces
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Effect(
      String type,
      String campaign,
      String rule,
      @Nullable String unit,
      String wanted,
      String granted) {}

  /**
   * Members by tier at the end of a month.
   *
   * @param tier missing for those who hold none of the set
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TierMonth(
      LocalDate end, String set, @Nullable String tier, long draft, long live) {}
}
