package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Explanation.CampaignLook;
import club.vafa.rules.Explanation.ConditionLook;
import club.vafa.rules.Explanation.Measure;
import club.vafa.rules.Explanation.RuleLook;
import club.vafa.rules.Explanation.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTests {
  private static final String BASKET = "LATTE coffee 2 9.00; CAKE cake 1 4.50; MUG goods 1 12.00";
  private static final Phrases PHRASES = new Phrases(new Sentences());

  private static Explanation explain(Shop shop) {
    return shop.program().explain(shop.facts(BASKET));
  }

  @Test
  void everyConditionIsJudgedAlthoughAnotherFailed() {
    Shop shop =
        new Shop()
            .when(
                "{'is':'weekday','any':['mon']},{'is':'category','any':['tea']},"
                    + "{'is':'minimum','amount':'20'},{'is':'not','of':{'is':'firstVisit'}}");
    RuleLook rule = explain(shop).campaigns().getFirst().rules().getFirst();
    assertThat(rule.held()).isFalse();
    assertThat(rule.conditions())
        .extracting(ConditionLook::held)
        .containsExactly(false, false, true, false);
    assertThat(rule.conditions().getLast().parts())
        .extracting(ConditionLook::held)
        .containsExactly(true);
    assertThat(rule.conditions())
        .extracting(ConditionLook::code)
        .containsExactly("weekday", "category", "minimum", "not");
    assertThat(rule.conditions().get(1).seen()).isEqualTo(List.of("coffee", "cake", "goods"));
    assertThat(rule.conditions().get(1).wanted()).isEqualTo(Map.of("any", List.of("tea")));
  }

  @Test
  void whatAConditionWantedIsWrittenAsInItsDefinition() {
    Shop shop =
        new Shop().when("{'is':'not','of':{'is':'firstVisit'}},{'is':'minimum','amount':'20'}");
    List<ConditionLook> looks =
        explain(shop).campaigns().getFirst().rules().getFirst().conditions();
    assertThat(looks)
        .extracting(look -> new Definitions().wanted(look, Shop.WORDS).toString())
        .containsExactly("{}", "{\"amount\":\"20\",\"of\":\"basket\"}");
  }

  @Test
  void theCapThatCutIsNamed() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'r','then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'fixed','give':9}}],'caps':[{'per':'sale','units':'5'},"
                    + "{'per':'member','period':'day','uses':1}]}");
    RuleLook first = explain(shop).campaigns().getFirst().rules().getFirst();
    assertThat(first.caps()).hasSize(1);
    assertThat(first.caps().getFirst().measure()).isEqualTo(Measure.UNITS);
    assertThat(first.caps().getFirst().wanted()).isEqualTo(9);
    assertThat(first.caps().getFirst().granted()).isEqualTo(5);
    shop.sells(BASKET);
    RuleLook second = explain(shop).campaigns().getFirst().rules().getFirst();
    assertThat(second.caps())
        .extracting(Explanation.CapLook::measure)
        .containsExactly(Measure.UNITS, Measure.USES);
    assertThat(second.effects()).hasSize(1);
  }

  @Test
  void everyCampaignOfTheTriggerHasItsVerdict() {
    String stamp = "'rules':[{'code':'r','then':[{'do':'stamp','unit':'stamps'}]}]";
    String never =
        "'rules':[{'code':'r','when':[{'is':'tier','any':['gold']}],"
            + "'then':[{'do':'stamp','unit':'stamps'}]}]";
    Shop shop =
        new Shop()
            .runsAs("a", "'priority':9,'exclusive':true,'trigger':{'on':'purchase'}," + stamp)
            .runsAs("b", "'trigger':{'on':'purchase'}," + stamp)
            .runsAs("c", "'lane':'x','trigger':{'on':'purchase'}," + never)
            .runsAs("d", "'from':'2030-01-01T00:00:00Z','trigger':{'on':'purchase'}," + stamp)
            .runsAs("e", "'until':'2020-01-01T00:00:00Z','trigger':{'on':'purchase'}," + stamp)
            .runsAs("f", "'trigger':{'on':'return'}," + stamp);
    Explanation explanation = explain(shop);
    assertThat(explanation.campaigns())
        .extracting(CampaignLook::verdict)
        .containsExactly(
            Verdict.APPLIED,
            Verdict.LANE_TAKEN,
            Verdict.NOT_APPLIED,
            Verdict.NOT_STARTED,
            Verdict.ENDED);
    assertThat(explanation.campaigns().get(1).takenBy()).isEqualTo("a");
    assertThat(explain(shop.anonymous()).campaigns().getFirst().verdict())
        .isEqualTo(Verdict.NEEDS_MEMBER);
  }

  @Test
  void theExplanationReadsAsLines() {
    Shop shop =
        new Shop()
            .runs(
                "coffee-day",
                "{'code':'double','when':[{'is':'category','any':['coffee']},"
                    + "{'is':'hours','from':'22:00','to':'02:00'}],'then':["
                    + "{'do':'stamp','unit':'stamps'}]}");
    assertThat(PHRASES.explanation(Language.EN, explain(shop), Shop.WORDS))
        .containsExactly(
            "coffee-day: did not apply",
            "  ✗ Rule double: not all conditions hold, for 1 line",
            "    ✓ the category is coffee — this time: coffee, cake, and goods",
            "    ✗ the time is from 22:00 and before 02:00 — this time: 10:15");
    assertThat(PHRASES.explanation(Language.FA, explain(shop), Shop.WORDS).getLast())
        .isEqualTo("    ✗ شرط برقرار نبود: ساعت از ۲۲:۰۰ تا پیش از ۰۲:۰۰ باشد — این بار: ۱۰:۱۵");
  }
}
