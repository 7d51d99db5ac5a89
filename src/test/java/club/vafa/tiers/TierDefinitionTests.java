package club.vafa.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What definitions are refused for: where and why, all of it at once. */
class TierDefinitionTests {
  private static final String GOOD =
      """
      {'names':{'en':'Status','fa':'جایگاه'},'match':'all',
       'period':{'kind':'rolling','months':12},'up':'at_once',
       'keep':{'until':'months','months':12},
       'down':{'mode':'one_step','graceDays':30},'returns':'take_back',
       'tiers':[
         {'code':'green','names':{'en':'Green'},'color':'#00704a','benefits':{'en':'Refills'}},
         {'code':'gold','names':{'en':'Gold'},
          'needs':[{'by':'spend','atLeast':'۵۰۰'},{'by':'earned','unit':'stars','atLeast':2.5}]}]}
      """;

  @Test
  void aGoodOneIsReadAsItStands() {
    TierSet set = Told.set(Told.club(CalendarKind.GREGORIAN), GOOD);

    assertThat(set.grace()).isEqualTo(30);
    assertThat(set.takesBack()).isTrue();
    assertThat(set.tiers().getLast().needs())
        .extracting(TierSet.Need::atLeast)
        .containsExactly(50_000L, 25L);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(
            faults(
                """
                {'names':{'de':'x'},'match':'some','perid':1,
                 'keep':{'until':'months'},'down':{'mode':'fast','graceDays':-1},
                 'tiers':[{'code':'Gold','names':{},'color':'red','needs':{}},7]}
                """))
        .isEqualTo(
            """
            /perid unknown_field
            /names/de unknown_field
            /names required
            /match unknown_value
            /period required
            /keep/months required
            /down/mode unknown_value
            /down/graceDays tier_number_range
            /tiers/0/code tier_code_form
            /tiers/0/color tier_color_form
            /tiers/0/names required
            /tiers/0/needs wrong_type
            /tiers/1 wrong_type
            """
                .strip());
  }

  @Test
  void needsRiseAndAreTheSameInAllTiers() {
    assertThat(faults(tiers("{'by':'spend','atLeast':'500'}", "")))
        .isEqualTo("/tiers/1/needs tier_needs_missing");
    assertThat(faults(tiers("{'by':'spend','atLeast':'500'}", "{'by':'visits','atLeast':'9'}")))
        .isEqualTo("/tiers/1/needs tier_needs_differ");
    assertThat(faults(tiers("{'by':'spend','atLeast':'500'}", "{'by':'spend','atLeast':'500'}")))
        .isEqualTo("/tiers/1/needs tier_needs_not_rising");
    assertThat(
            faults(
                tiers(
                    "{'by':'spend','atLeast':'1'},{'by':'spend','atLeast':'2'}",
                    "{'by':'spend','atLeast':'3'}")))
        .startsWith("/tiers/0/needs/1 tier_measure_twice");
  }

  @Test
  void measuresNameWhatTheyNeedAndNothingElse() {
    assertThat(faults(tiers("{'by':'earned','atLeast':'5'}", "")))
        .startsWith("/tiers/0/needs/0/unit required");
    assertThat(faults(tiers("{'by':'earned','unit':'miles','atLeast':'5'}", "")))
        .startsWith("/tiers/0/needs/0/unit unit_unknown");
    assertThat(faults(tiers("{'by':'visits','unit':'stars','atLeast':'5'}", "")))
        .startsWith("/tiers/0/needs/0/unit unknown_field");
    assertThat(faults(tiers("{'by':'visits','atLeast':'1.5'}", "")))
        .startsWith("/tiers/0/needs/0/atLeast too_many_decimals");
    assertThat(faults(tiers("{'by':'spend','atLeast':'0'}", "")))
        .startsWith("/tiers/0/needs/0/atLeast tier_number_range");
    assertThat(faults(tiers("{'by':'tenure','atLeast':'1e9'}", "")))
        .startsWith("/tiers/0/needs/0/atLeast not_a_number");
  }

  @Test
  void onlyCalendarPeriodsEnd() {
    assertThat(faults(GOOD.replace("'at_once'", "'period_end'")))
        .isEqualTo("/up tier_calendar_needed");
    assertThat(faults(GOOD.replace("'until':'months','months':12", "'until':'end_of_period'")))
        .isEqualTo("/keep/until tier_calendar_needed");
    assertThat(faults(GOOD.replace("'rolling','months':12", "'rolling'")))
        .isEqualTo("/period tier_period_form");
    assertThat(faults(GOOD.replace("'rolling','months':12", "'ever','of':'year'")))
        .isEqualTo("/period tier_period_form");
  }

  @Test
  void nothingWhateverIsAnError() {
    for (String odd : new String[] {"[]", "7", "'x'", "null", "{}", "{'tiers':[[]]}"}) {
      assertThat(faults(odd)).as(odd).isNotEmpty();
    }
  }

  private static String tiers(String first, String second) {
    return """
    {'names':{'en':'S'},'period':{'kind':'ever'},'keep':{'until':'ever'},
     'tiers':[{'code':'a','names':{'en':'A'},'needs':[%s]},
              {'code':'b','names':{'en':'B'},'needs':[%s]}]}
    """
        .formatted(first, second);
  }

  private static String faults(String definition) {
    Outcome<TierSet> read = Told.read(Told.club(CalendarKind.GREGORIAN), definition);
    return read instanceof Refused<TierSet>(var refusals)
        ? refusals.stream()
            .map(refusal -> refusal.pointer() + " " + refusal.code().code())
            .collect(Collectors.joining("\n"))
        : "";
  }
}
