package club.vafa.ledger;

import club.vafa.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries a working copy of the books has made, in the order in which it made them. */
final class Journal {
  private final Supplier<UUID> ids;
  private final List<Entry> entries = new ArrayList<>();
  private final Consumer<Entry> kept;
  private final Map<Wallet, Map<Terms, Lot>> alike = new HashMap<>(4);
  private boolean together;

  /** Where the last award went, for the next one mostly goes there too. */
  private @Nullable Joined joined;

  private record Joined(Wallet wallet, Terms terms, Lot lot) {}

  Journal(Ids ids) {
    this.ids = ids::next;
    this.kept = entries::add;
  }

  /** Tells its entries and keeps none; its ids mean nothing outside of it. */
  Journal(Consumer<Entry> told) {
    this.ids = new Counting();
    this.kept = told;
  }

  /** Ids of books that are never written: one after the other, with room for shares between. */
  private static final class Counting implements Supplier<UUID> {
    private long last;

    @Override
    public UUID get() {
      return new UUID(0, last += Shares.MOST);
    }
  }

  /**
   * From now on awards of the same terms become one lot, or no longer. Lots are told apart only by
   * what undoes the documents that made them, and by events that wake them.
   */
  void together(boolean from) {
    together = from;
  }

  /** The lot of an award: one that it joins, or a new one, which others may join. */
  Lot lot(Wallet wallet, Terms terms, Cause cause, Instant at) {
    if (!together || terms.awaits() != null) {
      return fresh(wallet, terms, cause, at);
    }
    Joined last = joined;
    if (last != null && last.wallet == wallet && last.terms.equals(terms)) {
      return last.lot;
    }
    Map<Terms, Lot> own = alike.computeIfAbsent(wallet, _ -> new HashMap<>(4));
    Lot lot = own.get(terms);
    if (lot == null) {
      lot = fresh(wallet, terms, cause, at);
      own.put(terms, lot);
    }
    joined = new Joined(wallet, terms, lot);
    return lot;
  }

  private Lot fresh(Wallet wallet, Terms terms, Cause cause, Instant at) {
    Lot lot = Lot.fresh(idAfter(wallet.lastEntry()), at, cause, terms);
    wallet.add(lot);
    return lot;
  }

  UUID id() {
    return ids.get();
  }

  /**
   * An id greater than the wallet's last one, so that a wallet's entries are in order even when the
   * machine's clock was set back or another machine's runs ahead.
   */
  UUID idAfter(@Nullable UUID last) {
    UUID next = ids.get();
    return last == null || next.compareTo(last) > 0 ? next : following(last);
  }

  /** The next higher UUIDv7: one more in the 12 bits below the version, carried into the time. */
  private static UUID following(UUID last) {
    long high = last.getMostSignificantBits();
    long counter = high & 0xFFF;
    long time = high >>> 16;
    return counter < 0xFFF
        ? new UUID(high + 1, last.getLeastSignificantBits())
        : new UUID(((time + 1) << 16) | 0x7000L, last.getLeastSignificantBits());
  }

  void add(Entry entry) {
    kept.accept(entry);
  }

  List<Entry> entries() {
    return entries;
  }
}
