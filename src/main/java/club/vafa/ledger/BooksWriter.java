package club.vafa.ledger;

import club.vafa.kernel.ClubId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Writes back what a working copy of the books changed: nothing when it changed nothing. */
@Component
class BooksWriter {
  private final WriteStore store;
  private final HoldStore holds;

  BooksWriter(WriteStore store, HoldStore holds) {
    this.store = store;
    this.holds = holds;
  }

  /** The rows that changed, each table's in the order of its key. */
  private record Changes(
      List<Wallet> wallets,
      List<WriteStore.Owned> newLots,
      List<WriteStore.Owned> oldLots,
      List<Hold> newHolds,
      List<Hold> allHolds) {

    static Changes of(Books books) {
      Changes changes =
          new Changes(
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>(),
              new ArrayList<>());
      books.wallets().stream()
          .filter(Wallet::changed)
          .sorted(
              Comparator.comparing((Wallet wallet) -> wallet.member)
                  .thenComparingInt(wallet -> wallet.unit.number()))
          .forEach(changes::add);
      return changes;
    }

    private void add(Wallet wallet) {
      wallets.add(wallet);
      for (Lot lot : wallet.lots()) {
        if (lot.changed()) {
          (lot.stored() ? oldLots : newLots).add(new WriteStore.Owned(wallet, lot));
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
    if (!changes.wallets().isEmpty()) {
      long written = store.putWallets(club, changes.wallets());
      expect(changes.wallets().size(), written, "wallets");
    }
    if (!changes.newLots().isEmpty()) {
      store.insertLots(club, changes.newLots());
    }
    if (!changes.oldLots().isEmpty()) {
      expect(changes.oldLots().size(), store.updateLots(club, changes.oldLots()), "lots");
    }
    if (!books.entries().isEmpty()) {
      store.insertEntries(club, books.now(), books.entries());
    }
    if (!changes.allHolds().isEmpty()) {
      holds.upsert(club, changes.allHolds());
    }
    if (!changes.newHolds().isEmpty()) {
      holds.insertParts(club, changes.newHolds());
    }
  }

  private static void expect(long wanted, long written, String what) {
    if (written != wanted) {
      throw new OptimisticLockingFailureException(
          "%d of %d %s were changed by somebody else since the books were opened"
              .formatted(wanted - written, wanted, what));
    }
  }
}
