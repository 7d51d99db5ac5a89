package club.vafa.ledger;

import static club.vafa.ledger.Entry.Account.ACTIVE;
import static club.vafa.ledger.Entry.Account.OWED;
import static club.vafa.ledger.Entry.Account.PENDING;
import static club.vafa.ledger.Entry.Account.REVERSED;
import static club.vafa.ledger.Entry.Account.SPENT;

import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.ledger.Books.ClawedBack;
import club.vafa.ledger.Books.Reversed;
import club.vafa.ledger.Entry.Account;
import club.vafa.ledger.Entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Undoes in one wallet what a purchase caused there: its awards, or what it spent. */
record Returning(Wallet wallet, Cause cause, Instant at) {

  /**
   * @param open the wallets in which the purchase's awards may stand: this one, and those of
   *     members who were merged into this one
   */
  ClawedBack clawBack(UUID purchase, long amount, List<Wallet> open, ReturnPolicy policy) {
    if (amount < 0) {
      throw new IllegalArgumentException("cannot claw back " + amount);
    }
    List<Lot> awards =
        wallet.lotsInOrder().stream().filter(lot -> lot.from(purchase, cause.rule())).toList();
    long rest = Math.min(amount, clawable(open, purchase));
    long pending = 0;
    for (Lot lot : awards) {
      pending += takeOwn(lot, PENDING, rest - pending, purchase);
      pending += lot.startedBy(at) ? 0 : takeOwn(lot, ACTIVE, rest - pending, purchase);
    }
    rest -= pending;
    long active = policy == ReturnPolicy.PENDING_ONLY ? 0 : takeActive(awards, rest, purchase);
    rest -= active;
    long owed = policy == ReturnPolicy.MAY_OWE && wallet.unit.mayOwe() ? rest : 0;
    if (owed > 0) {
      wallet.move(Kind.CLAWBACK, new Entry.Move(OWED, REVERSED), owed, null, cause, at);
    }
    return new ClawedBack(pending, active, owed, amount - pending - active - owed);
  }

  /** What the member had of the awards: not what expired, not what was taken back already. */
  private long clawable(List<Wallet> open, UUID purchase) {
    long had = 0;
    for (Wallet one : open) {
      for (Lot lot : one.lots()) {
        had +=
            lot.from(purchase, cause.rule())
                ? lot.had(cause.rule(), takenBack(one, lot, purchase))
                : 0;
      }
      for (Entry entry : one.history()) {
        had -= tookBack(entry, purchase) && sameRule(entry) ? entry.amount() : 0;
      }
    }
    return Math.max(0, had);
  }

  private boolean sameRule(Entry entry) {
    return cause.rule() == null || cause.rule().same(entry.cause().rule());
  }

  /** What returns of the purchase took from a lot before. */
  private static List<Entry> takenBack(Wallet wallet, Lot lot, UUID purchase) {
    return wallet.history().stream()
        .filter(entry -> tookBack(entry, purchase) && lot.id.equals(entry.lot()))
        .toList();
  }

  private static boolean tookBack(Entry entry, UUID purchase) {
    return entry.kind() == Kind.CLAWBACK && purchase.equals(entry.cause().undoes());
  }

  private long takeActive(List<Lot> awards, long amount, UUID purchase) {
    long taken = 0;
    for (Lot lot : awards) {
      taken += takeOwn(lot, ACTIVE, amount - taken, purchase);
    }
    for (Lot lot : wallet.lotsInOrder()) {
      taken += take(lot, ACTIVE, amount - taken);
    }
    return taken;
  }

  /** Takes of a lot no more than what the rule gave of it. */
  private long takeOwn(Lot lot, Account from, long amount, UUID purchase) {
    long own = lot.left(cause.rule(), takenBack(wallet, lot, purchase));
    return take(lot, from, Math.min(amount, own));
  }

  private long take(Lot lot, Account from, long amount) {
    long there = from == PENDING ? lot.parts().pending() : lot.parts().active();
    long part = Math.min(amount, there);
    if (part > 0) {
      wallet.move(Kind.CLAWBACK, new Entry.Move(from, REVERSED), part, lot, cause, at);
    }
    return part;
  }

  Reversed reverseSpend(UUID purchase, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("cannot give back " + amount);
    }
    Back back = Back.NOTHING;
    long rest = amount;
    for (Map.Entry<UUID, Long> drawn : stillSpent(purchase)) {
      long part = Math.min(rest, drawn.getValue());
      if (part > 0) {
        Lot lot = wallet.lot(drawn.getKey());
        back = back.plus(wallet.back(Kind.REVERSAL, SPENT, part, lot, cause, at));
        rest -= part;
      }
    }
    return new Reversed(back.usable(), back.settled(), back.expired(), rest);
  }

  /** What the purchase spent and has not come back. */
  long spentBy(UUID purchase) {
    return stillSpent(purchase).stream().mapToLong(Map.Entry::getValue).sum();
  }

  /** What the purchase spent of which award and has not come back, the last drawn first. */
  private List<Map.Entry<UUID, Long>> stillSpent(UUID purchase) {
    Map<UUID, Long> spent = new LinkedHashMap<>();
    for (Entry entry : wallet.history()) {
      UUID lot = entry.lot();
      boolean went = entry.kind() == Kind.REDEMPTION || entry.kind() == Kind.CAPTURE;
      if (lot != null && went && entry.cause().id().equals(purchase)) {
        spent.merge(lot, entry.amount(), Long::sum);
      }
      if (lot != null && entry.kind() == Kind.REVERSAL && purchase.equals(entry.cause().undoes())) {
        spent.merge(lot, -entry.amount(), Long::sum);
      }
    }
    return new ArrayList<>(spent.entrySet()).reversed();
  }
}
