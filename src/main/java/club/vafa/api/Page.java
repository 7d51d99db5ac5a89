package club.vafa.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the part that follows, or null at the end
 */
public record Page<T>(List<T> data, @Nullable String next) {
  public static final int USUAL = 50;
  public static final int MOST = 200;

  public Page {
    data = List.copyOf(data);
  }

  /**
   * The page out of rows that were read one more than asked for, which tells whether more follow.
   *
   * @param cursor what to begin after, made from the last row shown
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> shown = rows.subList(0, limit);
    return new Page<>(shown, cursor.apply(shown.getLast()).text());
  }

  /**
   * All of a list, read in parts as far as it is looked at.
   *
   * @param parts the part after a cursor, the first after null
   */
  public static <T> Stream<T> all(Function<@Nullable String, Page<T>> parts) {
    return Stream.iterate(
            Optional.of(parts.apply(null)),
            Optional::isPresent,
            page -> page.flatMap(shown -> Optional.ofNullable(shown.next())).map(parts))
        .flatMap(page -> page.orElseThrow().data().stream());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(data.stream().<R>map(change).toList(), next);
  }
}
