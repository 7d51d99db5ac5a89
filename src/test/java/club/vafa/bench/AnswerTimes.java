package club.vafa.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How long answers take; each kind of address is asked for so many times. */
record AnswerTimes(Duration goal, int times) {
  private record Row(String kind, long half, long nearly, long most) {}

  /** Asks, prints a row for each kind, the slowest first, and tells whether all held. */
  boolean ask(String face, Map<String, List<String>> kinds, Consumer<String> question) {
    List<Row> rows = new ArrayList<>();
    kinds.forEach((kind, paths) -> rows.add(row(kind, paths, question)));
    rows.sort(Comparator.comparingLong(Row::most).reversed());
    System.out.printf("%n%-78s %10s %10s %10s%n", face, "half, ms", "95 %, ms", "most, ms");
    for (Row row : rows) {
      System.out.printf(
          "%-78s %10.1f %10.1f %10.1f%n",
          row.kind(), row.half() / 1e6, row.nearly() / 1e6, row.most() / 1e6);
    }
    long slow = rows.stream().filter(row -> row.nearly() > goal.toNanos()).count();
    System.out.printf(
        "%s: %d kinds, %d of them not within %d ms in 95 of 100%n",
        face, rows.size(), slow, goal.toMillis());
    return slow == 0;
  }

  private Row row(String kind, List<String> paths, Consumer<String> question) {
    question.accept(paths.getFirst());
    long[] nanos = new long[times];
    for (int at = 0; at < times; at++) {
      long from = System.nanoTime();
      question.accept(paths.get(at % paths.size()));
      nanos[at] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    return new Row(kind, nanos[times / 2], nanos[(times - 1) * 95 / 100], nanos[times - 1]);
  }
}
