package club.vafa.feed;

import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
   * Hands the next happenings to a follower and moves its cursor in one transaction. A follower
   * that fails sees the same happenings again; one that also writes elsewhere names the subject as
   * its idempotency key.
   *
   * @return how many were handed over; fewer than the limit means the follower is up to date
   */
  @Transactional
  public int follow(ClubId club, String follower, int limit, Consumer<List<Happening>> reader) {
    FeedStore.Position position = store.lock(club, follower);
    List<FeedStore.Row> rows = store.after(club, position, limit);
    if (rows.isEmpty()) {
      return 0;
    }
    reader.accept(rows.stream().map(FeedStore.Row::happening).toList());
    store.move(club, follower, rows.getLast().position());
    return rows.size();
  }
}
