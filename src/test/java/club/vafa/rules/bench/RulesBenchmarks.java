package club.vafa.rules.bench;

import club.vafa.rules.Facts;
import club.vafa.rules.Program;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decisions per second of one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RulesBenchmarks {

  /** Vafa's program and the carts. */
  @State(Scope.Thread)
  public static class Vafa {
    @Param({"10", "100", "1000"})
    public int rules;

    Program program;
    Program capped;
    Facts[] carts;
    int next;

    @Setup
    public void prepare() {
      program = Promotions.program(rules, false);
      capped = Promotions.program(rules, true);
      carts = Promotions.carts(rules);
    }

    Facts cart() {
      next = (next + 1) & (Promotions.CARTS - 1);
      return carts[next];
    }
  }

  /** Drools' rules and the same carts. */
  @State(Scope.Thread)
  public static class Drools {
    @Param({"10", "100", "1000"})
    public int rules;

    DroolsPromotions promotions;
    Facts[] carts;
    int next;

    @Setup
    public void prepare() {
      promotions = new DroolsPromotions(rules);
      carts = Promotions.carts(rules);
    }

    Facts cart() {
      next = (next + 1) & (Promotions.CARTS - 1);
      return carts[next];
    }
  }

  @Benchmark
  public Object vafa(Vafa vafa) {
    return vafa.program.decide(vafa.cart());
  }

  @Benchmark
  public Object vafaWithCapsAndBudgets(Vafa vafa) {
    return vafa.capped.decide(vafa.cart());
  }

  @Benchmark
  public Object droolsInPooledSession(Drools drools) {
    return drools.promotions.inPooledSession(drools.cart());
  }

  @Benchmark
  public Object droolsInOwnSession(Drools drools) {
    return drools.promotions.inOwnSession(drools.cart());
  }
}
