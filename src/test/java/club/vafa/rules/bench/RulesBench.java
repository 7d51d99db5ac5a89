package club.vafa.rules.bench;

import club.vafa.rules.Facts;
import club.vafa.rules.Program;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Compares Vafa's rules with Drools running the same promotions. First both decide every cart and
 * must agree; then each is measured in a virtual machine of its own, with one thread.
 *
 * <p>Arguments: seconds per round (1), rounds (5).
 */
public final class RulesBench {
  private static final int[] SIZES = {10, 100, 1_000};

  private RulesBench() {}

  public static void main(String[] arguments) throws RunnerException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    for (int rules : SIZES) {
      compare(rules);
    }
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("\\.RulesBenchmarks\\.")
                    .forks(1)
                    .threads(1)
                    .warmupIterations(rounds)
                    .warmupTime(TimeValue.seconds(seconds))
                    .measurementIterations(rounds)
                    .measurementTime(TimeValue.seconds(seconds))
                    .jvmArgsAppend("-Xmx2g")
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    print(results);
  }

  private static void compare(int rules) {
    Program program = Promotions.program(rules, false);
    DroolsPromotions drools = new DroolsPromotions(rules);
    long effects = 0;
    for (Facts cart : Promotions.carts(rules)) {
      Map<String, Long> ours = Promotions.points(program.decide(cart));
      Map<String, Long> pooled = new TreeMap<>(drools.inPooledSession(cart));
      Map<String, Long> own = new TreeMap<>(drools.inOwnSession(cart));
      if (!ours.equals(pooled) || !ours.equals(own)) {
        throw new IllegalStateException(
            rules + " rules: Vafa awards " + ours + ", Drools " + pooled + " and " + own);
      }
      effects += ours.size();
    }
    System.out.printf(
        Locale.ROOT,
        "%,d rules, %,d carts: same results, %.1f effects a cart%n",
        rules,
        Promotions.CARTS,
        (double) effects / Promotions.CARTS);
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Double> rates = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      rates.put(
          name.substring(name.lastIndexOf('.') + 1) + result.getParams().getParam("rules"),
          result.getPrimaryResult().getScore());
    }
    System.out.printf(
        "%n%6s %14s %14s %16s %16s %8s%n",
        "rules", "Vafa /s", "with caps /s", "Drools pool /s", "Drools own /s", "ratio");
    for (int rules : SIZES) {
      double vafa = rates.getOrDefault("vafa" + rules, 0d);
      double pooled = rates.getOrDefault("droolsInPooledSession" + rules, 0d);
      double own = rates.getOrDefault("droolsInOwnSession" + rules, 0d);
      System.out.printf(
          Locale.ROOT,
          "%,6d %,14.0f %,14.0f %,16.0f %,16.0f %7.1f×%n",
          rules,
          vafa,
          rates.getOrDefault("vafaWithCapsAndBudgets" + rules, 0d),
          pooled,
          own,
          vafa / Math.max(pooled, own));
    }
    System.out.println("Ratio: Vafa to the faster of the two ways to use Drools.");
  }
}
