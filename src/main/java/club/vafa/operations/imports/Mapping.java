package club.vafa.operations.imports;

import club.vafa.operations.imports.CannotImport.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which column of a file holds which field: as told, and else as its heading says. */
final class Mapping {
  private final List<String> header;
  private final Map<Field, Integer> columns;

  private Mapping(List<String> header, Map<Field, Integer> columns) {
    this.header = header;
    this.columns = columns;
  }

  /**
   * @param fields that this kind of file may have
   * @param told field names and the headings the user gave them; {@code #3} is the third column,
   *     nothing means that no column holds the field
   */
  static Mapping of(List<String> header, List<Field> fields, Map<String, String> told) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    Set<Field> settled = new HashSet<>();
    told.forEach((name, heading) -> {
      Field field = Field.named(fields, name).orElseThrow(() -> unknownField(name, fields));
      settled.add(field);
      if (!heading.isEmpty()) {
        columns.put(field, column(header, heading));
      }
    });
    guess(header, fields, settled, columns);
    return new Mapping(header, columns);
  }

  private static CannotImport unknownField(String name, List<Field> fields) {
    String allowed = fields.stream().map(Field::label).collect(Collectors.joining(", "));
    return new CannotImport(Reason.FIELD_UNKNOWN, Map.of("value", name, "allowed", allowed));
  }

  private static int column(List<String> header, String heading) {
    int column = header.indexOf(heading);
    if (column < 0) {
      column = header.stream().map(Field::plain).toList().indexOf(Field.plain(heading));
    }
    if (heading.matches("#\\d{1,4}")) {
      column = Integer.parseInt(heading.substring(1)) - 1;
    }
    if (column < 0 || column >= header.size()) {
      throw new CannotImport(
          Reason.COLUMN_UNKNOWN, Map.of("value", heading, "columns", String.join(", ", header)));
    }
    return column;
  }

  /** The surest headings of all fields are looked for before the less sure ones of any. */
  private static void guess(
      List<String> header, List<Field> fields, Set<Field> settled, Map<Field, Integer> columns) {
    List<String> plain = header.stream().map(Field::plain).toList();
    Set<Integer> taken = new HashSet<>(columns.values());
    int most = fields.stream().mapToInt(field -> field.headings().size()).max().orElse(0);
    for (int rank = 0; rank < most; rank++) {
      for (Field field : fields) {
        if (rank < field.headings().size() && !settled.contains(field)) {
          int column = plain.indexOf(field.headings().get(rank));
          if (column >= 0 && taken.add(column)) {
            columns.put(field, column);
            settled.add(field);
          }
        }
      }
    }
  }

  /**
   * @throws CannotImport when none of these fields has a column
   */
  void needs(Field... oneOf) {
    for (Field field : oneOf) {
      if (has(field)) {
        return;
      }
    }
    throw new CannotImport(
        Reason.COLUMN_NEEDED,
        Map.of(
            "field",
            Arrays.stream(oneOf).map(Field::label).collect(Collectors.joining(" / ")),
            "columns",
            String.join(", ", header)));
  }

  boolean has(Field field) {
    return columns.containsKey(field);
  }

  /** What a row holds for a field; null when there is no such column or it is blank. */
  @Nullable String text(Row row, Field field) {
    Integer column = columns.get(field);
    if (column == null || column >= row.cells().size()) {
      return null;
    }
    String text = row.cells().get(column).strip();
    return text.isEmpty() ? null : text;
  }

  /** Each field with its heading, in the order of the file, for the user to check. */
  String shown() {
    return columns.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(entry -> entry.getKey().label() + " = " + header.get(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The headings no field was found for. */
  List<String> unused() {
    List<String> unused = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      if (!columns.containsValue(column)) {
        unused.add(header.get(column));
      }
    }
    return unused;
  }

  List<String> header() {
    return header;
  }
}
