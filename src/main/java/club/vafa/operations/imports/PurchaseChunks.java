package club.vafa.operations.imports;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of equal purchase ids and reads them, chunk by chunk. */
final class PurchaseChunks implements Iterator<Chunk<Group>> {
  private static final int MOST_GROUPS = 1000;
  private static final int MOST_ROWS = 25_000;

  /** So many rows of one id are never a purchase, and are not kept in memory together. */
  private static final int MOST_OF_GROUP = 3000;

  private final CsvFile file;
  private final Mapping mapping;
  private final PurchaseForm form;
  private final long after;
  private @Nullable Row next;
  private @Nullable String overlong;

  /**
   * @param after so many rows, which are passed over because they were done before
   */
  PurchaseChunks(CsvFile file, Mapping mapping, PurchaseForm form, long after) {
    this.file = file;
    this.mapping = mapping;
    this.form = form;
    this.after = after;
    this.next = advance();
  }

  private @Nullable Row advance() {
    while (file.hasNext()) {
      Row row = file.next();
      if (row.number() > after) {
        return row;
      }
    }
    return null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /** Rows of one id that stand apart come together when they are in the same chunk. */
  @Override
  public Chunk<Group> next() {
    List<List<Row>> all = new ArrayList<>(MOST_GROUPS);
    Map<String, List<Row>> byId = new HashMap<>();
    long first = next == null ? 0 : next.number();
    long last = first;
    while (next != null && all.size() < MOST_GROUPS && last - first < MOST_ROWS) {
      List<Row> rows = together();
      last = rows.getLast().number();
      String id = mapping.text(rows.getFirst(), Field.ID);
      List<Row> before = id == null ? null : byId.putIfAbsent(id, rows);
      if (before == null) {
        all.add(rows);
      } else {
        before.addAll(rows);
      }
    }
    if (all.isEmpty()) {
      throw new NoSuchElementException();
    }
    return new Chunk<>(all.stream().map(this::read).toList(), last, file.bytesRead());
  }

  private List<Row> together() {
    List<Row> rows = new ArrayList<>();
    Row row = next;
    String id = row == null ? null : mapping.text(row, Field.ID);
    while (row != null && rows.size() < MOST_OF_GROUP) {
      rows.add(row);
      row = advance();
      if (id == null || row == null || !id.equals(mapping.text(row, Field.ID))) {
        break;
      }
    }
    next = row;
    return rows;
  }

  private Group read(List<Row> rows) {
    String id = mapping.text(rows.getFirst(), Field.ID);
    if (id == null) {
      Input input = new Input();
      input.refuse("/id", InputCode.REQUIRED);
      return Group.refused(RefusedRow.all(rows, input.refusals().getFirst()));
    }
    if (rows.size() >= MOST_OF_GROUP || id.equals(overlong)) {
      overlong = id;
      Refusal tooMany = PurchaseForm.tooMany();
      return Group.refused(RefusedRow.all(rows, tooMany));
    }
    overlong = null;
    return form.read(rows);
  }
}
