package club.vafa.bench;

import club.vafa.bench.Meter.Used;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Everything one run measured, beside each other and beside the goals. */
record Report(List<Result> results) {
  static final String PGBENCH = "TPC-B by pgbench";
  static final String PREPARED = "the same, prepared";
  static final String JDBC = "TPC-B over JDBC";
  static final String NAIVE = "naive purchase";
  private static final double SINGLES = 2;
  private static final double BATCHES = 5;
  private static final double MOST_P99 = 100;
  private static final double KEPT_UP = 0.8;

  Report {
    results = List.copyOf(results);
  }

  /** A goal, what was reached, and whether that is enough. */
  record Goal(String goal, double wanted, double reached, boolean met) {
    static Goal atLeast(String goal, double wanted, double reached) {
      return new Goal(goal, wanted, reached, reached >= wanted);
    }

    static Goal atMost(String goal, double wanted, double reached) {
      return new Goal(goal, wanted, reached, reached <= wanted);
    }
  }

  /**
   * What all rates are compared with: pgbench as it comes, where it is installed; else the same
   * over JDBC.
   */
  OptionalDouble tpcb() {
    OptionalDouble program = median(PGBENCH);
    return program.isPresent() ? program : median(JDBC);
  }

  /** The harder measure: the same transaction with statements that are planned once. */
  private OptionalDouble prepared() {
    OptionalDouble program = median(PREPARED);
    return program.isPresent() ? program : median(JDBC);
  }

  /** The middle one of several runs of a stage. */
  OptionalDouble median(String stage) {
    double[] rates =
        results.stream()
            .filter(result -> result.stage().equals(stage))
            .mapToDouble(Result::perSecond)
            .sorted()
            .toArray();
    int half = rates.length / 2;
    return rates.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            rates.length % 2 == 1 ? rates[half] : (rates[half - 1] + rates[half]) / 2);
  }

  private Optional<Result> stage(String name) {
    return results.stream().filter(result -> result.stage().equals(name)).findFirst();
  }

  List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    OptionalDouble tpcb = tpcb();
    results.stream()
        .filter(result -> result.stage().matches("singles-[0-9]+"))
        .max(Comparator.comparingDouble(Result::perSecond))
        .ifPresent(singles ->
            tpcb.ifPresent(rate ->
                goals.add(
                    Goal.atLeast(
                        "single calls at %d callers, × TPC-B".formatted(singles.callers()),
                        SINGLES,
                        singles.perSecond() / rate))));
    stage("singles-64")
        .ifPresent(singles ->
            goals.add(Goal.atMost("p99 at 64 callers, ms", MOST_P99, singles.spread().p99())));
    for (String batch : List.of("batch-100", "batch-1000")) {
      stage(batch)
          .ifPresent(rate ->
              tpcb.ifPresent(base ->
                  goals.add(Goal.atLeast(batch + ", × TPC-B", BATCHES, rate.perSecond() / base))));
    }
    for (String stage : List.of("singles-64", "batch-1000")) {
      growth(stage).ifPresent(goals::add);
    }
    return goals;
  }

  /** The last step of a growing database against the first, by the middle one of their rates. */
  private Optional<Goal> growth(String stage) {
    List<Result> growing =
        results.stream().filter(result -> result.stage().startsWith(stage + "@")).toList();
    if (growing.isEmpty() || growing.getFirst().stage().equals(growing.getLast().stage())) {
      return Optional.empty();
    }
    Result first = middle(growing, growing.getFirst().stage());
    Result last = middle(growing, growing.getLast().stage());
    String title =
        "%s after %s against after %s"
            .formatted(stage, Table.number(last.stored()), Table.number(first.stored()));
    return Optional.of(Goal.atLeast(title, KEPT_UP, last.perSecond() / first.perSecond()));
  }

  private static Result middle(List<Result> results, String stage) {
    List<Result> sorted =
        results.stream()
            .filter(result -> result.stage().equals(stage))
            .sorted(Comparator.comparingDouble(Result::perSecond))
            .toList();
    return sorted.get(sorted.size() / 2);
  }

  @Override
  public String toString() {
    return "\n" + rates() + "\n" + costs() + "\n" + goalTable();
  }

  private Table rates() {
    Table table =
        new Table(
            "what",
            "callers",
            "a request",
            "per second",
            "× TPC-B",
            "× prepared",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "max ms",
            "stored");
    OptionalDouble tpcb = tpcb();
    OptionalDouble prepared = prepared();
    for (Result result : results) {
      boolean timed = result.spread().max() > 0;
      table.row(
          result.stage(),
          Integer.toString(result.callers()),
          Integer.toString(result.together()),
          Table.number(result.perSecond()),
          times(result, tpcb),
          times(result, prepared),
          timed ? Table.fixed(result.spread().p50(), 1) : "",
          timed ? Table.fixed(result.spread().p95(), 1) : "",
          timed ? Table.fixed(result.spread().p99(), 1) : "",
          timed ? Table.fixed(result.spread().max(), 1) : "",
          result.stored() == 0 ? "" : Table.number(result.stored()));
    }
    return table;
  }

  private static String times(Result result, OptionalDouble base) {
    return base.isPresent() ? Table.fixed(result.perSecond() / base.getAsDouble(), 2) : "";
  }

  private Table costs() {
    Table table =
        new Table(
            "processor time, µs each",
            "Vafa",
            "(collector",
            "compiler)",
            "PostgreSQL",
            "client",
            "others %",
            "idle %",
            "B log",
            "page images",
            "a commit");
    for (Result result : results) {
      Used used = result.used();
      table.row(
          result.stage(),
          Table.fixed(result.cost(used.vafa()), 0),
          Table.fixed(result.cost(used.collector()), 0),
          Table.fixed(result.cost(used.compiler()), 0),
          Table.fixed(result.cost(used.postgres()), 0),
          Table.fixed(result.cost(used.client()), 0),
          Long.toString(used.percent(used.others())),
          Long.toString(used.percent(used.all() - used.busy())),
          Table.fixed((double) used.walBytes() / Math.max(1, result.items()), 0),
          Table.fixed((double) used.pageImages() / Math.max(1, result.items()), 2),
          Table.fixed((double) result.items() / Math.max(1, used.commits()), 1));
    }
    return table;
  }

  private String goalTable() {
    Table table = new Table("goal", "wanted", "reached", "");
    for (Goal goal : goals()) {
      table.row(
          goal.goal(),
          Table.number(goal.wanted()),
          Table.number(goal.reached()),
          goal.met() ? "met" : "NOT MET");
    }
    return goals().isEmpty() ? "" : table.toString();
  }
}
