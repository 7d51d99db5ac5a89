package club.vafa.program;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a program says of tiers, rewards, stamp cards and plans: put into force, changed, gone. */
@StoryTest
@Import({TestClub.class, Drafts.class})
class ProgramPartsStoryTests {
  private static final String UNITS =
      """
      vafa-program: 1
      units:
        - {code: points, names: {en: Points}}
        - {code: stamps, kind: stamps, names: {en: Stamps}}
      """;
  private static final String TIERS =
      """
      tiers:
        - code: rewards
          names: {en: Rewards}
          period: {kind: ever}
          keep: {until: ever}
          tiers:
            - {code: green, names: {en: Green}}
            - {code: gold, names: {en: Gold}, needs: [{by: visits, atLeast: 10}]}
      """;
  private static final String REWARDS =
      """
      rewards:
        - code: coffee
          kind: product
          names: {en: Free coffee}
          prices: [{unit: points, amount: 200, tiers: {gold: 150}}]
          limit: {count: "2", period: month}
          voucher: {sku: LAT-M}
      """;
  private static final String CARDS =
      """
      stampCards:
        - {code: card, unit: stamps, holes: ۱۰, names: {en: Card}, reward: coffee}
      """;

  private final TestClub founding;
  private final Drafts drafts;
  @LocalServerPort private int port;

  ProgramPartsStoryTests(TestClub founding, Drafts drafts) {
    this.founding = founding;
    this.drafts = drafts;
  }

  private Web web() {
    Club club = drafts.empty();
    return new Web(port, founding.key(club));
  }

  private static List<String> faults(Answer refused) {
    assertThat(refused.status()).isEqualTo(422);
    return refused
        .body()
        .get("errors")
        .valueStream()
        .map(fault ->
            "%s %s %s"
                .formatted(
                    fault.path("line").asString(""),
                    fault.path("pointer").asString(""),
                    fault.path("code").asString("")))
        .toList();
  }

  @Test
  void whatIsListedIsLiveAndWhatIsNotEnds() {
    Web web = web();
    Drafts.live(web, "first", UNITS + TIERS + REWARDS + CARDS);
    assertThat(web.get("/v1/tier-sets/rewards").expect(200).at("/state")).isEqualTo("live");
    assertThat(web.get("/v1/rewards").at("/data/0/published/prices/0/tiers/gold")).isEqualTo("150");
    assertThat(web.get("/v1/stamp-cards").at("/data/0/holes")).isEqualTo("10");

    Drafts.live(
        web, "second", "vafa-program: 1\ntiers: []\nrewards: []\nstampCards: []\ncampaigns: []\n");
    assertThat(web.get("/v1/tier-sets/rewards").at("/state")).isEqualTo("ended");
    assertThat(web.get("/v1/rewards").at("/data/0/state")).isEqualTo("ended");
    assertThat(web.get("/v1/stamp-cards").at("/data/0/state")).isEqualTo("ended");

    web.post("/v1/program/versions/2/roll-back", "{'reason':'missed'}").expect(200);
    assertThat(web.get("/v1/tier-sets/rewards").at("/state")).isEqualTo("live");
    assertThat(web.get("/v1/rewards").at("/data/0/state")).isEqualTo("live");
    assertThat(web.get("/v1/stamp-cards").at("/data/0/state")).isEqualTo("live");
  }

  @Test
  void theDifferenceIsToldInPlainSentences() {
    Web web = web();
    Drafts.live(web, "first", UNITS + TIERS + REWARDS + CARDS);
    String changed =
        UNITS
            + TIERS.replace("atLeast: 10", "atLeast: 12")
            + REWARDS.replace("amount: 200", "amount: 180")
            + "stampCards: []\n";
    Drafts.put(web, "second", changed).expect(200);
    assertThat(Drafts.diff(web, "second", "en"))
        .containsExactly(
            "Rewards: Gold for 12 visits instead of Gold for 10 visits",
            "Free coffee: a price of 180 Points, for Gold 150 Points instead of a price of 200"
                + " Points, for Gold 150 Points",
            "Stamp card Card will end; its stamps stay with the members");
    assertThat(Drafts.diff(web, "second", "fa"))
        .anyMatch(line -> line.contains("۱۲ مراجعه"))
        .anyMatch(line -> line.contains("بهای ۱۸۰"));
    assertThat(Drafts.diff(web, "second", "ar")).anyMatch(line -> line.contains("بدلًا من"));
  }

  @Test
  void whatIsWrongIsToldWithItsLineAndNothingIsApplied() {
    Web web = web();
    Answer refused =
        Drafts.put(
            web,
            "wrong",
            """
            vafa-program: 1
            units: [{code: points, names: {en: Points}}]
            tiers:
              - code: rewards
                names: {en: Rewards}
                period: {kind: often}
                keep: {until: ever}
                tiers: [{code: green, names: {en: Green}}]
              - code: other
                names: {en: Other}
                period: {kind: ever}
                keep: {until: ever}
                tiers:
                  - {code: low, names: {en: Low}}
                  - {code: high, names: {en: High}, needs: [{by: earned, unit: gems, atLeast: 1}]}
            rewards:
              - {code: mug, kind: thing, names: {en: Mug}, colour: red, stock: {total: many}}
              - code: cup
                kind: product
                names: {en: Cup}
                prices:
                  - {unit: points, amount: 10, tiers: {platinum: 5}}
                visible: {tiers: [silver]}
            stampCards:
              - {code: card, unit: points, holes: 0, names: {en: Card}, reward: cup}
              - {code: late, unit: points, holes: 5, names: {en: Late}, reward: cup}
            campaigns:
              - code: gift
                name: {en: Gift}
                trigger: {on: enrolment}
                rules:
                  - code: r
                    when: [{is: tier, any: [gold]}, {is: plan, any: [plus]}]
                    then: [{do: voucher, reward: spoon}]
            """);
    assertThat(String.join("\n", faults(refused)))
        .isEqualTo(
            """
            6 /tiers/0/period/kind unknown_value
            15 /tiers/1/tiers/1/needs/0/unit unit_unknown
            17 /rewards/0/kind unknown_value
            17 /rewards/0/stock/total wrong_type
            17 /rewards/0/colour unknown_field
            22 /rewards/1/prices/0/tiers/platinum unknown_value
            23 /rewards/1/visible/tiers/0 unknown_value
            25 /stampCards/0/holes must_be_positive
            26 /stampCards/1/unit stamp_card_unit_kind
            26 /stampCards/1/reward reward_not_found
            33 /campaigns/0/rules/0/when/0/any/0 unknown_value
            33 /campaigns/0/rules/0/when/1/any/0 unknown_value
            34 /campaigns/0/rules/0/then/0/reward unknown_value\
            """);
    assertThat(web.get("/v1/tier-sets").body().get("data")).isEmpty();
    assertThat(web.get("/v1/rewards").body().get("data")).isEmpty();
    assertThat(web.get("/v1/units").body().get("data")).isEmpty();
  }

  @Test
  void everyPartIsReadWithCare() {
    Web web = web();
    Answer refused =
        Drafts.put(
            web,
            "wrong",
            """
            vafa-program: 1
            settings: {giftCardsEarn: perhaps}
            units:
              - {code: points, names: {en: Points}, worth: 0.01}
              - {code: credit, kind: credit, names: {en: Credit}, decimals: 2, worth: 1}
            worths:
              - {code: gems, base: 1}
              - {code: points, base: x, rows: [{worth: 2, tier: gold}], from: 2030-01-01T00:00:00Z}
              - {code: credit, rows: [{worth: 2, tier: gold}], maxPercent: 200}
            conversions:
              - {from: points, to: points, give: 1, get: 1}
              - {from: points, to: credit, give: 0, get: 1, rounding: sideways}
            plans:
              - {code: Plus, fee: {amount: 5, currency: USD}, period: {count: 1, each: moon}}
              - {code: pro, names: {en: Pro}, fee: {amount: 5, currency: USD}, period: {each: day}}
              - {code: max, fee: {amount: 5, currency: EUR}, period: {each: month}, tries: 999}
            coupons:
              - {code: SPRING, limits: [{uses: -1}], others: 900}
              - {code: spring, kind: unique}
              - {code: Fall, kind: both}
              - {code: FALL}
              - {code: " fall "}
            safety: {marginShare: 120, stacking: at_most, colour: red}
            messages:
              - {code: Hello, texts: {en: "Hello {name}"}}
              - {code: bye, texts: {de: "Tschüss", en: "Bye {"}}
              - {code: none}
            """);
    assertThat(String.join("\n", faults(refused)))
        .isEqualTo(
            """
            2 /settings/giftCardsEarn unknown_value
            7 /worths/0/code unit_unknown
            8 /worths/1/from unknown_field
            9 /worths/2/maxPercent unknown_value
            11 /conversions/0/to conversion_to_itself
            12 /conversions/1/give must_be_positive
            12 /conversions/1/rounding unknown_value
            14 /plans/0/period/each unknown_value
            15 /plans/1/fee/currency membership_currency
            16 /plans/2/names required
            16 /plans/2/tries plan_number
            18 /coupons/0/others out_of_range
            18 /coupons/0/limits/0/uses must_not_be_negative
            20 /coupons/2/kind unknown_value
            22 /coupons/4/code duplicate
            23 /safety/colour unknown_field
            25 /messages/0/code message_code_form
            25 /messages/0/texts/en message_placeholder
            26 /messages/1/texts/de unknown_value
            26 /messages/1/texts/en message_brace
            27 /messages/2/texts required\
            """);
    assertThat(web.get("/v1/program").at("/file")).doesNotContain("code:");
  }

  @Test
  void plansCouponsSafetyAndMessagesComeAndGo() {
    Web web = web();
    String all =
        UNITS
            + """
            plans:
              - code: plus
                names: {en: Plus}
                fee: {amount: 10, currency: EUR}
                period: {each: month}
                entitlements: [{code: lounge, limit: {uses: 2, each: month}}]
            coupons: [{code: SPRING, name: {en: Spring}, others: 0}]
            safety: {marginShare: 50}
            messages: [{code: welcome, texts: {en: "Hello {firstName}"}}]
            """;
    Drafts.live(web, "first", all);
    assertThat(web.get("/v1/membership-plans").at("/data/0/state")).isEqualTo("live");
    assertThat(web.get("/v1/coupons").at("/data/0/state")).isEqualTo("active");
    assertThat(web.get("/v1/safety").at("/marginShare")).isEqualTo("50");
    assertThat(web.get("/v1/message-texts/welcome").at("/texts/en")).isEqualTo("Hello {firstName}");

    String none = "vafa-program: 1\nplans: []\ncoupons: []\nsafety: {}\nmessages: []\n";
    Drafts.put(web, "second", none).expect(200);
    assertThat(Drafts.diff(web, "second", "en"))
        .containsExactly(
            "Plan Plus closes: nobody joins any more, and what runs ends with its period",
            "Coupon Spring is cancelled with all its codes",
            "All campaigns: no longer at most 50 % of a sale’s margin is given away",
            "Message welcome is removed");
    Drafts.publish(web, "second").expect(200);
    assertThat(web.get("/v1/membership-plans").at("/data/0/state")).isEqualTo("ended");
    assertThat(web.get("/v1/coupons").at("/data/0/state")).isEqualTo("cancelled");
    assertThat(web.get("/v1/safety").body().has("marginShare")).isFalse();
    assertThat(web.get("/v1/message-texts/welcome").status()).isEqualTo(404);

    web.post("/v1/program/versions/2/roll-back", "{'reason':'missed'}").expect(200);
    assertThat(web.get("/v1/membership-plans").at("/data/0/state")).isEqualTo("live");
    assertThat(web.get("/v1/coupons").at("/data/0/state")).isEqualTo("active");
    assertThat(web.get("/v1/safety").at("/marginShare")).isEqualTo("50");
    assertThat(web.get("/v1/message-texts/welcome").status()).isEqualTo(200);
  }

  @Test
  void aTextOfAMessageIsKeptByItselfToo() {
    Web web = web();
    web.send("PUT", "/v1/message-texts/birthday", "{'texts':{'fa':'{firstName}، تولدت مبارک'}}")
        .expect(200);
    Answer wrong =
        web.send("PUT", "/v1/message-texts/birthday", "{'texts':{'en':'Dear {nobody}'}}");
    assertThat(wrong.at("/code")).isEqualTo("message_placeholder");
    assertThat(wrong.at("/errors/0/pointer")).isEqualTo("/texts/en");
    assertThat(wrong.at("/detail")).contains("nobody", "firstName");
    assertThat(web.get("/v1/program").at("/file")).contains("code: birthday");
    assertThat(web.get("/v1/message-texts").at("/data/0/code")).isEqualTo("birthday");
    assertThat(web.send("DELETE", "/v1/message-texts/birthday", "{}").status()).isEqualTo(204);
    assertThat(web.send("DELETE", "/v1/message-texts/birthday", "{}").status()).isEqualTo(404);
  }

  @Test
  void aTierThatWasGivenStaysInItsSetAndACodeIsUsedOnce() {
    Web web = web();
    Drafts.live(web, "first", UNITS + TIERS);
    String without =
        """
        vafa-program: 1
        tiers:
          - code: rewards
            names: {en: Rewards}
            period: {kind: ever}
            keep: {until: ever}
            tiers: [{code: green, names: {en: Green}}]
          - code: more
            names: {en: More}
            period: {kind: ever}
            keep: {until: ever}
            tiers: [{code: green, names: {en: Green}}]
        """;
    assertThat(faults(Drafts.put(web, "wrong", without)))
        .containsExactly(
            "7 /tiers/0/tiers/0/code tier_code_taken",
            "7 /tiers/0/tiers tier_gone",
            "12 /tiers/1/tiers/0/code tier_code_taken");
  }

  @Test
  void whatACampaignNamesCannotBeTakenAway() {
    Web web = web();
    String gift =
        """
        campaigns:
          - code: gift
            name: {en: Gift}
            trigger: {on: enrolment}
            rules: [{code: r, then: [{do: voucher, reward: coffee}]}]
        """;
    Drafts.live(web, "first", UNITS + TIERS + REWARDS + gift);
    assertThat(faults(Drafts.put(web, "second", "vafa-program: 1\nrewards: []\n")))
        .containsExactly("1 /campaigns/0/rules/0/then/0/reward unknown_value");
    Drafts.put(web, "third", "vafa-program: 1\nrewards: []\ncampaigns: []\n").expect(200);
  }

  @Test
  void aCampaignPublishedByItselfIsLookedAtInTheSameWay() {
    Web web = web();
    Drafts.live(web, "first", UNITS + REWARDS.replace(", tiers: {gold: 150}", ""));
    String campaign =
        """
        {'code':'gift','name':{'en':'Gift'},'trigger':{'on':'enrolment'},
         'rules':[{'code':'r','when':[{'is':'entitled','any':['lounge']}],
                   'then':[{'do':'voucher','reward':'%s'}]}]}
        """;
    Answer refused = web.post("/v1/campaigns", campaign.formatted("cofee"));
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/rules/0/when/0/any/0");
    assertThat(refused.at("/errors/1/detail")).contains("cofee", "coffee");
    web.post(
            "/v1/campaigns",
            campaign
                .formatted("coffee")
                .replace("'is':'entitled','any':['lounge']", "'is':'dates','from':'2026-01-01'"))
        .expect(201);
  }
}
