package club.vafa.operations.imports;

import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A row that was not taken, and why. */
record RefusedRow(Row row, Refusal refusal) {

  /** All of these for the same reason. */
  static List<RefusedRow> all(List<Row> rows, Refusal refusal) {
    return rows.stream().map(row -> new RefusedRow(row, refusal)).toList();
  }

  /**
   * A purchase is taken whole or not at all: the rows beside the faulty ones are refused with them,
   * so that the corrected file holds all of it.
   *
   * @param faulty the first refusal of each faulty row
   */
  static List<RefusedRow> whole(List<Row> rows, Map<Row, Refusal> faulty) {
    List<RefusedRow> refused = new ArrayList<>(rows.size());
    long line = faulty.keySet().stream().mapToLong(Row::line).min().orElse(0);
    for (Row row : rows) {
      Refusal own = faulty.get(row);
      refused.add(
          new RefusedRow(
              row,
              own == null
                  ? Refusal.at("", ImportCode.OTHER_ROW_REFUSED, Map.of("line", line))
                  : own));
    }
    return refused;
  }
}
