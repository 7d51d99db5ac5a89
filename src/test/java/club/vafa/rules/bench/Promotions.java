package club.vafa.rules.bench;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Rate;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Definitions;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.LiveCampaign;
import club.vafa.rules.Program;
import club.vafa.rules.Usage;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.UnitInfo;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The promotions both engines run: of every ten, two on a category, two on an item, and one each on
 * a branch, a tier, a segment, a number of visits, a coupon and the time of day. They award points:
 * fixed, by step, by piece or by percentage.
 */
final class Promotions {
  static final int CARTS = 512;
  private static final ZoneId ZONE = ZoneId.of("Asia/Tehran");
  private static final Vocabulary WORDS =
      new Vocabulary(
          Map.of(
              "points",
              new UnitInfo(
                  "points", 0, RoundingMode.DOWN, UnitInfo.Kind.POINTS, Map.of(), new Rate(1, 10))),
          Currency.getInstance("JPY"),
          CalendarKind.JALALI,
          ZONE,
          Map.of());

  private Promotions() {}

  /** Goods and categories grow with the rules, as in a shop that has more to promote. */
  static int items(int rules) {
    return Math.max(50, rules * 5);
  }

  static int categories(int rules) {
    return Math.max(10, rules / 2);
  }

  /** One promotion, as both engines are told. */
  record Promotion(int number, int kind, String value, long a, long b) {
    static Promotion of(int number, int rules) {
      int kind = number % 10;
      Random random = new Random(number * 31L + 7);
      String value =
          switch (kind) {
            case 0, 1 -> "k" + random.nextInt(categories(rules));
            case 2, 3 -> "i" + random.nextInt(items(rules));
            case 4 -> "b" + random.nextInt(5);
            case 5 -> "t" + random.nextInt(4);
            case 6 -> "s" + random.nextInt(20);
            case 8 -> "COUPON" + number;
            default -> "";
          };
      return new Promotion(number, kind, value, 1 + random.nextInt(9), 2 + random.nextInt(9));
    }

    String conditions() {
      return switch (kind) {
        case 0 -> "{'is':'category','any':['" + value + "']}";
        case 1 ->
            "{'is':'category','any':['" + value + "']},{'is':'weekday','any':['sat','mon','wed']}";
        case 2 -> "{'is':'item','any':['" + value + "']}";
        case 3 ->
            "{'is':'item','any':['" + value + "']},{'is':'hours','from':'08:00','to':'14:00'}";
        case 4 -> "{'is':'branch','any':['" + value + "']},{'is':'minimum','amount':'30000'}";
        case 5 -> "{'is':'tier','any':['" + value + "']}";
        case 6 -> "{'is':'segment','any':['" + value + "']}";
        case 7 -> "{'is':'visit','every':" + (b + 3) + "}";
        case 8 -> "{'is':'coupon','any':['" + value + "']}";
        default -> "{'is':'hours','from':'" + (10 + a) + ":00','to':'" + (11 + a) + ":00'}";
      };
    }

    String amount() {
      return switch (kind) {
        case 0, 3 -> "{'by':'step','each':'" + a * 100 + "','give':'" + b + "'}";
        case 1, 4, 6 -> "{'by':'percent','percent':'" + a + "'}";
        case 2 -> "{'by':'piece','give':'" + b + "'}";
        default -> "{'by':'fixed','give':'" + a * b + "'}";
      };
    }
  }

  /**
   * @param capped whether every third campaign has a cap per member and day, and every fifth a
   *     budget
   */
  static Program program(int rules, boolean capped) {
    JsonMapper json = JsonMapper.builder().build();
    List<LiveCampaign> live = new ArrayList<>();
    for (int at = 0; at < rules; at++) {
      Promotion promotion = Promotion.of(at, rules);
      String caps =
          capped && at % 3 == 0 ? ",'caps':[{'per':'member','period':'day','units':'500'}]" : "";
      String budget = capped && at % 5 == 0 ? ",'budget':{'units':'1000000000'}" : "";
      String text =
          "{'code':'c"
              + at
              + "','name':{'en':'C'},'trigger':{'on':'purchase'},'rules':[{'code':'r"
              + at
              + "','when':["
              + promotion.conditions()
              + "],'then':[{'do':'earn',"
              + "'unit':'points','amount':"
              + promotion.amount()
              + "}]"
              + caps
              + "}]"
              + budget
              + "}";
      live.add(
          new LiveCampaign(
              new UUID(0, at + 1L),
              1,
              ((Done<CampaignDefinition>)
                      new Definitions().parse(json.readTree(text.replace('\'', '"')), WORDS))
                  .value()));
    }
    return Program.compile(live, WORDS);
  }

  /** Carts of three lines, now and then with a coupon. */
  static Facts[] carts(int rules) {
    Random random = new Random(42);
    Facts[] carts = new Facts[CARTS];
    for (int at = 0; at < CARTS; at++) {
      List<Line> lines = new ArrayList<>();
      for (int line = 0; line < 3; line++) {
        int item = random.nextInt(items(rules));
        lines.add(
            new Line(
                "i" + item,
                "k" + item % categories(rules),
                1_000L * (1 + random.nextInt(3)),
                500 + random.nextInt(40_000),
                null));
      }
      int coupon = random.nextInt(Math.max(1, rules / 10)) * 10 + 8;
      Set<String> coupons =
          random.nextInt(10) == 0 && coupon < rules ? Set.of("COUPON" + coupon) : Set.of();
      Person member =
          new Person(
              LocalDate.of(2025, 1, 1),
              LocalDate.of(1990, 5, 5),
              new Standing(
                  Set.of("t" + random.nextInt(4)),
                  Set.of("s" + random.nextInt(20), "s" + random.nextInt(20) + "x")),
              random.nextInt(50),
              random.nextInt(10_000_000),
              null,
              null);
      carts[at] =
          new Facts(
              TriggerKind.PURCHASE,
              "",
              Instant.parse("2026-03-28T04:30:00Z").plusSeconds(random.nextInt(7 * 86_400)),
              ZONE,
              CalendarKind.JALALI,
              new Sale("b" + random.nextInt(5), "t1", "standard", lines, coupons, 0),
              Map.of(),
              member,
              Usage.NONE);
    }
    return carts;
  }

  /** Points by rule, for comparing the engines. */
  static Map<String, Long> points(Decision decision) {
    Map<String, Long> points = new TreeMap<>();
    for (Effect effect : decision.effects()) {
      if (effect instanceof Effect.Earn earn) {
        points.merge(earn.source().rule(), earn.granted(), Long::sum);
      }
    }
    return points;
  }
}
