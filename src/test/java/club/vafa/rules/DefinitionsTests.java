package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DefinitionsTests {
  private static final Definitions DEFINITIONS = new Definitions();
  private static final String STAMP = "{'do':'stamp','unit':'stamps'}";
  static final String FULL =
      "{'code':'base','name':{'en':'Base','fa':'پایه','ar':'الأساس'},"
          + "'trigger':{'on':'purchase'},'lane':'base','exclusive':false,'priority':100,"
          + "'from':'2026-01-01T00:00:00+03:30','until':'2027-01-01T00:00:00+03:30',"
          + "'rules':[{'code':'per-ten','when':[{'is':'category','any':['coffee']},"
          + "{'is':'weekday','any':['sat']}],"
          + "'then':[{'do':'earn','unit':'points','amount':"
          + "{'by':'step','each':'10','give':'2'},'expires':{'atEndOf':'year','later':1},"
          + "'pending':{'event':'checkup'}}],"
          + "'caps':[{'per':'member','period':'day','uses':3},{'per':'sale','units':'100'}]}],"
          + "'caps':[{'per':'all','period':'week','uses':9,'units':'50','money':'12.5'}],"
          + "'budget':{'units':'10000','money':'5000','period':'ever'}}";

  private static String rule(String rule) {
    return Shop.faults(Shop.campaign("c", "'trigger':{'on':'purchase'},'rules':[" + rule + "]"));
  }

  private static String when(String condition) {
    return rule("{'code':'r','when':[" + condition + "],'then':[" + STAMP + "]}");
  }

  private static String then(String effect) {
    return rule("{'code':'r','then':[" + effect + "]}");
  }

  private static String amount(String amount) {
    return then("{'do':'earn','unit':'points','amount':" + amount + "}");
  }

  @Test
  void aFullCampaignIsWrittenBackAsItWasRead() {
    JsonNode json = Shop.json(FULL);
    assertThat(DEFINITIONS.write(Shop.parse(json), Shop.WORDS).toString())
        .isEqualTo(json.toString());
  }

  @Test
  void everyKindIsWrittenBackAsItWasRead() {
    Catalogue catalogue = new Catalogue();
    Stream.of(
            catalogue.conditions().stream().map(Examples::withCondition),
            catalogue.amounts().stream().map(Examples::withAmount),
            catalogue.effects().stream().map(Examples::withEffect))
        .flatMap(campaigns -> campaigns)
        .forEach(campaign -> {
          JsonNode written = DEFINITIONS.write(campaign, Shop.WORDS);
          assertThat(Shop.parse(written)).isEqualTo(campaign);
        });
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    CampaignDefinition campaign =
        Shop.parse(
            Shop.campaign(
                "c",
                "'trigger':{'on':'purchase'},'until':null,'rules':[{'code':'r','then':["
                    + STAMP
                    + "]}]"));
    assertThat(campaign.lane()).isEqualTo("default");
    assertThat(campaign.priority()).isZero();
    assertThat(campaign.exclusive()).isFalse();
    assertThat(campaign.until()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'is':'categry','any':['x']}                  | /rules/0/when/0/is unknown_value",
        "{'any':['x']}                                 | /rules/0/when/0/is required",
        "7                                             | /rules/0/when/0 wrong_type",
        "{'is':'category','any':['x'],'al':1}          | /rules/0/when/0/al unknown_field",
        "{'is':'category'}                             | /rules/0/when/0/any required",
        "{'is':'category','any':[]}                    | /rules/0/when/0/any required",
        "{'is':'category','any':'x'}                   | /rules/0/when/0/any wrong_type",
        "{'is':'category','any':[7]}                   | /rules/0/when/0/any/0 wrong_type",
        "{'is':'category','any':['x','x']}             | /rules/0/when/0/any/1 duplicate",
        "{'is':'category','any':['']}                  | /rules/0/when/0/any/0 required",
        "{'is':'coupon','any':['a','A ']}              | /rules/0/when/0/any/1 duplicate",
        "{'is':'minimum','amount':'0'}                 | /rules/0/when/0/amount out_of_range",
        "{'is':'minimum','amount':'1.001'}             | /rules/0/when/0/amount too_many_decimals",
        "{'is':'minimum','amount':'x'}                 | /rules/0/when/0/amount not_a_number",
        "{'is':'minimum','amount':1e400}               | /rules/0/when/0/amount number_too_large",
        "{'is':'minimum','amount':'1','of':'all'}      | /rules/0/when/0/of unknown_value",
        "{'is':'hours','from':'25:00','to':'02:00'}    | /rules/0/when/0/from not_a_time_of_day",
        "{'is':'hours','from':'02:00','to':'02:00'}    | /rules/0/when/0/to ends_before_it_begins",
        "{'is':'dates'}                                | /rules/0/when/0/from required",
        "{'is':'dates','from':'2026-02-30'}            | /rules/0/when/0/from not_a_date",
        "{'is':'dates','from':'2026-02-03','to':'2026-02-02'} | /rules/0/when/0/to ends_before_it_begins",
        "{'is':'season','from':'07-31','to':'01-01'}   | /rules/0/when/0/from no_such_day",
        "{'is':'season','from':'06-31','to':'13-01'}   | /rules/0/when/0/to no_such_day",
        "{'is':'dayOfMonth','any':[0]}                 | /rules/0/when/0/any/0 out_of_range",
        "{'is':'dayOfMonth','any':[1.5]}               | /rules/0/when/0/any/0 too_many_decimals",
        "{'is':'weekday','any':['saturday']}           | /rules/0/when/0/any/0 unknown_value",
        "{'is':'birthday','before':181}                | /rules/0/when/0/before out_of_range",
        "{'is':'birthday','calendar':'mayan'}          | /rules/0/when/0/calendar unknown_value",
        "{'is':'visit'}                                | /rules/0/when/0 exactly_one",
        "{'is':'visit','number':1,'every':2}           | /rules/0/when/0 exactly_one",
        "{'is':'lastVisit','atLeast':9,'atMost':8}     | /rules/0/when/0/atMost ends_before_it_begins",
        "{'is':'contains','items':['a'],'categories':['b']} | /rules/0/when/0 exactly_one",
        "{'is':'attribute','name':'km','any':['1']}    | /rules/0/when/0/is not_with_trigger",
        "{'is':'not','of':{'is':'minimum','amount':'1','of':'matched'}} | /rules/0/when/0/of/of not_in_a_group",
        "{'is':'not','of':{'is':'not','of':{'is':'not','of':{'is':'not','of':{'is':'not','of':{'is':'firstVisit'}}}}}} | /rules/0/when/0/of/of/of/of/of nested_too_deep"
      })
  void faultyConditionsAreRefusedWithTheirPlace(String condition, String fault) {
    assertThat(when(condition)).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'by':'steps'}                                | /by unknown_value",
        "{'by':'step','each':'0','give':'1'}           | /each out_of_range",
        "{'by':'step','each':'1','give':'1.5'}         | /give too_many_decimals",
        "{'by':'step','each':'1','give':-1}            | /give out_of_range",
        "{'by':'step','each':'1'}                      | /give required",
        "{'by':'fixed','give':'9999999999999999'}      | /give out_of_range",
        "{'by':'fixed','give':'99999999999999999999'}  | /give number_too_large",
        "{'by':'percent','percent':'10000.1'}          | /percent out_of_range",
        "{'by':'percent','percent':'0.00001'}          | /percent too_many_decimals",
        "{'by':'multiplier','times':'1'}               | /times out_of_range",
        "{'by':'multiplier','times':'1000.1'}          | /times out_of_range",
        "{'by':'attribute','name':'km','each':'1','give':'1'} | /by not_with_trigger",
        "{'by':'ladder','of':'amount','steps':[]}      | /steps required",
        "{'by':'ladder','of':'amount','steps':[{'from':'2','give':'1'},{'from':'2','give':'2'}]} | /steps/1/from steps_not_rising",
        "{'by':'ladder','of':'amount','steps':[{'from':'2'}]} | /steps/0 exactly_one",
        "{'by':'ladder','of':'amount','steps':[{'from':'2','give':'1','percent':'1'}]} | /steps/0 exactly_one",
        "{'by':'ladder','of':'amount','mode':'marginal','steps':[{'from':'2','give':'1'}]} | /steps/0/give not_with_effect"
      })
  void faultyAmountsAreRefusedWithTheirPlace(String amount, String fault) {
    assertThat(amount(amount)).isEqualTo("/rules/0/then/0/amount" + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'do':'earn','unit':'gold','amount':{'by':'fixed','give':'1'}}  | /unit unknown_value",
        "{'do':'stamp','unit':'points'}                                  | /unit unknown_value",
        "{'do':'stamp','unit':'stamps','count':0}                        | /count out_of_range",
        "{'do':'cheapestFree','every':3,'free':3}                        | /free out_of_range",
        "{'do':'discount','on':'basket','amount':{'by':'multiplier','times':2}} | /amount/by not_with_effect",
        "{'do':'discount','on':'all','amount':{'by':'percent','percent':2}} | /on unknown_value",
        "{'do':'gift','sku':'MUG'}                                       | /name required",
        "{'do':'stamp','unit':'stamps','expires':'soon'}                 | /expires unknown_value",
        "{'do':'stamp','unit':'stamps','expires':{'months':-1}}          | /expires/months out_of_range",
        "{'do':'stamp','unit':'stamps','expires':{}}                     | /expires exactly_one",
        "{'do':'stamp','unit':'stamps','pending':{'days':1,'event':'checkup'}} | /pending exactly_one",
        "{'do':'stamp','unit':'stamps','pending':'soon'}                 | /pending unknown_value",
        "{'do':'stamp','unit':'stamps','pending':{'event':'unheard'}}    | /pending/event unknown_value"
      })
  void faultyEffectsAreRefusedWithTheirPlace(String effect, String fault) {
    assertThat(then(effect)).isEqualTo("/rules/0/then/0" + fault);
  }

  @Test
  void faultyCampaignsAreRefusedWithAllTheirFaults() {
    assertThat(
            Shop.faults(
                Shop.json(
                    "{'code':'Base Campaign','name':{},'trigger':{'on':'purchase','type':'x'},"
                        + "'lane':7,'exclusive':'yes','priority':1.5,'colour':'red',"
                        + "'from':'2026-02-01T00:00:00Z','until':'2026-02-01T03:30:00+03:30',"
                        + "'rules':[{'code':'r'},{'code':'r','then':["
                        + STAMP
                        + ","
                        + STAMP
                        + "]},{'code':'r','then':["
                        + STAMP
                        + "],'caps':[{'per':'sale'},"
                        + "{'per':'sale','uses':1,'units':'1'},{'per':'member','uses':-1},"
                        + "{'per':'all','uses':1},{'per':'all','uses':2}]}],"
                        + "'budget':{'period':'hour'}}")))
        .isEqualTo(
            """
            /colour unknown_field
            /code not_a_code
            /name required
            /trigger/type unknown_field
            /lane wrong_type
            /exclusive wrong_type
            /priority too_many_decimals
            /until ends_before_it_begins
            /rules/0/then required
            /rules/1/then/1/unit duplicate
            /rules/1/code duplicate
            /rules/2/caps/0 no_limit
            /rules/2/caps/1/uses unknown_field
            /rules/2/caps/2/uses out_of_range
            /rules/2/caps/4 duplicate
            /rules/2/code duplicate
            /budget/period unknown_value\
            """
                .stripIndent());
  }

  @Test
  void limitsInUnitsNeedOneUnit() {
    String two = STAMP + ",{'do':'earn','unit':'points','amount':{'by':'fixed','give':'1'}}";
    assertThat(rule("{'code':'r','then':[" + two + "],'caps':[{'per':'sale','units':'1'}]}"))
        .isEqualTo("/rules/0/caps/0/units one_unit_needed");
    assertThat(
            rule(
                "{'code':'r','then':[{'do':'gift','sku':'a','name':'A'}],"
                    + "'caps':[{'per':'sale','units':'1'}]}"))
        .isEqualTo("/rules/0/caps/0/units one_unit_needed");
  }

  @Test
  void triggersBringTheirOwnWords() {
    assertThat(Shop.faults(Shop.campaign("c", "'trigger':{'on':'event'},'rules':[]")))
        .isEqualTo("/trigger/type required\n/rules required");
    assertThat(
            Shop.faults(
                Shop.campaign(
                    "c",
                    "'trigger':{'on':'event','type':'checkup'},'rules':[{'code':'r','when':["
                        + "{'is':'category','any':['x']},"
                        + "{'is':'attribute','name':'colour','any':['x']},"
                        + "{'is':'attribute','name':'km','any':['x']},"
                        + "{'is':'attribute','name':'kind','atLeast':'x'},"
                        + "{'is':'attribute','name':'first','any':['yes']},"
                        + "{'is':'attribute','name':'due','atMost':'tomorrow'}],'then':["
                        + "{'do':'discount','on':'lines','amount':{'by':'percent','percent':1}},"
                        + "{'do':'earn','unit':'points','amount':"
                        + "{'by':'attribute','name':'kind','each':'1','give':'1'}}]}]")))
        .isEqualTo(
            """
            /rules/0/when/0/is not_with_trigger
            /rules/0/when/1/name unknown_value
            /rules/0/when/2/any/0 not_a_number
            /rules/0/when/3/atLeast not_with_attribute
            /rules/0/when/4/any/0 wrong_type
            /rules/0/when/5/atMost not_a_date
            /rules/0/then/0/do not_with_trigger
            /rules/0/then/1/amount/name unknown_value\
            """
                .stripIndent());
    assertThat(
            Shop.faults(
                Shop.campaign(
                    "c",
                    "'trigger':{'on':'return'},'rules':[{'code':'r','then':["
                        + "{'do':'cheapestFree','every':2}]}]")))
        .isEqualTo("/rules/0/then/0/do not_with_trigger");
  }

  @Test
  void thereAreAtMostFiftyRulesAndTwentyConditions() {
    ObjectNode campaign = (ObjectNode) Shop.json(FULL);
    ArrayNode rules = campaign.putArray("rules");
    for (int at = 0; at < 51; at++) {
      rules.add(Shop.json("{'code':'r" + at + "','then':[" + STAMP + "]}"));
    }
    assertThat(Shop.faults(campaign)).startsWith("/rules too_many_items");
    rules.remove(50);
    campaign.remove(List.of("caps", "budget"));
    assertThat(Shop.faults(campaign)).isEmpty();
    ArrayNode when = ((ObjectNode) rules.get(0)).putArray("when");
    for (int at = 0; at < 21; at++) {
      when.add(Shop.json("{'is':'firstVisit'}"));
    }
    assertThat(Shop.faults(campaign)).isEqualTo("/rules/0/when too_many_items");
  }

  @Test
  void aHostileDocumentIsRefusedWithAHundredFaultsAtMost() {
    ObjectNode campaign = (ObjectNode) Shop.json(FULL);
    for (int at = 0; at < 100_000; at++) {
      campaign.put("field~/" + at + "\u0000" + "x".repeat(100), 1);
    }
    campaign.put("code", "x".repeat(1_000_000));
    Outcome<CampaignDefinition> outcome = DEFINITIONS.parse(campaign, Shop.WORDS);
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused<CampaignDefinition>) outcome).refusals()).hasSize(100);
  }

  /** Any damage to a right definition gives a campaign or refusals, never an exception. */
  @Test
  void whateverIsSentIsReadOrRefused() {
    long seed = 20260328;
    System.out.println("whateverIsSentIsReadOrRefused: seed " + seed);
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(List.of(FULL));
    Examples.CONDITIONS.values().forEach(text -> texts.add(wrapped("when", text)));
    Examples.EFFECTS.values().forEach(text -> texts.add(wrapped("then", text)));
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      JsonNode json = Shop.json(texts.get(random.nextInt(texts.size())));
      JsonNode damaged = damaged(json, random, 1 + random.nextInt(3));
      Outcome<CampaignDefinition> outcome = DEFINITIONS.parse(damaged, Shop.WORDS);
      switch (outcome) {
        case Done<CampaignDefinition>(CampaignDefinition campaign) ->
            assertThat(Shop.parse(DEFINITIONS.write(campaign, Shop.WORDS))).isEqualTo(campaign);
        case Refused<CampaignDefinition>(var refusals) -> refused++;
      }
    }
    assertThat(refused).isGreaterThan(10_000);
  }

  private static String wrapped(String list, String part) {
    String other = list.equals("when") ? ",'then':[" + STAMP + "]" : "";
    return "{'code':'c','name':{'en':'C'},'trigger':{'on':'purchase'},'rules':[{'code':'r','"
        + list
        + "':["
        + part
        + "]"
        + other
        + "}]}";
  }

  private static JsonNode damaged(JsonNode json, Random random, int times) {
    JsonNode root = json;
    for (int at = 0; at < times; at++) {
      List<JsonNode> containers = new ArrayList<>();
      collect(root, containers);
      JsonNode chosen = containers.get(random.nextInt(containers.size()));
      if (chosen instanceof ObjectNode object && !object.isEmpty()) {
        List<String> names = List.copyOf(object.propertyNames());
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
          object.remove(name);
        } else {
          object.set(random.nextInt(9) == 0 ? "x" + name : name, nonsense(random));
        }
      } else if (chosen instanceof ArrayNode array && !array.isEmpty()) {
        array.set(random.nextInt(array.size()), nonsense(random));
      }
    }
    return random.nextInt(50) == 0 ? nonsense(random) : root;
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isObject() || node.isArray()) {
      into.add(node);
      node.values().forEach(child -> collect(child, into));
    }
  }

  private static JsonNode nonsense(Random random) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(14)) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(random.nextBoolean());
      case 2 -> json.numberNode(random.nextLong());
      case 3 -> json.numberNode(random.nextGaussian());
      case 4 -> json.numberNode(Double.POSITIVE_INFINITY);
      case 5 -> json.numberNode(Double.NaN);
      case 6 -> json.numberNode(new java.math.BigDecimal("1E+1000000000"));
      case 7 -> json.numberNode(new java.math.BigDecimal("1E-1000000000"));
      case 8 -> json.numberNode(java.math.BigInteger.TWO.pow(500));
      case 9 -> json.stringNode("9".repeat(random.nextInt(80)));
      case 10 -> json.stringNode("\u0000😀\uD800" + random.nextInt());
      case 11 -> json.arrayNode().add(random.nextInt()).add(json.objectNode());
      case 12 -> Shop.json(FULL);
      default ->
          json.stringNode(
              List.of("0", "-1", "1", "2026-01-01", "00:00", "sat", "points")
                  .get(random.nextInt(7)));
    };
  }
}
