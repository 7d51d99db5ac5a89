package club.vafa.settlement;

import club.vafa.clubs.Club;
import club.vafa.ledger.Statements;
import club.vafa.ledger.Statements.Stretch;
import club.vafa.ledger.Statements.Written;
import club.vafa.settlement.MovementStore.Reading;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads the books on, a chunk at a time. Whoever holds the reading's row reads alone, and sees only
 * what was written below the oldest running transaction, so each entry is taken once and none is
 * passed over.
 */
@Component
class Reader {
  private static final int CHUNK = 5_000;

  private final Statements books;
  private final MovementStore store;
  private final TermsStore terms;
  private final Sources sources;

  Reader(Statements books, MovementStore store, TermsStore terms, Sources sources) {
    this.books = books;
    this.store = store;
    this.terms = terms;
    this.sources = sources;
  }

  /** Reads the next chunk in the running transaction; tells whether there may be more. */
  boolean readOn(Club club) {
    Reading at = store.lock(club.id());
    if (at.below() == 0) {
      long horizon = books.horizon();
      if (horizon <= at.done()) {
        throw new IllegalStateException(
            "the journal of " + club.id() + " is numbered anew and has to be read from its start");
      }
      if (horizon - 1 == at.done()) {
        return false;
      }
      at = at.stretch(horizon);
    }
    Stretch stretch = new Stretch(at.done(), at.below(), at.member(), at.entry());
    List<Written> entries = books.written(club.id(), stretch, CHUNK);
    if (!entries.isEmpty()) {
      Tracing tracing =
          new Tracing(
              club,
              sources.of(club.id(), Tracing.asked(entries)),
              terms.lastClosed(club.id()).map(day -> day.plusDays(1)).orElse(null));
      store.add(club.id(), tracing.trace(entries));
    }
    boolean more = entries.size() == CHUNK;
    store.move(club.id(), more ? after(at, entries.getLast()) : at.finished());
    return more;
  }

  /** Reads all there is, for whoever must know everything before it goes on. */
  void readAll(Club club) {
    while (readOn(club)) {
      // Each turn reads a chunk, and the last one finds that there is no more.
    }
  }

  private static Reading after(Reading at, Written last) {
    return new Reading(at.done(), at.below(), last.entry().member().value(), last.entry().id());
  }
}
