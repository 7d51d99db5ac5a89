package club.vafa.trials;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every member should have, reckoned straight from the retailer's own lines with nothing of
 * Vafa's code: a point for each full pound of a sale, one more for each piece of Christmas goods,
 * and a quarter on top, to the tenth of a point, for whoever had spent 1,000 pounds before. What
 * comes back goes to the latest invoices that have it left; each is then worth what it would have
 * been without it.
 */
final class Recomputation {
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final long SILVER = 100_000;
  private static final int MOST_LINES = 1000;

  private final Map<String, String> descriptions;
  private final Map<String, List<Sale>> sales = new HashMap<>();

  /** Line of the file, and the code it is refused with. */
  final TreeMap<Long, String> refused = new TreeMap<>();

  int purchases;
  int returns;

  private record Line(
      long at,
      String invoice,
      String time,
      String customer,
      String sku,
      long quantity,
      BigDecimal price) {}

  private static final class Sale {
    final String time;
    final List<Line> lines;
    final long[] left;
    final boolean silver;
    final int order;

    Sale(List<Line> lines, boolean silver, int order) {
      this.time = lines.getFirst().time();
      this.lines = lines;
      this.left = lines.stream().mapToLong(Line::quantity).toArray();
      this.silver = silver;
      this.order = order;
    }

    long worth() {
      long pence = 0;
      for (int at = 0; at < left.length; at++) {
        pence += left[at] * pence(lines.get(at));
      }
      return pence;
    }
  }

  private Recomputation(Map<String, String> descriptions) {
    this.descriptions = descriptions;
  }

  static Recomputation of(Path folder, String before) {
    Recomputation all = new Recomputation(OnlineRetail.descriptions(folder));
    Map<String, List<Line>> invoices = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(OnlineRetail.LINES))) {
      long at = 1;
      for (NamedCsvRecord row : lines) {
        if (before.isEmpty() || row.getField("invoice_time").compareTo(before) < 0) {
          Line line =
              new Line(
                  ++at,
                  row.getField("invoice"),
                  row.getField("invoice_time"),
                  row.getField("customer_id"),
                  row.getField("stock_code"),
                  Long.parseLong(row.getField("quantity")),
                  new BigDecimal(row.getField("unit_price")));
          invoices.computeIfAbsent(line.invoice(), _ -> new ArrayList<>()).add(line);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    invoices.values().forEach(all::take);
    return all;
  }

  private void take(List<Line> invoice) {
    boolean back = invoice.getFirst().invoice().startsWith("C");
    List<Line> sold = invoice.stream().filter(line -> !back && line.quantity() > 0).toList();
    if (sold.size() > MOST_LINES) {
      invoice.forEach(line -> refused.put(line.at(), "too_many_items"));
      return;
    }
    Map<Long, String> faulty = new TreeMap<>();
    sold.forEach(line -> fault(line, faulty));
    if (!faulty.isEmpty()) {
      invoice.forEach(line -> refused.put(line.at(), "other_row_refused"));
      refused.putAll(faulty);
      return;
    }
    if (!sold.isEmpty()) {
      sell(sold);
    }
    List<Line> wanted = invoice.stream().filter(line -> !sold.contains(line)).toList();
    if (invoice.getFirst().customer().isEmpty()) {
      wanted.forEach(line -> refused.put(line.at(), "return_without_member"));
    } else {
      wanted.forEach(this::bringBack);
      returns += wanted.isEmpty() ? 0 : 1;
    }
  }

  private static void fault(Line line, Map<Long, String> faulty) {
    if (line.price().signum() <= 0) {
      faulty.put(line.at(), "must_be_positive");
    } else if (line.price().stripTrailingZeros().scale() > 2) {
      faulty.put(line.at(), "too_many_decimals");
    }
  }

  private void sell(List<Line> lines) {
    purchases++;
    List<Sale> before = sales.computeIfAbsent(lines.getFirst().customer(), _ -> new ArrayList<>());
    boolean silver = before.stream().mapToLong(Sale::worth).sum() >= SILVER;
    before.add(new Sale(lines, silver, before.size()));
  }

  private void bringBack(Line line) {
    long wanted = Math.abs(line.quantity());
    List<Sale> latest = new ArrayList<>(sales.getOrDefault(line.customer(), List.of()));
    latest.removeIf(sale -> sale.time.compareTo(line.time()) > 0);
    latest.sort((one, other) -> {
      int byTime = other.time.compareTo(one.time);
      return byTime == 0 ? Integer.compare(other.order, one.order) : byTime;
    });
    for (Sale sale : latest) {
      for (int at = 0; at < sale.left.length && wanted > 0; at++) {
        if (sale.lines.get(at).sku().equals(line.sku())) {
          long some = Math.min(wanted, sale.left[at]);
          sale.left[at] -= some;
          wanted -= some;
        }
      }
    }
    if (wanted > 0) {
      refused.put(line.at(), "nothing_to_return");
    }
  }

  /** Tenths of a point by customer, those with none left out. */
  Map<String, Long> points() {
    Map<String, Long> points = new TreeMap<>();
    sales.forEach((customer, all) -> {
      long tenths = all.stream().mapToLong(this::tenths).sum();
      if (tenths > 0 && !customer.isEmpty()) {
        points.put(customer, tenths);
      }
    });
    return points;
  }

  private long tenths(Sale sale) {
    long points = sale.worth() / 100;
    for (int at = 0; at < sale.left.length; at++) {
      String name = descriptions.getOrDefault(sale.lines.get(at).sku(), "");
      points += name.contains("CHRISTMAS") ? sale.left[at] : 0;
    }
    BigDecimal more =
        sale.silver
            ? BigDecimal.valueOf(points).multiply(QUARTER).setScale(1, RoundingMode.HALF_UP)
            : BigDecimal.ZERO;
    return BigDecimal.valueOf(points).add(more).movePointRight(1).longValueExact();
  }

  private static long pence(Line line) {
    return line.price().movePointRight(2).longValueExact();
  }
}
