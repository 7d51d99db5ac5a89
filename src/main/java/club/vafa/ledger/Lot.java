package club.vafa.ledger;

import club.vafa.ledger.Entry.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of one award and where it went. At any moment
 *
 * <pre>issued = pending + active + held + spent + expired + reversed</pre>
 *
 * where reversed is what was taken back: by a return, a correction, the settlement of a debt, or by
 * giving it to another member.
 */
final class Lot {
  /** Spending order: what ends first goes first, what never ends last, then the oldest. */
  static final Comparator<Lot> SPENDING_ORDER =
      Comparator.comparing((Lot lot) -> lot.expiresAt, Comparator.nullsLast(Instant::compareTo))
          .thenComparing(lot -> lot.at)
          .thenComparing(lot -> lot.id);

  /** How an award is spread over the accounts. */
  record Parts(
      long issued, long pending, long active, long held, long spent, long expired, long reversed) {
    static final Parts NONE = new Parts(0, 0, 0, 0, 0, 0, 0);

    /** Whether it still holds something. */
    boolean isOpen() {
      return pending + active + held > 0;
    }

    Parts moved(Account from, Account to, long amount) {
      if (from == Account.ISSUED && to == Account.ACTIVE && amount > 0) {
        return new Parts(issued + amount, pending, active + amount, held, spent, expired, reversed);
      }
      return plus(from, -amount, true).plus(to, amount, false).checked();
    }

    private Parts plus(Account account, long more, boolean source) {
      return switch (account) {
        case ISSUED -> issued(more, source);
        case TRANSFERRED -> source ? issued(more, true) : reversed(more);
        case PENDING -> new Parts(issued, pending + more, active, held, spent, expired, reversed);
        case ACTIVE -> new Parts(issued, pending, active + more, held, spent, expired, reversed);
        case HELD -> new Parts(issued, pending, active, held + more, spent, expired, reversed);
        case SPENT -> new Parts(issued, pending, active, held, spent + more, expired, reversed);
        case EXPIRED -> new Parts(issued, pending, active, held, spent, expired + more, reversed);
        case REVERSED, OWED -> reversed(more);
      };
    }

    private Parts issued(long more, boolean source) {
      if (!source) {
        throw new IllegalArgumentException("nothing moves back to issued");
      }
      return new Parts(issued - more, pending, active, held, spent, expired, reversed);
    }

    private Parts reversed(long more) {
      return new Parts(issued, pending, active, held, spent, expired, reversed + more);
    }

    private Parts checked() {
      if (pending < 0 || active < 0 || held < 0 || spent < 0 || expired < 0 || reversed < 0) {
        throw new IllegalStateException("a lot would fall below zero: " + this);
      }
      return this;
    }
  }

  final UUID id;
  final Instant at;

  /** Its rule is that of the first share; once stored, only that of a lot with no other. */
  final Cause cause;

  /** Whether it began in this working copy. */
  final boolean fresh;

  private Parts parts;
  private @Nullable Instant availableAt;
  private @Nullable String awaits;
  private @Nullable Instant expiresAt;
  private boolean changed;
  private Shares shares;
  private boolean takesShare;
  private @Nullable Entry made;

  private Lot(UUID id, Instant at, Cause cause, Terms terms, Parts parts, Shares shares) {
    this.id = id;
    this.at = at;
    this.cause = cause;
    this.fresh = shares.isEmpty();
    this.takesShare = fresh;
    this.shares = shares;
    this.availableAt = terms.availableAt();
    this.awaits = terms.awaits();
    this.expiresAt = terms.expiresAt();
    this.parts = parts;
  }

  static Lot fresh(UUID id, Instant at, Cause cause, Terms terms) {
    return new Lot(id, at, cause, terms, Parts.NONE, Shares.NONE);
  }

  static Lot stored(UUID id, Instant at, Cause cause, Terms terms, Parts parts, Shares shares) {
    return new Lot(id, at, cause, terms, parts, shares);
  }

  /** The end of the first in spending order that holds anything. */
  static @Nullable Instant nextEnd(List<Lot> inOrder) {
    return inOrder.stream()
        .filter(lot -> lot.parts.active() + lot.parts.pending() > 0)
        .findFirst()
        .map(Lot::expiresAt)
        .orElse(null);
  }

  /**
   * From which lot on a wallet may hold something. Lots to come have later ids than all entries
   * there are; where the lots were not read, what was known still holds.
   */
  static @Nullable UUID since(Wallet wallet) {
    if (!wallet.lotsKnown) {
      return wallet.opened.since();
    }
    return wallet.lots().stream()
        .filter(lot -> lot.parts().isOpen())
        .map(lot -> lot.id)
        .min(Comparator.naturalOrder())
        .orElse(wallet.lastEntry());
  }

  /** Those to which something happened by itself by then, in spending order. */
  static List<Lot> due(Collection<Lot> lots, Instant when) {
    List<Lot> due = new ArrayList<>();
    for (Lot lot : lots) {
      Instant at = lot.dueAt();
      if (at != null && !at.isAfter(when)) {
        due.add(lot);
      }
    }
    due.sort(SPENDING_ORDER);
    return due;
  }

  /** Whether the next entry makes it, or a share of it. */
  boolean takesShare() {
    return takesShare;
  }

  /** Whether nothing happened in its wallet since it was made, or its last share. */
  boolean isNewest(@Nullable UUID lastEntry) {
    return made != null && made.id().equals(lastEntry);
  }

  /**
   * Lets the next award have a share in it: one of another rule, for the same document and with the
   * same terms.
   */
  boolean admits(Entry.Kind kind, Terms terms, Cause other, Instant when) {
    takesShare =
        shares.haveRoom(id)
            && kind == Entry.Kind.ACCRUAL
            && made().kind() == kind
            && cause.rule() != null
            && other.rule() != null
            && !shares.have(other.rule())
            && cause.sameDocument(other)
            && at.equals(when)
            && terms().equals(terms);
    return takesShare;
  }

  /** The id of the entry that makes the next share. */
  UUID nextShare() {
    return shares.next(id);
  }

  void move(Entry entry) {
    parts = parts.moved(entry.from(), entry.to(), entry.amount());
    changed = true;
    if (takesShare) {
      takesShare = false;
      made = entry;
      shares = shares.and(entry.cause().rule(), entry.amount());
    }
  }

  /** The entry that made it, or the last share of it, in this working copy. */
  Entry made() {
    if (made == null) {
      throw new IllegalStateException("the lot " + id + " was not made here");
    }
    return made;
  }

  Shares shares() {
    return shares;
  }

  /** The document, and the rule where only one has a part. */
  Cause onlyCause() {
    return shares.several() ? cause.by(null) : cause;
  }

  /** Whether that document made it and, when a rule is named, that rule has a part in it. */
  boolean from(UUID document, Cause.@Nullable Rule rule) {
    return cause.id().equals(document) && shares.have(rule);
  }

  /**
   * What the member had of it: not what expired.
   *
   * @param rule by which; null for all of them
   * @param takenBack what returns took from it
   */
  long had(Cause.@Nullable Rule rule, List<Entry> takenBack) {
    long kept = parts.issued() - parts.expired();
    return rule == null ? kept : shares.had(rule, kept, takenBack);
  }

  /** What is there of what that rule gave. */
  long left(Cause.@Nullable Rule rule, List<Entry> takenBack) {
    long there = parts.pending() + parts.active();
    return rule == null ? there : shares.left(rule, there, takenBack);
  }

  /** The event it waited for has come. */
  void arrived(Instant when, @Nullable Instant end) {
    availableAt = when;
    awaits = null;
    expiresAt = expiresAt == null ? end : expiresAt;
    changed = true;
  }

  Parts parts() {
    return parts;
  }

  Terms terms() {
    return new Terms(availableAt, awaits, expiresAt);
  }

  @Nullable Instant availableAt() {
    return availableAt;
  }

  @Nullable String awaits() {
    return awaits;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  boolean changed() {
    return changed;
  }

  boolean endedBy(Instant when) {
    return expiresAt != null && !expiresAt.isAfter(when);
  }

  boolean startedBy(Instant when) {
    return awaits == null && (availableAt == null || !availableAt.isAfter(when));
  }

  /** What of it can be spent at this business time. */
  long usable(Instant when) {
    return startedBy(when) && !endedBy(when) ? parts.active() : 0;
  }

  /** When the schedule must look at it next; null when nothing happens by itself any more. */
  @Nullable Instant dueAt() {
    Instant start = parts.pending() > 0 && awaits == null ? availableAt : null;
    Instant end = parts.pending() + parts.active() > 0 ? expiresAt : null;
    if (start == null || end == null) {
      return start == null ? end : start;
    }
    return start.isBefore(end) ? start : end;
  }
}
