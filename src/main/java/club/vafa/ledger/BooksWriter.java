package club.vafa.ledger;

import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes back what a working copy of the books changed: nothing when it changed nothing. */
@Component
class BooksWriter {
  private final WriteStore store;
  private final HoldStore holds;

  private final WarmWallets warm;

  BooksWriter(WriteStore store, HoldStore holds, WarmWallets warm) {
    this.store = store;
    this.holds = holds;
    this.warm = warm;
  }

  /** The rows that changed, each table's in the order of its key. */
  private record Changes(
      List<Wallet> newWallets,
      List<Wallet> wallets,
      List<WriteStore.Owned> newLots,
      List<WriteStore.Owned> lots,
      List<Hold> newHolds,
      List<Hold> allHolds) {

    static Changes of(Books books) {
      Changes changes =
          new Changes(
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      Instant posted = books.now();
      books.pages().wallets().stream()
          .filter(Wallet::changed)
          .sorted(
              Comparator.comparing((Wallet wallet) -> wallet.member)
                  .thenComparingInt(wallet -> wallet.unit.number()))
          .forEach(wallet -> changes.add(wallet, posted));
      return changes;
    }

    private List<Wallet> allWallets() {
      List<Wallet> all = new ArrayList<>(newWallets);
      all.addAll(wallets);
      return all;
    }

    private void add(Wallet wallet, Instant posted) {
      (wallet.opened.written() ? wallets : newWallets).add(wallet);
      for (Lot lot : wallet.lots()) {
        if (lot.changed()) {
          (lot.fresh ? newLots : lots).add(new WriteStore.Owned(wallet, lot, posted));
        }
      }
      allHolds.addAll(wallet.changedHolds());
      newHolds.addAll(wallet.newHolds());
    }
  }

  void write(Books books) {
    books.seal();
    ClubId club = books.club().id();
    Changes changes = Changes.of(books);
    store.beginWallets(club, changes.newWallets());
    store.updateWallets(club, changes.wallets());
    warm.written(club, changes.allWallets());
    store.insertLots(club, changes.newLots());
    store.updateLots(club, changes.lots());
    store.insertMovements(club, books.now(), books.entries());
    if (!changes.allHolds().isEmpty()) {
      holds.upsert(club, changes.allHolds());
    }
    if (!changes.newHolds().isEmpty()) {
      holds.insertParts(club, changes.newHolds());
    }
  }
}
