package club.vafa.tiers;

import static club.vafa.kernel.CalendarKind.GREGORIAN;
import static club.vafa.kernel.CalendarKind.HIJRI;
import static club.vafa.kernel.CalendarKind.JALALI;

import org.junit.jupiter.api.Test;

/** Years of a member with tiers, told as tables. */
class TierYearTests {
  /**
   * Green for all, silver for 200, gold for 500 in a calendar year, kept to the end of the next.
   */
  private static final String YEARLY =
      """
      {'names':{'en':'Status'},'period':{'kind':'calendar','of':'year'},
       'keep':{'until':'end_of_next_period'},'down':{'mode':'one_step','graceDays':30},
       'tiers':[
         {'code':'green','names':{'en':'Green'}},
         {'code':'silver','names':{'en':'Silver'},'needs':[{'by':'spend','atLeast':'200'}]},
         {'code':'gold','names':{'en':'Gold'},'needs':[{'by':'spend','atLeast':'500'}]}]}
      """;

  /** The coffee house ladder: green, gold for 500 stars in twelve months, reserve for 2,500. */
  private static final String STARS =
      """
      {'names':{'en':'Rewards'},'period':{'kind':'rolling','months':12},
       'keep':{'until':'months','months':12},'down':{'mode':'recompute'},
       'tiers':[
         {'code':'green','names':{'en':'Green'}},
         {'code':'gold','names':{'en':'Gold'},
          'needs':[{'by':'earned','unit':'stars','atLeast':'500'}]},
         {'code':'reserve','names':{'en':'Reserve'},
          'needs':[{'by':'earned','unit':'stars','atLeast':'2500'}]}]}
      """;

  @Test
  void aYearInGregorianMonths() {
    Told.year(
        GREGORIAN,
        YEARLY,
        """
        2026-01-05  joins                     → green
        2026-01-10  spend   150               → green
        2026-03-01  spend   100               → silver until 2027-12-31
        2026-06-01  spend   300               → gold until 2027-12-31
        2026-12-31  later                     → gold until 2027-12-31
        2027-12-31  spend   300               → gold until 2027-12-31
        2028-01-01  later                     → gold until 2028-01-30 in grace
        2028-01-30  spend   199               → gold until 2028-01-30 in grace
        2028-01-31  later                     → silver until 2028-12-31
        2028-05-01  spend   1                 → silver until 2028-12-31
        2028-12-31  later                     → silver until 2028-12-31
        2029-01-01  later                     → silver until 2029-12-31
        2030-03-01  later                     → green
        """);
  }

  @Test
  void aYearInJalaliMonths() {
    // 1405 begins on 21 March 2026 and ends on 20 March 2027, 1406 ends on 19 March 2028.
    Told.year(
        JALALI,
        YEARLY,
        """
        2026-03-01  joins                     → green
        2026-03-20  spend   150               → green
        2026-03-21  spend   100               → green
        2026-07-01  spend   400               → gold until 2028-03-19
        2028-03-19  later                     → gold until 2028-03-19
        2028-03-20  later                     → gold until 2028-04-18 in grace
        2028-04-18  spend   500               → gold until 2029-03-19
        2029-03-20  later                     → gold until 2030-03-20
        2030-03-21  later                     → gold until 2030-04-19 in grace
        2030-04-20  later                     → silver until 2031-03-20
        """);
  }

  @Test
  void aYearInHijriMonths() {
    // 1447 ends on 15 June 2026, 1448 on 5 June 2027, 1449 on 24 May 2028.
    Told.year(
        HIJRI,
        YEARLY,
        """
        2026-06-01  joins                     → green
        2026-06-15  spend   500               → gold until 2027-06-05
        2026-06-16  spend   500               → gold until 2027-06-05
        2027-06-06  later                     → gold until 2028-05-24
        """);
  }

  @Test
  void theCoffeeHouseLadder() {
    Told.year(
        GREGORIAN,
        STARS,
        """
        2026-03-10  joins                     → green
        2026-03-11  stars   499.9             → green
        2026-04-01  stars   0.1               → gold until 2027-04-01
        2026-09-01  stars   2000              → reserve until 2027-09-01
        2027-04-02  later                     → reserve until 2027-09-01
        2027-08-31  stars   500               → reserve until 2027-09-01
        2027-09-02  later                     → gold until 2028-09-01
        2028-09-02  later                     → green
        """);
  }

  @Test
  void whatWasGivenByHandEndsOnItsDayAndCanBeUndone() {
    Told.year(
        GREGORIAN,
        YEARLY,
        """
        2026-01-05  joins                     → green
        2026-02-01  manual  gold 2026-04-30   → gold until 2026-04-30
        2026-03-01  spend   200               → gold until 2026-04-30
        2026-05-01  later                     → silver until 2027-12-31
        2026-06-01  matched gold 2026-12-31   → gold until 2026-12-31
        2026-06-02  undo                      → silver until 2027-12-31
        2026-06-03  manual  green 2026-06-30  → green until 2026-06-30
        2026-06-04  spend   400               → green until 2026-06-30
        2026-07-01  later                     → gold until 2027-12-31
        """);
  }

  @Test
  void aReturnTakesExactlyTheTierThatTheGoodsHadBrought() {
    Told.year(
        GREGORIAN,
        YEARLY,
        """
        2026-01-05  joins                     → green
        2026-02-01  spend   250               → silver until 2027-12-31
        2026-06-01  spend   300               → gold until 2027-12-31
        2026-06-20  back    10 2026-06-01     → gold until 2027-12-31
        2026-06-21  back    290 2026-06-01    → silver until 2027-12-31
        2026-06-22  back    250 2026-02-01    → green
        2026-08-01  spend   600               → gold until 2027-12-31
        2026-08-02  back    350 2026-08-01    → silver until 2027-12-31
        """);
  }

  @Test
  void aReturnUndoesWhatHadKeptTheTier() {
    Told.year(
        GREGORIAN,
        YEARLY,
        """
        2026-02-01  joins                     → green
        2026-06-01  spend   600               → gold until 2027-12-31
        2027-12-20  spend   500               → gold until 2027-12-31
        2028-01-10  later                     → gold until 2028-12-31
        2028-01-11  back    500 2027-12-20    → gold until 2028-01-30 in grace
        2028-01-31  later                     → silver until 2028-12-31
        """);
  }

  @Test
  void aSaleReportedLateStillMakesTheTierOfItsTime() {
    Told.year(
        GREGORIAN,
        YEARLY,
        """
        2026-02-01  joins                     → green
        2026-06-01  spend   450               → silver until 2027-12-31
        2027-01-03  late    50 2026-12-28     → gold until 2027-12-31
        """);
  }

  @Test
  void risingAtTheEndOfAMonthAndStartingOverEachMonth() {
    String monthly =
        """
        {'names':{'en':'Club'},'period':{'kind':'calendar','of':'month'},'up':'period_end',
         'keep':{'until':'end_of_period'},'down':{'mode':'recompute'},
         'tiers':[
           {'code':'one','names':{'en':'One'},'needs':[{'by':'visits','atLeast':'2'}]},
           {'code':'two','names':{'en':'Two'},'needs':[{'by':'visits','atLeast':'4'}]}]}
        """;
    Told.year(
        GREGORIAN,
        monthly,
        """
        2026-01-05  joins                     → none
        2026-01-06  visit                     → none
        2026-01-07  visit                     → none
        2026-02-01  later                     → one until 2026-02-28
        2026-02-02  visit                     → one until 2026-02-28
        2026-02-03  visit                     → one until 2026-02-28
        2026-02-04  visit                     → one until 2026-02-28
        2026-02-05  visit                     → one until 2026-02-28
        2026-03-01  later                     → two until 2026-03-31
        2026-04-01  later                     → none
        """);
  }

  @Test
  void membershipAloneBringsATierOnItsDay() {
    String years =
        """
        {'names':{'en':'Years'},'period':{'kind':'ever'},'keep':{'until':'ever'},
         'down':{'mode':'never'},
         'tiers':[
           {'code':'new','names':{'en':'New'}},
           {'code':'friend','names':{'en':'Friend'},'needs':[{'by':'tenure','atLeast':'12'}]}]}
        """;
    Told.year(
        GREGORIAN,
        years,
        """
        2024-02-29  joins                     → new
        2025-02-27  later                     → new
        2025-02-28  later                     → friend
        """);
  }

  @Test
  void allNeedsTogetherOrAnyOfThem() {
    String needs =
        """
        {'names':{'en':'S'},'match':'%s','period':{'kind':'rolling','months':0,'days':30},
         'keep':{'until':'months','months':1},'down':{'mode':'recompute'},
         'tiers':[
           {'code':'green','names':{'en':'G'}},
           {'code':'gold','names':{'en':'G'},
            'needs':[{'by':'spend','atLeast':'100'},{'by':'visits','atLeast':'2'}]}]}
        """;
    Told.year(
        GREGORIAN,
        needs.formatted("all"),
        """
        2026-01-01  joins                     → green
        2026-01-02  spend   100               → green
        2026-01-03  visit                     → green
        2026-01-04  visit                     → gold until 2026-02-04
        2026-02-05  later                     → green
        """);
    Told.year(
        GREGORIAN,
        needs.formatted("any"),
        """
        2026-01-01  joins                     → green
        2026-01-02  spend   100               → gold until 2026-02-02
        2026-02-02  later                     → gold until 2026-02-02
        2026-02-03  later                     → green
        """);
  }

  @Test
  void neverLoweredStaysForGood() {
    Told.year(
        GREGORIAN,
        YEARLY.replace("'one_step','graceDays':30", "'never'"),
        """
        2026-01-05  joins                     → green
        2026-02-01  spend   500               → gold until 2027-12-31
        2028-01-01  later                     → gold
        2040-01-01  later                     → gold
        """);
  }
}
