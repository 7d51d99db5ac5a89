package club.vafa.api;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of a list sorted by id that is asked for. */
public record Paging(int limit, @Nullable UUID after) {
  /** Reads {@code limit} and {@code after} of a query. */
  public static Outcome<Paging> read(@Nullable Integer limit, @Nullable String after) {
    int wanted = limit == null ? Page.USUAL : limit;
    if (wanted < 1 || wanted > Page.MOST) {
      return Outcome.refused(Refusal.at("", ApiCode.BAD_PARAMETER, Map.of("name", "limit")));
    }
    return Cursor.readId(after).map(start -> new Paging(wanted, start.after()));
  }

  /** The page of rows that are read from after an id, as many as are shown and one more. */
  public <T> Page<T> page(BiFunction<@Nullable UUID, Integer, List<T>> rows, Function<T, UUID> id) {
    return Page.of(rows.apply(after, limit + 1), limit, row -> Cursor.of(id.apply(row)));
  }
}
