package club.vafa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.ledger.Entry.Account;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What must hold of a working copy after every operation. */
final class Invariants {
  private Invariants() {}

  static void hold(Books books) {
    for (Wallet wallet : books.pages().wallets()) {
      assertThat(wallet.balance().owed() == 0 || wallet.balance().active() == 0)
          .as("a debt beside active value: %s", wallet.balance())
          .isTrue();
      assertThat(wallet.balance().owed() == 0 || wallet.unit.mayOwe()).isTrue();
      lotsMakeTheWallet(wallet);
      holdsMakeTheHeld(wallet);
    }
  }

  /** For books that were empty when they were opened, so that every entry is in the journal. */
  static void holdFromTheStart(Books books) {
    hold(books);
    for (Wallet wallet : books.pages().wallets()) {
      List<Entry> entries =
          books.entries().stream()
              .filter(entry -> entry.member().equals(wallet.member))
              .filter(entry -> entry.unit() == wallet.unit.number())
              .toList();
      entriesMakeTheWallet(wallet, entries);
      entriesMakeTheLots(wallet, entries);
      balancesFollowEachOther(entries);
    }
  }

  private static void lotsMakeTheWallet(Wallet wallet) {
    Lot.Parts sum = Lot.Parts.NONE;
    for (Lot lot : wallet.lotsInOrder()) {
      Lot.Parts parts = lot.parts();
      assertThat(total(parts)).as("issued of %s", parts).isEqualTo(parts.issued());
      sum = sum(sum, parts);
    }
    assertThat(sum.active()).isEqualTo(wallet.balance().active());
    assertThat(sum.pending()).isEqualTo(wallet.balance().pending());
    assertThat(sum.held()).isEqualTo(wallet.balance().held());
  }

  private static long total(Lot.Parts parts) {
    return parts.pending()
        + parts.active()
        + parts.held()
        + parts.spent()
        + parts.expired()
        + parts.reversed();
  }

  private static Lot.Parts sum(Lot.Parts one, Lot.Parts two) {
    return new Lot.Parts(
        one.issued() + two.issued(),
        one.pending() + two.pending(),
        one.active() + two.active(),
        one.held() + two.held(),
        one.spent() + two.spent(),
        one.expired() + two.expired(),
        one.reversed() + two.reversed());
  }

  private static void holdsMakeTheHeld(Wallet wallet) {
    Map<UUID, Long> held = new HashMap<>();
    for (Hold hold : wallet.holds().values()) {
      if (hold.state() == Hold.State.OPEN) {
        hold.parts().forEach(part -> held.merge(part.lot(), part.amount(), Long::sum));
      }
    }
    for (Lot lot : wallet.lotsInOrder()) {
      assertThat(lot.parts().held()).isEqualTo(held.getOrDefault(lot.id, 0L));
    }
  }

  private static void entriesMakeTheWallet(Wallet wallet, List<Entry> entries) {
    Map<Account, Long> sums = new EnumMap<>(Account.class);
    for (Entry entry : entries) {
      sums.merge(entry.from(), -entry.amount(), Long::sum);
      sums.merge(entry.to(), entry.amount(), Long::sum);
    }
    Balance balance = wallet.balance();
    assertThat(sums.getOrDefault(Account.ACTIVE, 0L)).isEqualTo(balance.active());
    assertThat(sums.getOrDefault(Account.PENDING, 0L)).isEqualTo(balance.pending());
    assertThat(sums.getOrDefault(Account.HELD, 0L)).isEqualTo(balance.held());
    assertThat(sums.getOrDefault(Account.OWED, 0L)).isEqualTo(-balance.owed());
    Lot.Parts lots = Lot.Parts.NONE;
    for (Lot lot : wallet.lotsInOrder()) {
      lots = sum(lots, lot.parts());
    }
    long reversed = lots.reversed() + balance.owed();
    assertThat(lots.issued())
        .as("issued = active + pending + held + spent + expired + reversed - owed")
        .isEqualTo(
            balance.active()
                + balance.pending()
                + balance.held()
                + lots.spent()
                + lots.expired()
                + reversed
                - balance.owed());
  }

  private static void entriesMakeTheLots(Wallet wallet, List<Entry> entries) {
    Map<UUID, Lot.Parts> parts = new HashMap<>();
    for (Entry entry : entries) {
      UUID lot = entry.lot();
      if (lot != null) {
        Lot.Parts before = parts.getOrDefault(lot, Lot.Parts.NONE);
        parts.put(lot, before.moved(entry.from(), entry.to(), entry.amount()));
      }
    }
    for (Lot lot : wallet.lotsInOrder()) {
      assertThat(parts.get(lot.id)).isEqualTo(lot.parts());
    }
    assertThat(parts).hasSize(wallet.lotsInOrder().size());
  }

  private static void balancesFollowEachOther(List<Entry> entries) {
    long active = 0;
    UUID last = new UUID(0, 0);
    for (Entry entry : entries) {
      active += entry.to() == Account.ACTIVE ? entry.amount() : 0;
      active -= entry.from() == Account.ACTIVE ? entry.amount() : 0;
      assertThat(entry.balance()).isEqualTo(active);
      assertThat(Objects.requireNonNull(last)).isLessThan(entry.id());
      last = entry.id();
    }
  }
}
