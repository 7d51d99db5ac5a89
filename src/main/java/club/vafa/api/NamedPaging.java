package club.vafa.api;

import club.vafa.kernel.Outcome;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list sorted by names, such as codes, that is asked for.
 *
 * @param after the last name shown; empty at the beginning
 */
public record NamedPaging(int limit, String after) {
  /** Reads {@code limit} and {@code after} of a query. */
  public static Outcome<NamedPaging> read(@Nullable Integer limit, @Nullable String after) {
    return Paging.read(limit, null)
        .then(paging -> start(after).map(name -> new NamedPaging(paging.limit(), name)));
  }

  /** The same, with a limit that is out of bounds brought within them. */
  public static Outcome<NamedPaging> within(@Nullable Integer limit, @Nullable String after) {
    int most = limit == null ? Page.USUAL : Math.clamp(limit, 1, Page.MOST);
    return start(after).map(name -> new NamedPaging(most, name));
  }

  private static Outcome<String> start(@Nullable String after) {
    return after == null
        ? Outcome.done("")
        : Cursor.read(after, 1).map(cursor -> cursor.parts().getFirst());
  }

  /**
   * The page.
   *
   * @param rows those after a name, so many at most
   */
  public <T> Page<T> page(BiFunction<String, Integer, List<T>> rows, Function<T, String> name) {
    return Page.of(rows.apply(after, limit + 1), limit, row -> Cursor.of(name.apply(row)));
  }
}
