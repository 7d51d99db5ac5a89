package club.vafa.ui;

import club.vafa.api.Cursor;
import club.vafa.api.InputRefused;
import club.vafa.api.Page;
import club.vafa.kernel.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list that is short enough to be held: what a club has some dozens of, such as its
 * staff. It is searched, narrowed and put in order here.
 *
 * @param cell what stands in a column
 * @param fits whether a thing passes the filters
 */
public record Shelf<T>(TableForm form, List<T> things, Cells<T> cell, BiPredicate<T, Asked> fits)
    implements Rows {
  public Shelf {
    things = List.copyOf(things);
  }

  /** What stands in a column of a thing. */
  @FunctionalInterface
  public interface Cells<T> {
    Cell of(T thing, String column);
  }

  private List<T> found(Asked asked) {
    String wanted = asked.wanted().toLowerCase(Locale.ROOT);
    Function<T, Cell> by = thing -> cell.of(thing, asked.order());
    Comparator<T> order = Comparator.comparing(by, Shelf::compare);
    List<T> found = new ArrayList<>();
    for (T thing : things) {
      if (fits.test(thing, asked) && (wanted.isEmpty() || says(thing, wanted))) {
        found.add(thing);
      }
    }
    found.sort(asked.descending() ? order.reversed() : order);
    return found;
  }

  private boolean says(T thing, String wanted) {
    return form.columns().stream()
        .anyMatch(column ->
            cell.of(thing, column.code()).text().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Days and numbers by what they are, all else by what is read. */
  @SuppressWarnings("unchecked")
  private static int compare(Cell one, Cell other) {
    boolean same = one.value().getClass() == other.value().getClass();
    return same && !(one.value() instanceof String) && one.value() instanceof Comparable<?> value
        ? ((Comparable<Object>) value).compareTo(other.value())
        : one.text().compareToIgnoreCase(other.text());
  }

  @Override
  public Page<List<Cell>> part(Asked asked, @Nullable String after, int most) {
    List<T> found = found(asked);
    int from = after == null ? 0 : start(after);
    List<T> rest = found.subList(Math.min(from, found.size()), found.size());
    Page<T> page =
        Page.of(
            rest.subList(0, Math.min(most + 1, rest.size())), most, _ -> Cursor.of(from + most));
    return page.map(
        thing -> form.shown(asked).stream().map(column -> cell.of(thing, column.code())).toList());
  }

  /** What is held whole does not move while it is turned over. */
  private static int start(String after) {
    Outcome<Cursor> cursor = Cursor.read(after, 1);
    String place = InputRefused.unlessDone(cursor).parts().getFirst();
    return place.matches("\\d{1,6}") ? Integer.parseInt(place) : 0;
  }

  @Override
  public long count(Asked asked, int most) {
    return Math.min(most, found(asked).size());
  }
}
