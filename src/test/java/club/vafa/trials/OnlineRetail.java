package club.vafa.trials;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A year of a real British retailer, kept outside the project: 541,909 lines of 25,900 invoices, a
 * tenth of them cancellations. The folder is {@code ../shared/data/online_retail}, or below what
 * {@code SHARED_FOLDER} names.
 */
final class OnlineRetail {
  static final String LINES = "online_retail_lines.csv";
  private static final String COUNTRIES = "online_retail_invoice_country.csv";
  private static final String PRODUCTS = "online_retail_products.csv";

  private OnlineRetail() {}

  static Optional<Path> folder() {
    String shared = System.getenv("SHARED_FOLDER");
    Path folder = Path.of(shared == null ? "../shared" : shared, "data", "online_retail");
    return Files.isRegularFile(folder.resolve(LINES)) ? Optional.of(folder) : Optional.empty();
  }

  /**
   * The mapping step: one file of the three, with the country as branch and a category from the
   * description.
   *
   * @param before sales before this date, for instance {@code 2011}; empty for all of them
   */
  static void write(Path folder, Path to, String before) {
    Map<String, String> countries = read(folder.resolve(COUNTRIES), "invoice", "country");
    Map<String, String> goods =
        read(folder.resolve(PRODUCTS), "stock_code", "most_common_description");
    try (CsvReader<NamedCsvRecord> lines =
            CsvReader.builder().ofNamedCsvRecord(folder.resolve(LINES));
        CsvWriter out = CsvWriter.builder().build(to)) {
      out.writeRecord(
          "invoice",
          "invoice date",
          "customer",
          "branch",
          "sku",
          "description",
          "category",
          "quantity",
          "price");
      for (NamedCsvRecord line : lines) {
        String time = line.getField("invoice_time");
        if (before.isEmpty() || time.compareTo(before) < 0) {
          String sku = line.getField("stock_code");
          String name = goods.getOrDefault(sku, "").strip();
          out.writeRecord(
              line.getField("invoice"),
              time,
              line.getField("customer_id"),
              countries.getOrDefault(line.getField("invoice"), ""),
              sku,
              name,
              category(name),
              line.getField("quantity"),
              line.getField("unit_price"));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String category(String description) {
    return description.contains("CHRISTMAS") ? "christmas" : "other";
  }

  static Map<String, String> read(Path file, String key, String value) {
    Map<String, String> read = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      rows.forEach(row -> read.put(row.getField(key), row.getField(value)));
      return read;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Map<String, String> descriptions(Path folder) {
    return read(folder.resolve(PRODUCTS), "stock_code", "most_common_description");
  }
}
