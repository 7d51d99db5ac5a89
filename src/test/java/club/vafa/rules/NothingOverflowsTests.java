package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.amount.Whole;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The largest sales and the largest definitions end in a stated limit, never in an exception. */
class NothingOverflowsTests {
  private static final long MOST_LINE = 1_000_000_000_000_000L;
  private static final int MOST_LINES = 1_000;

  private static Facts largest(long amount, long quantity, Usage used) {
    List<Line> lines = new ArrayList<>();
    for (int at = 0; at < MOST_LINES; at++) {
      lines.add(new Line("i" + at % 7, "k", quantity, amount, null));
    }
    return new Facts(
        TriggerKind.PURCHASE,
        "",
        Shop.local("2026-03-28T10:15"),
        Shop.TEHRAN,
        Shop.WORDS.calendar(),
        new Sale("b", "t", "c", lines, Set.of("A"), amount),
        Map.of(),
        new Person(
            LocalDate.MIN.plusYears(1),
            LocalDate.of(1990, 1, 1),
            Standing.NONE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            null,
            null),
        used);
  }

  private static Program greediest() {
    String most = "999999999999999";
    String credit = "{'do':'earn','unit':'credit','amount':";
    String miles = "{'do':'earn','unit':'miles','amount':";
    List<String> effects =
        List.of(
            credit + "{'by':'percent','percent':'10000'}}",
            credit + "{'by':'step','each':'0.01','give':'9999999999999'}}",
            credit + "{'by':'piece','give':'9999999999999'}}",
            credit + "{'by':'piece','each':'0.001','give':'9999999999999'}}",
            credit
                + "{'by':'ladder','of':'quantity','mode':'marginal','steps':["
                + "{'from':'0','give':'9999999999999'},{'from':'999999999999','percent':'10000'}]}}",
            credit + "{'by':'multiplier','times':'1000'}}",
            miles + "{'by':'percent','percent':'10000'}}",
            miles
                + "{'by':'ladder','of':'amount','mode':'marginal','steps':["
                + "{'from':'0','percent':'10000'},{'from':'1','percent':'10000'}]}}",
            miles + "{'by':'multiplier','times':'1000'}}",
            "{'do':'stamp','unit':'stamps','count':1000}",
            "{'do':'earn','unit':'points','amount':{'by':'fixed','give':'" + most + "'}}",
            "{'do':'earn','unit':'points','amount':{'by':'multiplier','times':'1000'}}",
            "{'do':'gift','sku':'G','name':'G','quantity':'999999999999'}");
    StringBuilder rules = new StringBuilder();
    for (int at = 0; at < effects.size(); at++) {
      rules
          .append(at == 0 ? "" : ",")
          .append("{'code':'r")
          .append(at)
          .append("','when':[")
          .append(at % 2 == 0 ? "{'is':'item','any':['i1','i3']}" : "")
          .append("],'then':[")
          .append(effects.get(at))
          .append("],'caps':[")
          .append("{'per':'member','uses':999999,'money':'9999999999999'}]}");
    }
    return new Shop()
        .runsAs(
            "c",
            "'trigger':{'on':'purchase'},'rules':["
                + rules
                + "],'budget':{'money':'9999999999999'}")
        .program();
  }

  @Test
  void theLargestSaleMeetsTheGreediestCampaign() {
    Program program = greediest();
    for (long amount : new long[] {MOST_LINE, 1, 0, -MOST_LINE, Long.MAX_VALUE, Long.MIN_VALUE}) {
      for (long quantity : new long[] {MOST_LINE, 1, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
        for (Used used :
            List.of(
                Used.NOTHING,
                new Used(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE),
                new Used(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE))) {
          Facts facts = largest(amount, quantity, counter -> used);
          Decision decision = program.decide(facts);
          for (Decision.Effect effect : decision.effects()) {
            if (effect instanceof Decision.Effect.Earn earn) {
              assertThat(earn.wanted()).isBetween(1L, Whole.MOST);
              assertThat(earn.granted()).isBetween(0L, earn.wanted());
            }
          }
          assertThat(program.explain(facts).decision()).isEqualTo(decision);
        }
      }
    }
  }

  @Test
  void discountsOfTheLargestSaleSumExactly() {
    Program program =
        new Shop()
            .runs(
                "c",
                "{'code':'a','then':[{'do':'discount','on':'basket','amount':"
                    + "{'by':'percent','percent':'33.3333'}}]},"
                    + "{'code':'b','then':[{'do':'discount','on':'lines','amount':"
                    + "{'by':'percent','percent':'33.3333'}}]},"
                    + "{'code':'c','then':[{'do':'cheapestFree','every':3}]}")
            .program();
    Decision decision = program.decide(largest(MOST_LINE, MOST_LINE, Usage.NONE));
    long byLines = 0;
    for (long off : decision.lineDiscounts()) {
      assertThat(off).isBetween(0L, MOST_LINE);
      byLines += off;
    }
    long byEffects = 0;
    for (Decision.Effect effect : decision.effects()) {
      byEffects += ((Decision.Effect.Discount) effect).granted();
    }
    assertThat(byLines).isEqualTo(byEffects).isPositive();
  }

  @Test
  void hugeAttributesEndInTheLimit() {
    Shop shop =
        new Shop()
            .runsAs(
                "c",
                "'trigger':{'on':'event','type':'checkup'},'rules':[{'code':'r','then':["
                    + "{'do':'earn','unit':'points','amount':"
                    + "{'by':'attribute','name':'km','each':'0.000001','give':'2'}}]}]")
            .on(TriggerKind.EVENT, "checkup");
    assertThat(Shop.text(shop.attribute("km", new BigDecimal("1E+1000000000")).decide("")))
        .isEqualTo("r +1000000000000000 points");
    assertThat(Shop.text(shop.attribute("km", new BigDecimal("999999999999999999")).decide("")))
        .isEqualTo("r +1000000000000000 points");
    assertThat(Shop.text(shop.attribute("km", new BigDecimal("1E-1000000000")).decide("")))
        .isEmpty();
    assertThat(Shop.text(shop.attribute("km", new BigDecimal("-5")).decide(""))).isEmpty();
    assertThat(Shop.text(shop.attribute("km", "five").decide(""))).isEmpty();
  }

  @Test
  void scalingAgreesWithExactArithmetic() {
    long seed = 77;
    System.out.println("scalingAgreesWithExactArithmetic: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 200_000; round++) {
      long amount = random.nextLong() >>> (1 + random.nextInt(62));
      long numerator = random.nextLong() >>> (1 + random.nextInt(62));
      long denominator = Math.max(1, random.nextLong() >>> (1 + random.nextInt(62)));
      RoundingMode rounding = RoundingMode.values()[random.nextInt(7)];
      BigDecimal exact =
          new BigDecimal(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator)))
              .divide(BigDecimal.valueOf(denominator), 0, rounding)
              .min(BigDecimal.valueOf(Whole.MOST));
      assertThat(Whole.scale(amount, numerator, denominator, rounding))
          .isEqualTo(exact.longValueExact());
    }
  }

  @Test
  void sharesSumToTheirTotalAndStayBelowTheirWeights() {
    long seed = 78;
    System.out.println("sharesSumToTheirTotalAndStayBelowTheirWeights: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      long[] weights = new long[1 + random.nextInt(20)];
      long sum = 0;
      for (int at = 0; at < weights.length; at++) {
        weights[at] = random.nextInt(4) == 0 ? 0 : random.nextLong(MOST_LINE);
        sum += weights[at];
      }
      long total = sum == 0 ? 0 : random.nextLong(sum + 1);
      long[] shares = Whole.spread(total, weights);
      long spread = 0;
      for (int at = 0; at < weights.length; at++) {
        assertThat(shares[at]).isBetween(0L, weights[at]);
        spread += shares[at];
      }
      assertThat(spread).isEqualTo(total);
    }
  }
}
