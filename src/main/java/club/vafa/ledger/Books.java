package club.vafa.ledger;

import static club.vafa.ledger.Entry.Account.ISSUED;
import static club.vafa.ledger.Entry.Account.REVERSED;
import static club.vafa.ledger.Entry.Account.SPENT;

import club.vafa.clubs.Club;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A working copy of the books: the wallets and lots of some members, fetched, changed in memory by
 * the operations below, and written at once by {@link Ledger#write}. It is not safe for threads.
 *
 * <p>For each member and unit, at any moment,
 *
 * <pre>issued = active + pending + held + spent + expired + reversed − owed</pre>
 *
 * <p>A worked number: Sara earns 100 with a purchase and spends 80 of them. Then she brings the
 * goods back, and her club lets a balance be owed: the 20 she has are taken back and 60 are owed,
 * so 100 = 0 + 0 + 0 + 80 + 0 + 80 − 60. Her next purchase earns 100: 60 of them settle the debt at
 * once, and 40 are hers: 200 = 40 + 0 + 0 + 80 + 0 + 80 − 0. In the lots, the 60 stand as reversed
 * in the second award, which was taken for them. What is given to another member counts as reversed
 * for the giver and as issued for the receiver.
 *
 * <p>Each operation names its business time: only awards that had become active and had not ended
 * by then can be spent, whether or not the schedule has run.
 */
public final class Books {
  /** The most a single award may be, in minor units; sums of such awards stay exact. */
  public static final long MOST = 1_000_000_000_000_000L;

  private final Club club;
  private final Instant now;
  private final Journal journal;
  private final Pages pages;
  private boolean sealed;

  /** An award that was made; part of it may have settled a debt. */
  public record Awarded(UUID lot, long amount, long settled, Terms terms, boolean pending) {}

  /** What was taken from one award. */
  public record Drawn(UUID lot, long amount, @Nullable Instant expiresAt) {}

  public record Spent(long amount, List<Drawn> lots) {}

  /** How much was taken back from where. The four always add up to what was asked for. */
  public record ClawedBack(long pending, long active, long owed, long forgone) {}

  /**
   * What came back from being spent.
   *
   * @param settled of it went into a debt
   * @param expired of it belonged to awards that had ended meanwhile
   * @param missing was asked for but never spent, or had come back before
   */
  public record Reversed(long usable, long settled, long expired, long missing) {}

  public record HoldEnded(Hold hold, long captured, long usable, long settled, long expired) {}

  public record Activated(Unit unit, UUID lot, long amount, @Nullable Instant expiresAt) {}

  Books(Club club, Instant now, Journal journal, Set<MemberId> members, Predicate<WalletKey> lots) {
    this.club = club;
    this.now = now;
    this.journal = journal;
    this.pages = new Pages(club, members, lots, journal);
  }

  /** Has awards made from now on become one lot where nothing tells them apart, or no longer. */
  public void together(boolean from) {
    journal.together(from);
  }

  /** The unit as it is for this member, whose tier may have terms of its own. */
  public Unit unit(MemberId member, Unit unit) {
    return pages.wallet(member, unit).unit;
  }

  public Balance balance(MemberId member, Unit unit) {
    return pages.wallet(member, unit).balance();
  }

  /** What the member can spend at this business time. */
  public long usable(MemberId member, Unit unit, Instant at) {
    return current(member, unit, at).usable(at);
  }

  /** What the member can spend when coming for a visit then, which wakes what waited for it. */
  public long usableOnVisit(MemberId member, Unit unit, Instant at) {
    return Waking.usable(current(member, unit, at), at);
  }

  /** Awards units. Needs no lots: it looks at no other award. */
  public Awarded earn(
      MemberId member, Unit unit, long amount, Terms terms, Cause cause, Instant at) {
    return award(Entry.Kind.ACCRUAL, pages.wallet(member, unit), amount, terms, cause, at);
  }

  private static Awarded award(
      Entry.Kind kind, Wallet wallet, long amount, Terms terms, Cause cause, Instant at) {
    if (amount <= 0 || amount > MOST) {
      throw new IllegalArgumentException("an award is 1 to " + MOST + ", not " + amount);
    }
    Lot lot = wallet.award(kind, ISSUED, amount, terms, cause, at);
    return new Awarded(lot.id, amount, lot.parts().reversed(), terms, lot.parts().pending() > 0);
  }

  /** Spends what ends first, then what is oldest; all of the amount or nothing. */
  public Outcome<Spent> spend(MemberId member, Unit unit, long amount, Cause cause, Instant at) {
    Wallet wallet = current(member, unit, at);
    return Drawing.check(wallet, amount, at)
        .map(enough ->
            Drawing.draw(wallet, enough, Entry.Kind.REDEMPTION, SPENT, new Drawing.Why(cause, at)));
  }

  /**
   * Takes an award back as far as the policy says: first what is left of it, pending before active,
   * then from the member's other active awards, then as a debt where the unit allows one. Never
   * takes more than the award, less what of it had expired or was taken back before; the award may
   * have been made to another member of these books, who was merged into this one.
   *
   * @param purchase whose award it was
   * @param rule that made it; null for all of the purchase's awards in this unit
   */
  public ClawedBack clawBack(
      MemberId member,
      Unit unit,
      UUID purchase,
      Cause.@Nullable Rule rule,
      long amount,
      ReturnPolicy policy,
      Cause cause,
      Instant at) {
    Cause undoing = cause.undoing(purchase).by(rule);
    return new Returning(current(member, unit, at), undoing, at)
        .clawBack(purchase, amount, pages.of(unit), policy);
  }

  /** Gives spent units back to the awards they came from, the last drawn first. */
  public Reversed reverseSpend(
      MemberId member, Unit unit, UUID purchase, long amount, Cause cause, Instant at) {
    Cause undoing = cause.undoing(purchase);
    return new Returning(current(member, unit, at), undoing, at).reverseSpend(purchase, amount);
  }

  /** The same, but refuses what was not spent or came back before. */
  Outcome<Reversed> giveBack(MemberId member, Unit unit, UUID purchase, long amount, Cause cause) {
    Wallet wallet = current(member, unit, now);
    long spent = new Returning(wallet, cause.undoing(purchase), now).spentBy(purchase);
    if (amount <= 0) {
      return Outcome.refused(Drawing.refusal(LedgerCode.AMOUNT_NOT_POSITIVE));
    }
    return amount <= spent
        ? Outcome.done(reverseSpend(member, unit, purchase, amount, cause, now))
        : Outcome.refused(
            Drawing.refusal(LedgerCode.MORE_THAN_WAS_SPENT, wallet, "spent", spent, amount));
  }

  /** Corrects a balance by hand, upwards with an award or downwards from the member's awards. */
  public Outcome<List<Drawn>> adjust(
      MemberId member, Unit unit, long amount, Terms terms, Cause cause, Instant at) {
    if (amount > 0) {
      Awarded added =
          award(Entry.Kind.ADJUSTMENT, pages.wallet(member, unit), amount, terms, cause, at);
      return Outcome.done(List.of(new Drawn(added.lot(), amount, terms.expiresAt())));
    }
    Wallet wallet = current(member, unit, at);
    return Drawing.check(wallet, -amount, at)
        .map(enough ->
            Drawing.draw(
                    wallet, enough, Entry.Kind.ADJUSTMENT, REVERSED, new Drawing.Why(cause, at))
                .lots());
  }

  /** Gives units to another member; each part keeps the end it had. */
  public Outcome<Spent> transfer(
      MemberId from, MemberId to, Unit unit, long amount, Cause cause, Instant at) {
    Wallet giver = current(from, unit, at);
    Wallet receiver = pages.wallet(to, unit);
    Outcome<Long> enough =
        from.equals(to)
            ? Outcome.refused(Drawing.refusal(LedgerCode.SAME_MEMBER))
            : Drawing.check(giver, amount, at);
    return enough.map(all -> Drawing.handOver(giver, receiver, all, new Drawing.Why(cause, at)));
  }

  /** Sets units aside until they are captured or released, at the latest by its end. */
  public Outcome<Hold> hold(
      MemberId member, Unit unit, long amount, Instant expiresAt, Cause cause, Instant at) {
    Wallet wallet = current(member, unit, at);
    Outcome<Long> allowed =
        expiresAt.isAfter(at)
            ? Drawing.check(wallet, amount, at)
            : Outcome.refused(Drawing.refusal(LedgerCode.HOLD_ENDS_IN_THE_PAST));
    return allowed.map(enough -> {
      Hold hold = Holding.hold(wallet, new HoldId(journal.id()), enough, expiresAt, cause, at);
      pages.holds(hold.id(), wallet);
      return hold;
    });
  }

  /** Spends a hold, or the part of it that is asked for; the rest is released. */
  public Outcome<HoldEnded> capture(HoldId hold, @Nullable Long amount, Cause cause, Instant at) {
    return holding(hold, at).then(open -> open.capture(amount, cause, at));
  }

  public Outcome<HoldEnded> release(HoldId hold, Cause cause, Instant at) {
    return holding(hold, at).then(open -> open.release(cause, at));
  }

  private Outcome<Holding> holding(HoldId id, Instant at) {
    Wallet wallet = pages.holder(id);
    if (wallet == null) {
      return Outcome.refused(Drawing.refusal(LedgerCode.HOLD_NOT_FOUND));
    }
    return Holding.find(wallet, id, earlier(at));
  }

  /** Wakes the awards that waited for an event, all of them or those of one purchase. */
  public List<Activated> activate(
      MemberId member, String event, @Nullable UUID purchase, Cause cause, Instant at) {
    Waking waking = new Waking(club, cause, at);
    return club.units().stream()
        .map(unit -> pages.wallet(member, unit))
        .flatMap(one -> waking.event(one, earlier(at), event, purchase).stream())
        .toList();
  }

  /** Wakes the awards that waited for the member to come again; books opened for a visit. */
  public void visit(MemberId member, Cause cause, Instant at) {
    club.units().forEach(unit -> new Waking(club, cause, at).visit(pages.wallet(member, unit)));
  }

  /** Activity of the member keeps alive the units that live by activity; others are not touched. */
  public void touch(MemberId member, Unit unit, Instant activityAt) {
    Wallet wallet = pages.wallet(member, unit);
    if (wallet.opened.written() || wallet.changed()) {
      wallet.keepAlive(activityAt);
    }
  }

  /** Does what came due by now for every wallet opened with its lots. */
  public void bringUpToNow() {
    for (Wallet wallet : List.copyOf(pages.wallets())) {
      wallet.bringUpTo(now);
    }
  }

  private Wallet current(MemberId member, Unit unit, Instant at) {
    Wallet wallet = pages.wallet(member, unit);
    wallet.bringUpTo(earlier(at));
    return wallet;
  }

  /** A till's clock may run ahead; nothing comes due before it is due here. */
  private Instant earlier(Instant at) {
    return at.isBefore(now) ? at : now;
  }

  /** The books can be written once: what was fetched is old afterwards. */
  void seal() {
    if (sealed) {
      throw new IllegalStateException("these books were written already: open them again");
    }
    sealed = true;
  }

  Instant now() {
    return now;
  }

  Club club() {
    return club;
  }

  List<Entry> entries() {
    return journal.entries();
  }

  Pages pages() {
    return pages;
  }

  /** When the first of what there is will end; null when nothing ends by itself. */
  public @Nullable Instant nextEnd(MemberId member, Unit unit) {
    return Lot.nextEnd(pages.wallet(member, unit).lotsInOrder());
  }
}
