package club.vafa.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as it is shown.
 *
 * @param rows of the cells of the columns shown, in their order
 * @param next the cursor of the part that follows, or null at the end
 * @param counted how many there are, at most {@link #MOST_COUNTED} and one more
 */
public record Table(
    TableForm listing,
    Asked asked,
    Faults faults,
    List<List<Cell>> rows,
    @Nullable String next,
    long counted) {
  /** More than so many are not counted, as that would be dear. */
  public static final int MOST_COUNTED = 1000;

  public Table {
    rows = List.copyOf(rows);
  }

  public boolean many() {
    return counted > MOST_COUNTED;
  }

  public List<Column> columns() {
    return listing.shown(asked);
  }
}
