package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Wakes the awards of a wallet that waited for what has come: an event, or the next visit. */
record Waking(Club club, Cause cause, Instant at) {
  private static final String VISIT = Unit.Waiting.NextVisit.CODE;

  /**
   * Those that waited for this event, all of them or those of one purchase. Books opened for waking
   * know the lots of a wallet in which something was pending.
   */
  List<Books.Activated> event(Wallet wallet, Instant now, String event, @Nullable UUID purchase) {
    List<Books.Activated> woken = new ArrayList<>();
    if (wallet.lotsKnown) {
      wallet.bringUpTo(now);
    }
    for (Lot lot : wallet.lots().stream().sorted(Lot.SPENDING_ORDER).toList()) {
      boolean meant = purchase == null || lot.cause.id().equals(purchase);
      if (meant && waits(lot, event) && !lot.endedBy(now)) {
        woken.add(wake(wallet, lot));
      }
    }
    return woken;
  }

  /**
   * Those that waited for the member to come again. Books opened for a visit know them all; an
   * award of a later time does not wake.
   */
  void visit(Wallet wallet) {
    waiting(wallet, at).forEach(lot -> wake(wallet, lot));
  }

  /** What can be spent on a visit, which wakes awards first; a debt takes its part of those. */
  static long usable(Wallet wallet, Instant at) {
    long waking = waiting(wallet, at).stream().mapToLong(lot -> lot.parts().pending()).sum();
    return wallet.usable(at) + Math.max(0, waking - wallet.balance().owed());
  }

  private static List<Lot> waiting(Wallet wallet, Instant at) {
    if (wallet.balance().pending() == 0) {
      return List.of();
    }
    return wallet.lots().stream()
        .filter(lot -> waits(lot, VISIT) && !lot.at.isAfter(at) && !lot.endedBy(at))
        .sorted(Lot.SPENDING_ORDER)
        .toList();
  }

  private static boolean waits(Lot lot, String event) {
    return event.equals(lot.awaits()) && lot.parts().pending() > 0;
  }

  private Books.Activated wake(Wallet wallet, Lot lot) {
    long amount = lot.parts().pending();
    lot.arrived(at, Terms.end(club, wallet.unit, at));
    wallet.activate(lot, cause, at);
    return new Books.Activated(wallet.unit, lot.id, amount, lot.expiresAt());
  }
}
