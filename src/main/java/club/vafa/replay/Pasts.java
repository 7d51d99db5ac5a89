package club.vafa.replay;

import club.vafa.activity.Activity;
import club.vafa.activity.PastPurchase;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the sales of files for replays; the books know nothing of them. */
@Component
public class Pasts {
  /** A file that nobody asks a replay for is forgotten so soon. */
  private static final Duration UNUSED = Duration.ofDays(1);

  /** As many files may lie there without a replay; then the oldest goes. */
  private static final int MOST_UNUSED = 5;

  private final PastStore store;
  private final Activity activity;
  private final Ids ids;
  private final Clock clock;

  Pasts(PastStore store, Activity activity, Ids ids, Clock clock) {
    this.store = store;
    this.activity = activity;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps what was read of a file until the last replay on it is deleted. */
  @Transactional
  public PastFile keep(ClubId club, NewPast read, String actor) {
    Instant now = clock.instant();
    store.forgetUnused(club, now.minus(UNUSED), MOST_UNUSED - 1);
    PastFile file =
        new PastFile(
            new PastId(ids.next()),
            read.name(),
            read.columns(),
            actor,
            now,
            read.rows(),
            read.purchases().size(),
            read.returns().size(),
            read.people().size(),
            read.refusedRows(),
            read.purchases().stream()
                .map(PastPurchase::occurredAt)
                .min(Instant::compareTo)
                .orElse(null),
            read.purchases().stream()
                .map(PastPurchase::occurredAt)
                .max(Instant::compareTo)
                .orElse(null));
    store.insert(club, file, read.returns());
    store.insertPages(club, file.id(), activity.packed(read.purchases()));
    store.insertPeople(club, file.id(), read.people());
    store.insertRefused(club, file.id(), read.refused());
    return file;
  }

  public Optional<PastFile> find(ClubId club, PastId id) {
    return store.find(club, id);
  }

  /** Whether a file is there, which then stays there until the transaction ends. */
  boolean hold(ClubId club, PastId id) {
    return store.hold(club, id);
  }

  /** Rows that were not taken, in the order of the file, those after a place. */
  public List<NewPast.RefusedRow> refused(ClubId club, PastId id, long after, int limit) {
    return store.refused(club, id, after, limit);
  }

  /** All of it, to be lived through. */
  Filed open(ClubId club, PastId id) {
    return new Filed(
        activity,
        find(club, id).orElseThrow(() -> new IllegalStateException("no longer there: " + id)),
        store.returns(club, id),
        store.people(club, id),
        store.pages(club, id));
  }

  /** Forgets a file when no replay is on it any more. */
  void forget(ClubId club, PastId id) {
    store.forget(club, id);
  }
}
