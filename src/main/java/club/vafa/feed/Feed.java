package club.vafa.feed;

import club.vafa.feed.FeedStore.Position;
import club.vafa.feed.FeedStore.Row;
import club.vafa.feed.FeedStore.Stretch;
import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the feed and lets followers read it. */
@Component
public class Feed {
  private final FeedStore store;

  Feed(FeedStore store) {
    this.store = store;
  }

  /** Appends in the running transaction: it stands when the fact stands. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(ClubId club, List<Happening> happenings) {
    store.append(club, happenings);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void append(ClubId club, String kind, UUID subject, @Nullable String payload, Instant at) {
    store.append(club, List.of(new Happening(kind, subject, payload, at)));
  }

  /**
   * Who follows the feed. Who is named anew begins at the beginning.
   *
   * @param name of its cursor
   * @param kinds of what happened it is told of, others are passed by; null for all. Asked when it
   *     is known how far it will read, so that an answer may rest on what was written by then
   */
  public record Follower(String name, Supplier<@Nullable Set<String>> kinds) {
    public static Follower ofAll(String name) {
      return new Follower(name, () -> null);
    }

    public static Follower of(String name, String... kinds) {
      Set<String> all = Set.of(kinds);
      return new Follower(name, () -> all);
    }
  }

  /**
   * Hands the next happenings to a follower and moves its cursor in one transaction. A follower
   * that fails sees the same happenings again; one that also writes elsewhere names the subject as
   * its idempotency key.
   *
   * @return how many were handed over; fewer than the limit means the follower is up to date
   */
  @Transactional
  public int follow(ClubId club, Follower follower, int limit, Consumer<List<Happening>> reader) {
    Position position = store.lock(club, follower.name());
    Optional<Position> horizon = store.horizon(club, position);
    if (horizon.isEmpty()) {
      return 0;
    }
    Stretch stretch = new Stretch(position, horizon.get());
    Set<String> kinds = follower.kinds().get();
    List<Row> rows =
        kinds != null && kinds.isEmpty() ? List.of() : store.in(club, stretch, kinds, limit);
    if (!rows.isEmpty()) {
      reader.accept(rows.stream().map(Row::happening).toList());
    }
    boolean more = rows.size() == limit;
    store.move(club, follower.name(), more ? rows.getLast().position() : stretch.last());
    return rows.size();
  }
}
