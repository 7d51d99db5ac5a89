package club.vafa.ui;

import club.vafa.api.Page;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the rows of a list come from. */
public interface Rows {
  /** So many rows of what is asked for, after this cursor, with the cells of the columns shown. */
  Page<List<Cell>> part(Asked asked, @Nullable String after, int most);

  /** How many there are, as far as the count may go. */
  long count(Asked asked, int most);

  /** All of them, read in parts. */
  default Stream<List<Cell>> all(Asked asked, int atOnce) {
    return Page.all(after -> part(asked, after, atOnce));
  }
}
