package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The books. Whoever has much to do opens a working copy, changes it in memory and writes it in the
 * same transaction; the commands below do just that with one operation each, now.
 */
@Component
public class Ledger {
  private final BooksOpener opener;
  private final BooksWriter writer;
  private final HoldStore holds;
  private final LedgerDue due;
  private final Clock clock;
  private final Ids ids;
  private final LedgerProof proof;

  Ledger(
      BooksOpener opener,
      BooksWriter writer,
      HoldStore holds,
      LedgerDue due,
      Clock clock,
      Ids ids,
      LedgerProof proof) {
    this.opener = opener;
    this.writer = writer;
    this.holds = holds;
    this.due = due;
    this.clock = clock;
    this.ids = ids;
    this.proof = proof;
  }

  /** A wallet and an amount of its unit, in minor units. */
  public record Part(MemberId member, String unit, long amount) {
    /** Why this much is never moved at once; nothing when it may be. */
    public Optional<Refusal> refusal(Unit of) {
      return amount <= Books.MOST && amount >= -Books.MOST
          ? Optional.empty()
          : Optional.of(
              Refusal.at(
                  "/amount",
                  LedgerCode.AMOUNT_TOO_LARGE,
                  Map.of("limit", Amount.plain(Books.MOST, of.decimals()))));
    }
  }

  /** Opens the books for change: the wallets stay locked until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Books open(Club club, Scope scope) {
    return opener.open(club, scope, clock.instant(), BooksOpener.How.LOCKED);
  }

  /**
   * Opens the books for change by somebody who holds the members themselves: the wallets are not
   * locked, and writing is refused when somebody else wrote one of them meanwhile.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Books openUnlocked(Club club, Scope scope) {
    return opener.open(club, scope, clock.instant(), BooksOpener.How.UNLOCKED);
  }

  /** The same, with the wallets of those who were here lately as they were left then. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Books openRemembered(Club club, Scope scope) {
    return opener.open(club, scope, clock.instant(), BooksOpener.How.REMEMBERED);
  }

  /** Opens the books to try something out; what comes of it is thrown away. */
  public Books look(Club club, Scope scope) {
    return opener.open(club, scope, clock.instant(), BooksOpener.How.UNLOCKED);
  }

  /** The same, as of another instant: what comes due until then has come due. */
  public Books look(Club club, Scope scope, Instant asOf) {
    return opener.open(club, scope, asOf, BooksOpener.How.UNLOCKED);
  }

  /**
   * Books that begin empty and are never written, for trying out what a member's past would have
   * given.
   *
   * @param until as far as these books go: nothing comes due after
   * @param told of each entry as it is made
   */
  public Books rehearse(Club club, MemberId member, Instant until, Consumer<Entry> told) {
    Set<MemberId> alone = Set.of(member);
    return new Books(club, until, new Journal(told), alone, _ -> true);
  }

  /**
   * Writes what was changed, once.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else made one
   *     of the wallets meanwhile; the transaction then is to be repeated
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(Books books) {
    writer.write(books);
  }

  @Transactional
  public Outcome<Books.Spent> spend(Club club, Part part, Cause cause) {
    return with(
        club,
        part,
        Scope.withLots(part.member()),
        in -> in.books().spend(part.member(), in.unit(), part.amount(), cause, in.at()));
  }

  @Transactional
  public Outcome<Hold> hold(Club club, Part part, Instant expiresAt, Cause cause) {
    return with(
        club,
        part,
        Scope.withLots(part.member()),
        in -> in.books().hold(part.member(), in.unit(), part.amount(), expiresAt, cause, in.at()));
  }

  /** Spends a hold, all of it when no amount is given; the rest of it is released. */
  @Transactional
  public Outcome<Books.HoldEnded> capture(
      Club club, HoldId hold, @Nullable Long amount, Cause cause) {
    return ending(club, hold, books -> books.capture(hold, amount, cause, books.now()));
  }

  @Transactional
  public Outcome<Books.HoldEnded> release(Club club, HoldId hold, Cause cause) {
    return ending(club, hold, books -> books.release(hold, cause, books.now()));
  }

  private Outcome<Books.HoldEnded> ending(
      Club club, HoldId hold, Function<Books, Outcome<Books.HoldEnded>> end) {
    return holds
        .holder(club.id(), hold)
        .map(member -> {
          Books books = open(club, Scope.of(List.of()).hold(member, hold));
          Outcome<Books.HoldEnded> ended = end.apply(books);
          write(books);
          return ended;
        })
        .orElseGet(() -> Outcome.refused(Refusal.of(LedgerCode.HOLD_NOT_FOUND)));
  }

  /** Corrects a balance by hand, up or down, with the reason that the member will read. */
  @Transactional
  public Outcome<Balance> adjust(Club club, Part part, String actor, String reason) {
    if (part.amount() == 0) {
      return Outcome.refused(Refusal.at("/amount", LedgerCode.AMOUNT_ZERO));
    }
    if (reason.isBlank()) {
      return Outcome.refused(Refusal.at("/reason", LedgerCode.REASON_REQUIRED));
    }
    Cause cause = Cause.of(Cause.Kind.ADJUSTMENT, ids.next()).because(actor, reason);
    ensure(club, part.member(), part);
    return with(
        club,
        part,
        Scope.withLots(part.member()),
        in -> {
          Terms terms =
              new Terms(
                  null, null, Terms.end(club, in.books().unit(part.member(), in.unit()), in.at()));
          return in.books()
              .adjust(part.member(), in.unit(), part.amount(), terms, cause, in.at())
              .map(_ -> in.books().balance(part.member(), in.unit()));
        });
  }

  @Transactional
  public Outcome<Books.Spent> transfer(Club club, Part part, MemberId to, Cause cause) {
    ensure(club, to, part);
    return with(
        club,
        part,
        Scope.withLots(part.member(), to),
        in -> in.books().transfer(part.member(), to, in.unit(), part.amount(), cause, in.at()));
  }

  /** Gives back what a document spent; more than is still spent is refused. */
  @Transactional
  public Outcome<Books.Reversed> reverse(Club club, Part part, UUID document, Cause cause) {
    return with(
        club,
        part,
        Scope.of(List.of()).undoing(part.member(), document),
        in -> in.books().giveBack(part.member(), in.unit(), document, part.amount(), cause));
  }

  @Transactional
  public List<Books.Activated> activate(
      Club club, MemberId member, String event, @Nullable UUID purchase, Cause cause) {
    Books books = open(club, Scope.withLots(member));
    List<Books.Activated> woken = books.activate(member, event, purchase, cause, books.now());
    write(books);
    return woken;
  }

  /** A member stands in another tier: units kept alive by activity begin anew, or stay for ever. */
  @Transactional
  public void ranked(Club club, MemberId member) {
    Books books = open(club, Scope.of(List.of(member)));
    club.units().forEach(unit -> books.touch(member, unit, books.now()));
    write(books);
  }

  /** The pieces of one command: the books, the unit it names, and now. */
  private record In(Books books, Unit unit, Instant at) {}

  private <T> Outcome<T> with(
      Club club, Part part, Scope scope, Function<In, Outcome<T>> operation) {
    Unit unit = club.unit(part.unit()).orElse(null);
    if (unit == null) {
      return Outcome.refused(unknown(part.unit()));
    }
    Optional<Refusal> tooMuch = part.refusal(unit);
    if (tooMuch.isPresent()) {
      return Outcome.refused(tooMuch.get());
    }
    Books books = open(club, scope);
    Outcome<T> outcome = operation.apply(new In(books, unit, books.now()));
    write(books);
    return outcome;
  }

  private void ensure(Club club, MemberId member, Part part) {
    club.unit(part.unit()).ifPresent(unit -> opener.ensure(club, member, unit.number()));
  }

  private static Refusal unknown(String unit) {
    return Refusal.at("/unit", ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(unit)));
  }

  /**
   * Does what came due by then in at most so many wallets: activations, ends of awards and wallets,
   * holds past their time. Answers in how many wallets; call it again until it answers none.
   */
  @Transactional
  public int bringUpTo(Club club, Instant now, int wallets) {
    return due.bringUpTo(club, now, wallets);
  }

  /** Proves the books of a club anew from their entries, and keeps what it found. */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public Verification verify(Club club) {
    return proof.verify(club);
  }
}
