package club.vafa.members;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Conversion;
import club.vafa.clubs.Unit;
import club.vafa.feed.Feed;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Scope;
import club.vafa.ledger.Statements;
import club.vafa.ledger.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns one unit of a member into another, under one cause, so that both entries are one thing. */
@Component
class Conversions {
  /** Who turns units in the statement when nobody asked for it. */
  private static final String BY_ITSELF = "schedule";

  private final Clubs clubs;
  private final Ledger ledger;
  private final Statements statements;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Conversions(Clubs clubs, Ledger ledger, Statements statements, Feed feed, Ids ids, Clock clock) {
    this.clubs = clubs;
    this.ledger = ledger;
    this.statements = statements;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome<Wallets.Converted> convert(
      Club club, MemberId member, String actor, Wallets.Turning wanted) {
    Input input = new Input();
    String from = input.text("/from", wanted.from(), 64);
    String to = input.text("/to", wanted.to(), 64);
    Optional<Unit> unit = club.unit(from);
    Optional<Unit> into = club.unit(to);
    Optional<Conversion> known = clubs.conversion(club.id(), from, to);
    if (!input.faulty() && (known.isEmpty() || unit.isEmpty() || into.isEmpty())) {
      return Outcome.refused(
          Refusal.at(
              "",
              ClubsCode.CONVERSION_UNKNOWN,
              Map.of("from", Input.shortened(from), "to", Input.shortened(to))));
    }
    long amount = input.positive("/amount", wanted.amount(), unit.map(Unit::decimals).orElse(0));
    if (input.faulty() || known.isEmpty() || unit.isEmpty() || into.isEmpty()) {
      return Outcome.refused(input.refusals());
    }
    Pair pair = new Pair(known.get(), unit.get(), into.get());
    return against(pair.how(), pair.from(), amount)
        .<Outcome<Wallets.Converted>>map(Outcome::refused)
        .orElseGet(() -> turn(club, member, new Act(pair, actor, amount)));
  }

  private record Pair(Conversion how, Unit from, Unit to) {}

  private record Act(Pair pair, String actor, long amount) {}

  private Outcome<Wallets.Converted> turn(Club club, MemberId member, Act act) {
    Books books = ledger.open(club, Scope.withLots(member));
    return book(club, books, member, act)
        .map(made -> {
          ledger.write(books);
          return made;
        });
  }

  private Outcome<Wallets.Converted> book(Club club, Books books, MemberId member, Act act) {
    Pair pair = act.pair();
    Instant at = clock.instant();
    UUID id = ids.next();
    Cause cause = Cause.of(Cause.Kind.CONVERSION, id).because(act.actor(), null);
    return books
        .spend(member, pair.from(), act.amount(), cause, at)
        .map(_ -> {
          long got = pair.how().of(act.amount());
          Terms terms = Terms.of(club, books.unit(member, pair.to()), at);
          books.earn(member, pair.to(), got, terms, cause, at);
          feed.append(club.id(), "units.converted", id, null, at);
          return new Wallets.Converted(
              id, act.amount(), got, terms.availableAt(), terms.expiresAt());
        });
  }

  /** Turns by itself what these members have of it, all in one piece. */
  void turn(Club club, Conversion how, List<MemberId> members) {
    Pair pair =
        new Pair(how, club.unit(how.from()).orElseThrow(), club.unit(how.to()).orElseThrow());
    Books books = ledger.open(club, Scope.of(List.of()).lots(members));
    for (MemberId member : members) {
      long amount = how.turnedOf(books.usable(member, pair.from(), clock.instant()));
      if (amount > 0 && against(how, pair.from(), amount).isEmpty()) {
        book(club, books, member, new Act(pair, BY_ITSELF, amount));
      }
    }
    ledger.write(books);
  }

  private static Optional<Refusal> against(Conversion conversion, Unit unit, long amount) {
    int decimals = unit.decimals();
    if (amount < conversion.minimum()) {
      return Optional.of(
          Refusal.at(
              "/amount",
              MemberCode.CONVERSION_BELOW_MINIMUM,
              Map.of("limit", Amount.plain(conversion.minimum(), decimals))));
    }
    if (amount % conversion.step() != 0) {
      return Optional.of(
          Refusal.at(
              "/amount",
              MemberCode.CONVERSION_NOT_IN_STEPS,
              Map.of("limit", Amount.plain(conversion.step(), decimals))));
    }
    return amount > Books.MOST || conversion.of(amount) <= 0 || conversion.of(amount) > Books.MOST
        ? Optional.of(Refusal.at("/amount", MemberCode.CONVERSION_OUT_OF_BOUNDS))
        : Optional.empty();
  }

  /**
   * Undoes a conversion while the member still has as much as it gave: that is taken back, and what
   * was given for it goes back to its awards, expired where they have ended meanwhile.
   */
  Outcome<Books.Reversed> undo(Club club, MemberId member, String actor, UUID id) {
    Optional<Made> found = made(club, member, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(MemberCode.CONVERSION_NOT_FOUND));
    }
    Made made = found.get();
    Instant at = clock.instant();
    Cause cause = Cause.of(Cause.Kind.CONVERSION, ids.next()).because(actor, null);
    Books books = ledger.open(club, Scope.of(List.of(member)).undoing(member, id));
    Books.ClawedBack taken =
        books.clawBack(
            member, made.to(), id, null, made.got(), Club.ReturnPolicy.WITHIN_BALANCE, cause, at);
    if (taken.forgone() > 0) {
      return Outcome.refused(Refusal.of(MemberCode.CONVERSION_SPENT));
    }
    Books.Reversed back = books.reverseSpend(member, made.from(), id, made.given(), cause, at);
    ledger.write(books);
    return Outcome.done(back);
  }

  /** What a conversion had turned into what. */
  private record Made(Unit from, long given, Unit to, long got) {}

  private Optional<Made> made(Club club, MemberId member, UUID id) {
    long given = 0;
    long got = 0;
    Unit from = null;
    Unit to = null;
    for (Statements.Line line : statements.causedBy(club.id(), member, id)) {
      Entry entry = line.entry();
      if (entry.cause().kind() == Cause.Kind.CONVERSION && entry.cause().undoes() == null) {
        if (entry.kind() == Entry.Kind.REDEMPTION) {
          given += entry.amount();
          from = club.unit(entry.unit());
        } else if (entry.kind() == Entry.Kind.ACCRUAL) {
          got += entry.amount();
          to = club.unit(entry.unit());
        }
      }
    }
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(new Made(from, given, to, got));
  }
}
