package club.vafa.settlement;

import club.vafa.clubs.Club;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Statements.Origin;
import club.vafa.ledger.Statements.Written;
import club.vafa.settlement.Movement.Spot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Traces entries of the books to where their units were given and taken. Pure.
 *
 * <p>What is given or ends belongs to where the award was made, what is taken back to the sale that
 * is undone, what is spent or given back to where it was spent; each at the prices of that day.
 *
 * @param documents where and when each document happened, as far as it happened somewhere
 * @param open the first day whose statement is not closed; null while none is
 */
record Tracing(Club club, Map<UUID, Source> documents, @Nullable LocalDate open) {

  /** Where and when a document happened. */
  record Source(Place place, Instant at) {}

  List<Movement> trace(List<Written> entries) {
    List<Movement> movements = new ArrayList<>();
    for (Written written : entries) {
      Movement movement = trace(written);
      if (movement != null) {
        movements.add(movement);
      }
    }
    return movements;
  }

  private @Nullable Movement trace(Written written) {
    Entry entry = written.entry();
    return switch (entry.kind()) {
      case ACCRUAL -> made(written, What.ISSUED, entry.amount(), given(written));
      case CLAWBACK -> made(written, What.TAKEN_BACK, entry.amount(), takenBack(written));
      case EXPIRATION -> made(written, What.EXPIRED, entry.amount(), given(written));
      case REINSTATEMENT -> made(written, What.EXPIRED, -entry.amount(), given(written));
      case REDEMPTION, CAPTURE ->
          made(written, What.SPENT, entry.amount(), new Source(caused(entry).place(), entry.at()));
      case REVERSAL -> made(written, What.GIVEN_BACK, entry.amount(), caused(entry));
      case ADJUSTMENT ->
          made(
              written,
              entry.from() == Entry.Account.ISSUED ? What.ISSUED : What.TAKEN_BACK,
              entry.amount(),
              new Source(Place.NOWHERE, entry.at()));
      case ACTIVATION, TRANSFER_IN, TRANSFER_OUT, HOLD, RELEASE, SETTLEMENT -> null;
    };
  }

  private Movement made(Written written, What what, long amount, Source source) {
    Entry entry = written.entry();
    LocalDate happened = club.day(entry.at());
    return new Movement(
        entry.id(),
        entry.member(),
        document(entry),
        new Spot(source.place(), entry.unit(), what),
        origin(written),
        open == null || happened.isAfter(open) ? happened : open,
        club.day(source.at()),
        entry.at(),
        amount,
        null);
  }

  /**
   * What comes back belongs to the sale that is undone, also when units of another partner have to
   * stand in for it because its own were spent: who gave them, gave them.
   */
  private Source takenBack(Written written) {
    Cause cause = written.entry().cause();
    if (cause.id().equals(cause.undoes())) {
      // The sale's own advance, which becomes what is owed: nobody had given it.
      return new Source(Place.NOWHERE, written.entry().at());
    }
    Source sale = documents.get(document(written.entry()));
    return sale == null ? given(written) : sale;
  }

  /** Where the award was made that an entry moves. */
  private Source given(Written written) {
    Instant awarded = written.awardedAt();
    return awarded == null ? caused(written.entry()) : new Source(origin(written), awarded);
  }

  private Place origin(Written written) {
    Origin origin = written.origin();
    Source source = origin == null ? null : documents.get(origin.id());
    return source == null ? Place.NOWHERE : source.place();
  }

  /** Where the document happened that an entry is about: the sale, also when it is a return. */
  private Source caused(Entry entry) {
    Source source = documents.get(document(entry));
    return source == null ? new Source(Place.NOWHERE, entry.at()) : source;
  }

  private static UUID document(Entry entry) {
    return Objects.requireNonNullElse(entry.cause().undoes(), entry.cause().id());
  }

  /** The documents that have to be known for these entries, with what they are. */
  static List<Origin> asked(List<Written> entries) {
    List<Origin> asked = new ArrayList<>();
    for (Written written : entries) {
      Cause cause = written.entry().cause();
      asked.add(
          cause.undoes() == null
              ? new Origin(cause.kind(), cause.id())
              : new Origin(undone(cause.kind()), cause.undoes()));
      if (written.origin() != null) {
        asked.add(written.origin());
      }
    }
    return asked;
  }

  private static Cause.Kind undone(Cause.Kind kind) {
    return kind == Cause.Kind.RETURN ? Cause.Kind.PURCHASE : kind;
  }
}
