package club.vafa.operations.imports;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/**
 * Shows how an import gets on: one line that is written over on a terminal, a new line every few
 * seconds elsewhere.
 */
final class Progress {
  private static final int BAR = 24;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Voice voice;
  private final boolean terminal;
  private final long allBytes;
  private final long startedAt = System.nanoTime();
  private long firstRow = -1;
  private long shownAt = startedAt;

  Progress(PrintStream out, Voice voice, boolean terminal, long allBytes) {
    this.out = out;
    this.voice = voice;
    this.terminal = terminal;
    this.allBytes = Math.max(1, allBytes);
  }

  /** What follows is measured from here. */
  void from(long row) {
    firstRow = row;
  }

  void show(long rows, long bytes) {
    long now = System.nanoTime();
    if (!terminal && now - shownAt < BETWEEN_LINES.toNanos()) {
      return;
    }
    shownAt = now;
    long done = Math.min(allBytes, bytes);
    long nanos = Math.max(1, now - startedAt);
    // Bytes are read far ahead of the work, so how many are behind it is reckoned from the rows.
    double fresh = (double) done * Math.max(1, rows - Math.max(0, firstRow)) / Math.max(1, rows);
    Duration left =
        Duration.ofNanos((long) ((double) nanos * (allBytes - done) / Math.max(1, fresh)));
    String text =
        voice.say(
            "import.progress",
            Map.of(
                "percent",
                100 * done / allBytes,
                "rows",
                rows,
                "rate",
                rate(rows),
                "left",
                time(left)));
    if (terminal) {
      int full = (int) (BAR * done / allBytes);
      out.print("\r[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + text + "   ");
      out.flush();
    } else {
      out.println(text);
    }
  }

  /** Leaves the line that was written over. */
  void end() {
    if (terminal) {
      out.println();
    }
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** Rows a second, of those that were worked on. */
  long rate(long rows) {
    long millis = Math.max(1, took().toMillis());
    return (rows - Math.max(0, firstRow)) * 1000 / millis;
  }

  static String time(Duration time) {
    return time.toHours() > 0
        ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
