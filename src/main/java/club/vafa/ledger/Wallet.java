package club.vafa.ledger;

import static club.vafa.ledger.Entry.Account.ACTIVE;
import static club.vafa.ledger.Entry.Account.EXPIRED;
import static club.vafa.ledger.Entry.Account.HELD;
import static club.vafa.ledger.Entry.Account.OWED;
import static club.vafa.ledger.Entry.Account.PENDING;

import club.vafa.clubs.Club;
import club.vafa.clubs.Lifetimes;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Entry.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of what one member has of one unit: the wallet's row, and its open lots and
 * holds when they were fetched. Every change goes through {@link #move}, which keeps wallet, lot
 * and journal in step. A debt never stands beside active value: whatever becomes active settles
 * first.
 */
final class Wallet {
  /** The row as it is stored; before the lot {@code since} none holds anything, if it is known. */
  record Row(
      Balance balance,
      @Nullable Instant expiresAt,
      @Nullable UUID lastEntry,
      @Nullable UUID since,
      long version) {
    static final Row NEW = new Row(Balance.NOTHING, null, null, null, 0);

    /** Whether anything was ever written in it. */
    boolean written() {
      return version > 0;
    }
  }

  final MemberId member;
  final Unit unit;
  final Row opened;
  final boolean lotsKnown;
  private final Club club;
  private final Journal journal;
  private final Map<UUID, Lot> lots = new HashMap<>();
  private final Map<HoldId, Hold> holds = new HashMap<>();
  private final Set<HoldId> storedHolds = new HashSet<>();
  private final Set<HoldId> changedHolds = new HashSet<>();
  private final List<Entry> history = new ArrayList<>();
  private Balance balance;
  private @Nullable Instant expiresAt;
  private @Nullable UUID lastEntry;
  private @Nullable Lot newest;

  Wallet(Club club, MemberId member, Unit unit, Row opened, boolean lotsKnown, Journal journal) {
    this.club = club;
    this.member = member;
    this.unit = unit;
    this.opened = opened;
    this.lotsKnown = lotsKnown || opened.balance().isEmpty();
    this.journal = journal;
    this.balance = opened.balance();
    this.expiresAt = opened.expiresAt();
    this.lastEntry = opened.lastEntry();
  }

  /** The only way anything changes: one journal row, and wallet and lot with it. */
  void move(
      Entry.Kind kind, Entry.Move move, long amount, @Nullable Lot lot, Cause cause, Instant at) {
    Balance after = balance.moved(move, amount);
    UUID id = lot != null && lot.takesShare() ? lot.nextShare() : journal.idAfter(lastEntry);
    Entry entry =
        new Entry(
            id,
            member,
            unit.number(),
            kind,
            amount,
            move.from(),
            move.to(),
            lot == null ? null : lot.id,
            cause,
            at,
            after.active());
    if (lot != null) {
      lot.move(entry);
    }
    balance = after;
    lastEntry = id;
    entry.noteIn(history);
    journal.add(entry);
  }

  /** A new award, moved in from the account it comes from; what is active settles a debt first. */
  Lot award(Entry.Kind kind, Account from, long amount, Terms terms, Cause cause, Instant at) {
    keepAlive(at);
    Lot before = newest;
    Lot lot =
        before != null && before.isNewest(lastEntry) && before.admits(kind, terms, cause, at)
            ? before
            : journal.lot(this, terms, cause, at);
    newest = lot;
    Account to = terms.pendingAt(at) ? PENDING : ACTIVE;
    move(kind, new Entry.Move(from, to), amount, lot, cause, at);
    settle(lot, cause, at);
    return lot;
  }

  private long settle(Lot lot, Cause cause, Instant at) {
    long amount = Math.min(balance.owed(), lot.parts().active());
    if (amount > 0) {
      move(Entry.Kind.SETTLEMENT, new Entry.Move(ACTIVE, OWED), amount, lot, cause, at);
    }
    return amount;
  }

  /** Value that comes back to its lot: usable, or expired at once when the lot ended meanwhile. */
  Back back(Entry.Kind kind, Account from, long amount, Lot lot, Cause cause, Instant at) {
    move(kind, new Entry.Move(from, ACTIVE), amount, lot, cause, at);
    if (lot.endedBy(at) || endedBy(at)) {
      expire(lot, ACTIVE, amount, cause, at);
      return new Back(0, 0, amount);
    }
    long settled = settle(lot, cause, at);
    return new Back(amount - settled, settled, 0);
  }

  void activate(Lot lot, Cause cause, Instant at) {
    long amount = lot.parts().pending();
    move(Entry.Kind.ACTIVATION, new Entry.Move(PENDING, ACTIVE), amount, lot, cause, at);
    settle(lot, cause, at);
  }

  private void expire(Lot lot, Account from, long amount, Cause cause, Instant at) {
    if (amount > 0) {
      move(Entry.Kind.EXPIRATION, new Entry.Move(from, EXPIRED), amount, lot, cause, at);
    }
  }

  /**
   * Does what came due by then and the schedule has not done yet, each at its own time. Afterwards
   * the books are as if the schedule ran at every instant.
   */
  void bringUpTo(Instant when) {
    for (Hold hold : List.copyOf(holds.values())) {
      if (hold.lapsedBy(when)) {
        release(hold, Hold.State.EXPIRED, Cause.of(Cause.Kind.SCHEDULE, hold.id().value()), when);
      }
    }
    Lot.due(known(), when).forEach(lot -> comeDue(lot, when));
    expireAllBy(when);
  }

  private void comeDue(Lot lot, Instant when) {
    Cause schedule = Cause.of(Cause.Kind.SCHEDULE, lot.id);
    Instant start = lot.availableAt();
    Instant end = lot.expiresAt();
    boolean starts = lot.parts().pending() > 0 && start != null && lot.startedBy(when);
    if (starts && start != null && !lot.endedBy(start)) {
      activate(lot, schedule, start);
    }
    if (end != null && lot.endedBy(when)) {
      expireAll(lot, schedule, end);
    }
  }

  private void expireAll(Lot lot, Cause schedule, Instant end) {
    expire(lot, PENDING, lot.parts().pending(), schedule, end);
    expire(lot, ACTIVE, lot.parts().active(), schedule, end);
  }

  private void expireAllBy(Instant when) {
    Instant end = expiresAt;
    if (end == null || end.isAfter(when) || balance.active() + balance.pending() == 0) {
      return;
    }
    for (Lot lot : lotsInOrder()) {
      expireAll(lot, Cause.of(Cause.Kind.SCHEDULE, lot.id), end);
    }
  }

  /** Activity keeps a wallet alive whose unit says so; activity after its end finds it empty. */
  void keepAlive(Instant activity) {
    if (unit.expiry() instanceof Unit.Expiry.WhileActive rule) {
      expireAllBy(activity);
      Instant until = Lifetimes.end(rule, club, activity);
      expiresAt = expiresAt == null || until.isAfter(expiresAt) ? until : expiresAt;
    } else if (expiresAt != null && !unit.byTier().isEmpty()) {
      expireAllBy(activity);
      expiresAt = null;
    }
  }

  Back release(Hold hold, Hold.State how, Cause cause, Instant at) {
    Instant when = hold.lapsedBy(at) ? hold.expiresAt() : at;
    Back back = Back.NOTHING;
    for (Hold.Part part : hold.parts()) {
      back = back.plus(back(Entry.Kind.RELEASE, HELD, part.amount(), lot(part.lot()), cause, when));
    }
    put(hold.ended(how, 0, when));
    return back;
  }

  void put(Hold hold) {
    holds.put(hold.id(), hold);
    changedHolds.add(hold.id());
  }

  void add(Hold hold) {
    holds.put(hold.id(), hold);
    storedHolds.add(hold.id());
  }

  void add(Lot lot) {
    lots.put(lot.id, lot);
  }

  void remember(Entry entry) {
    history.add(entry);
  }

  Lot lot(UUID id) {
    Lot lot = lots.get(id);
    if (lot == null) {
      throw new IllegalStateException("the books were opened without the lot " + id);
    }
    return lot;
  }

  /** The lots in spending order. */
  List<Lot> lotsInOrder() {
    return known().stream().sorted(Lot.SPENDING_ORDER).toList();
  }

  private Collection<Lot> known() {
    if (!lotsKnown) {
      throw new IllegalStateException("the books were opened without the lots of " + member);
    }
    return lots.values();
  }

  long usable(Instant when) {
    return endedBy(when) ? 0 : known().stream().mapToLong(lot -> lot.usable(when)).sum();
  }

  boolean endedBy(Instant when) {
    return expiresAt != null && !expiresAt.isAfter(when);
  }

  boolean changed() {
    return !Objects.equals(lastEntry, opened.lastEntry())
        || !Objects.equals(expiresAt, opened.expiresAt());
  }

  /** When all of it ends by itself; null when nothing does. */
  @Nullable Instant dueAt() {
    return balance.active() + balance.pending() > 0 ? expiresAt : null;
  }

  Balance balance() {
    return balance;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  @Nullable UUID lastEntry() {
    return lastEntry;
  }

  Collection<Lot> lots() {
    return lots.values();
  }

  List<Hold> changedHolds() {
    return holds.values().stream().filter(hold -> changedHolds.contains(hold.id())).toList();
  }

  List<Hold> newHolds() {
    return holds.values().stream().filter(hold -> !storedHolds.contains(hold.id())).toList();
  }

  Map<HoldId, Hold> holds() {
    return holds;
  }

  List<Entry> history() {
    return history;
  }
}
