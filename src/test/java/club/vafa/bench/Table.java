package club.vafa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of words under each other: the first column to the left, the others to the right. */
final class Table {
  private final List<List<String>> lines = new ArrayList<>();

  Table(String... titles) {
    lines.add(List.of(titles));
  }

  Table row(String... cells) {
    lines.add(List.of(cells));
    return this;
  }

  /** Digits in groups of three; a fraction only where it says something. */
  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%,.2f" : "%,.0f", value);
  }

  static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  @Override
  public String toString() {
    int[] widths = new int[lines.getFirst().size()];
    for (List<String> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        widths[column] = Math.max(widths[column], line.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        String space = " ".repeat(widths[column] - line.get(column).length());
        row.append(column == 0 ? line.get(0) + space : "  " + space + line.get(column));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
