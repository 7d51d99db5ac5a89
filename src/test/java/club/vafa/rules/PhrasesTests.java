package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Decision.NotApplied;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTests {
  private static final Sentences SENTENCES = new Sentences();
  private static final Phrases PHRASES = new Phrases(SENTENCES);
  private static final String BASKET = "LATTE coffee 2 9.00; CAKE cake 1 4.50; MUG goods 1 12.00";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | {'by':'step','each':'100000','give':'2'}      | 2 points for each 100,000 euros",
        "EN | {'by':'step','each':'0.5','give':'2'}         | 2 points for each 0.50 euros",
        "EN | {'by':'percent','percent':'2.5'}              | 2.5% of the price as points",
        "EN | {'by':'piece','give':'1'}                     | 1 points for each piece",
        "EN | {'by':'multiplier','times':'1.5'}             | 1.5 times the points",
        "EN | {'by':'ladder','of':'amount','steps':[{'from':'0','percent':'1'},{'from':'50','give':'9'}]} | 1% from 0 euros and 9 points from 50 euros (points)",
        "FA | {'by':'step','each':'100000','give':'2'}      | ۲ points برای هر ۱۰۰٬۰۰۰ یورو",
        "AR | {'by':'step','each':'100000','give':'2'}      | 2 points عن كل 100,000 يورو"
      })
  void anEffectGivesItsReason(Language language, String amount, String sentence) {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'base','then':[{'do':'earn','unit':'points','amount':"
                    + "{'by':'fixed','give':'1'}}]},"
                    + "{'code':'r','then':[{'do':'earn','unit':'points','amount':"
                    + amount
                    + "}]}");
    LiveCampaign campaign = shop.program().campaign(Shop.id(1)).orElseThrow();
    Decision.Effect effect =
        new Decision.Effect.Earn(new Decision.Source(Shop.id(1), 1, "r"), "points", 1, 1);
    for (int again = 0; again < 2; again++) {
      assertThat(PHRASES.reason(language, effect, campaign.definition(), Shop.WORDS))
          .isEqualTo(sentence);
    }
  }

  @Test
  void aWholeCampaignIsOneSentence() {
    CampaignDefinition campaign = Shop.parse(Shop.json(DefinitionsTests.FULL));
    assertThat(PHRASES.campaign(Language.EN, campaign, Shop.WORDS))
        .isEqualTo(
            "Base. On a purchase: 2 points for each 10 euros, valid to the end of the year,"
                + " one later, usable once “checkup” has happened when the category is coffee"
                + " and the day is Saturday (at most 3 times per member and day and at most"
                + " 100 points per sale); at most 9 times, 50 points, and 12.50 euros for all"
                + " members together each week; a budget of 10,000 points and 5,000 euros;"
                + " from 11 Dey 1404; until 11 Dey 1405.");
    assertThat(PHRASES.campaign(Language.FA, campaign, Shop.WORDS))
        .startsWith("پایه. با هر خرید: ۲ points برای هر ۱۰ یورو")
        .contains("دستهٔ کالا coffee باشد و روز شنبه باشد")
        .endsWith("از ۱۱ دی ۱۴۰۴؛ تا ۱۱ دی ۱۴۰۵.");
    assertThat(PHRASES.campaign(Language.AR, campaign, Shop.WORDS))
        .startsWith("الأساس. عند الشراء: 2 points عن كل 10 يورو")
        .contains("كانت الفئة coffee");
  }

  @Test
  void whatNearlyAppliedSaysHowMuchIsMissing() {
    Shop shop = new Shop().when("{'is':'minimum','amount':'30'}");
    NotApplied reason = shop.decide(BASKET).notApplied().getFirst();
    CampaignDefinition campaign =
        shop.program().campaign(reason.campaign()).orElseThrow().definition();
    assertThat(PHRASES.notApplied(Language.EN, reason, campaign, Shop.WORDS))
        .isEqualTo("Spend 4.50 euros more for: 10 points.");
    assertThat(PHRASES.notApplied(Language.FA, reason, campaign, Shop.WORDS))
        .isEqualTo("با ۴٫۵۰ یورو خرید بیشتر: ۱۰ points.");
    assertThat(PHRASES.notApplied(Language.AR, reason, campaign, Shop.WORDS))
        .isEqualTo("أنفق 4.50 يورو أكثر لتحصل على: 10 points.");
  }

  @Test
  void aCouponInVainSaysWhy() {
    Shop shop =
        new Shop()
            .runs(
                "c",
                "{'code':'r','when':[{'is':'coupon','any':['A']},"
                    + "{'is':'weekday','any':['mon','tue']}],'then':["
                    + "{'do':'stamp','unit':'stamps'}]}")
            .coupons("a", "b");
    List<NotApplied> reasons = shop.decide(BASKET).notApplied();
    CampaignDefinition campaign = shop.program().campaign(Shop.id(1)).orElseThrow().definition();
    assertThat(PHRASES.notApplied(Language.EN, reasons.getFirst(), null, Shop.WORDS))
        .isEqualTo("Coupon b is not known here.");
    assertThat(PHRASES.notApplied(Language.EN, reasons.getLast(), campaign, Shop.WORDS))
        .isEqualTo("Coupon a: It needs that the day is Monday or Tuesday; this time: Saturday.");
    assertThat(PHRASES.notApplied(Language.EN, kept(reasons.getLast()), campaign, Shop.WORDS))
        .isEqualTo(PHRASES.notApplied(Language.EN, reasons.getLast(), campaign, Shop.WORDS));
    assertThat(PHRASES.notApplied(Language.FA, reasons.getLast(), campaign, Shop.WORDS))
        .isEqualTo("کد تخفیف a: شرط آن این است که روز دوشنبه یا سه‌شنبه باشد؛ این بار: شنبه.");
  }

  /** A reason as it comes back from where it was kept as JSON. */
  private static NotApplied kept(NotApplied reason) {
    return Shop.JSON.readValue(Shop.JSON.writeValueAsString(reason), NotApplied.class);
  }

  @Test
  void whateverACouponMissedIsToldTheSameFromTheBooks() {
    for (String condition : Examples.CONDITIONS.values()) {
      if (condition.contains("'attribute'")) {
        continue;
      }
      Shop shop =
          new Shop()
              .runs(
                  "c",
                  "{'code':'r','when':[{'is':'coupon','any':['A']},"
                      + condition
                      + "],'then':["
                      + "{'do':'stamp','unit':'stamps'}]}")
              .coupons("A")
              .visits(2)
              .at("2026-03-24T10:15");
      CampaignDefinition campaign = shop.program().campaign(Shop.id(1)).orElseThrow().definition();
      for (NotApplied reason : shop.decide("TEA tea 1 1.00").notApplied()) {
        String told = PHRASES.notApplied(Language.FA, reason, campaign, Shop.WORDS);
        assertSaid(told);
        assertThat(PHRASES.notApplied(Language.FA, kept(reason), campaign, Shop.WORDS))
            .isEqualTo(told);
      }
    }
  }

  /** A sentence that cannot be said comes out as its key or with an argument in braces. */
  @Test
  void everythingCanBeSaidInEveryLanguage() {
    Catalogue catalogue = new Catalogue();
    List<CampaignDefinition> all =
        Stream.of(
                catalogue.conditions().stream().map(Examples::withCondition),
                catalogue.amounts().stream().map(Examples::withAmount),
                catalogue.effects().stream().map(Examples::withEffect))
            .flatMap(campaigns -> campaigns)
            .toList();
    for (Language language : Language.values()) {
      for (CampaignDefinition campaign : all) {
        assertSaid(PHRASES.campaign(language, campaign, Shop.WORDS));
      }
      for (List<Catalogue.Entry> entries :
          List.of(catalogue.conditions(), catalogue.amounts(), catalogue.effects())) {
        for (Catalogue.Entry entry : entries) {
          assertSaid(entry.title(SENTENCES, language));
        }
      }
      for (String code :
          List.of(
              "below_minimum",
              "below_quantity",
              "cap_reached",
              "budget_exhausted",
              "lane_taken",
              "not_started",
              "ended",
              "condition_failed",
              "no_goods_left",
              "no_effect",
              "needs_member",
              "stacking_policy",
              "margin_guard",
              "not_offered",
              "coupon_not_started",
              "coupon_expired",
              "coupon_used_up",
              "coupon_not_yours",
              "coupon_cancelled",
              "coupon_not_with_others",
              "coupon_held",
              "coupon_unknown")) {
        Map<String, Object> args =
            Map.of(
                "missing",
                "number:1",
                "per",
                "member",
                "period",
                "day",
                "by",
                "x",
                "coupon",
                "X",
                "wanted",
                "w",
                "seen",
                "s");
        assertSaid(
            PHRASES.notApplied(
                language, new NotApplied(Shop.id(1), "r", code, args), null, Shop.WORDS));
      }
      for (RulesCode code : RulesCode.values()) {
        Map<String, Object> args =
            Map.of(
                "min",
                "1",
                "max",
                "2",
                "name",
                "n",
                "trigger",
                "t",
                "limit",
                3,
                "count",
                2,
                "expected",
                "text",
                "allowed",
                "a, b");
        assertSaid(SENTENCES.text(language, "problem." + code.code(), args));
      }
    }
  }

  private static void assertSaid(String sentence) {
    assertThat(sentence).doesNotContain("{").doesNotContain("rules.").doesNotContain("problem.");
    assertThat(sentence).isNotBlank();
  }

  @Test
  void theLanguagesHaveTheSameSentences() {
    List<String> english =
        SENTENCES.keys(Language.EN).stream()
            .filter(key -> key.startsWith("rules."))
            .sorted()
            .toList();
    for (Language language : Language.values()) {
      assertThat(SENTENCES.keys(language).stream().filter(key -> key.startsWith("rules.")).sorted())
          .containsExactlyElementsOf(english);
    }
  }
}
