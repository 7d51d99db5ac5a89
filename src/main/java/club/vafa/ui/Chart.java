package club.vafa.ui;

import java.util.List;

/**
 * A picture of numbers. Its rows are also the table that tells the same to whoever does not see the
 * picture; the picture is drawn from it.
 *
 * @param by what the rows are: days, branches
 * @param series what is counted, a line or a colour each
 */
public record Chart(Kind kind, String title, String by, List<String> series, List<Row> rows) {
  /** How it is drawn. */
  public enum Kind {
    LINE,
    BAR,
    /** Bars on one another. */
    STACK,
    /** Of the first series only. */
    PIE;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One place along the chart, with a number for each series. */
  public record Row(String label, List<Point> points) {
    public Row {
      points = List.copyOf(points);
    }
  }

  /**
   * A number twice.
   *
   * @param plain the number as a plain decimal, by which it is drawn
   * @param shown as the reader writes it
   */
  public record Point(String plain, String shown) {}

  public Chart {
    series = List.copyOf(series);
    rows = List.copyOf(rows);
  }
}
