package club.vafa.operations.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of refused rows as tests compare it: line, field and code of each. */
final class RefusedRows {
  private RefusedRows() {}

  static List<String> of(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    char separator = Files.readString(file).contains(";vafa_line") ? ';' : ',';
    try (CsvReader<NamedCsvRecord> read =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : read) {
        rows.add(
            row.getField("vafa_line")
                + " "
                + row.getField("vafa_field")
                + " "
                + row.getField("vafa_code"));
      }
    }
    return rows;
  }
}
