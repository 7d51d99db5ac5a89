package club.vafa.spending;

import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.spending.UnbookedSale.State;
import club.vafa.spending.UnbookedStore.Done;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the sales that tills could not book until somebody has dealt with each. */
@Component
public class Unbooked {
  private final UnbookedStore store;
  private final Ids ids;
  private final Clock clock;

  Unbooked(UnbookedStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a till tells of a sale it could not book. */
  public record Report(
      String number,
      String who,
      long total,
      String sale,
      String code,
      String reason,
      Instant occurredAt) {}

  /** Keeps it once, however often it is told. */
  @Transactional
  public void report(ClubId club, Report told, String actor) {
    store.report(
        club,
        new UnbookedSale(
            new UnbookedId(ids.next()),
            told.number(),
            told.who(),
            told.total(),
            told.sale(),
            told.code(),
            told.reason(),
            told.occurredAt(),
            clock.instant(),
            actor,
            State.OPEN,
            "",
            null,
            null));
  }

  /** The open ones, or those that were dealt with; the latest first. */
  public List<UnbookedSale> list(ClubId club, boolean open, @Nullable UUID before, int most) {
    return store.list(club, open, before, most);
  }

  public Optional<UnbookedSale> find(ClubId club, UnbookedId id) {
    return store.find(club, id);
  }

  /** Those of these numbers. */
  public List<UnbookedSale> numbered(ClubId club, Collection<String> numbers) {
    return numbers.isEmpty() ? List.of() : store.numbered(club, numbers);
  }

  /** How many wait for somebody. */
  public long open(ClubId club) {
    return store.open(club);
  }

  /** Ends it; false when it had ended before. */
  @Transactional
  public boolean settle(ClubId club, String number, Ending ending) {
    return store.settle(
        club, number, new Done(ending.state(), ending.note(), clock.instant(), ending.actor()));
  }

  /** How it ends, and by whom. */
  public record Ending(State state, String note, String actor) {}
}
