package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Does what comes due by itself, a chunk of wallets at a time: awards become active, awards and
 * wallets end, holds run out. Each entry bears the time at which it was due, so days of being off
 * are made up for as if there had been none. A wallet that somebody is working on is left for the
 * next round; that somebody does what is due in it anyway when it matters.
 */
@Component
class LedgerDue {
  private final DueStore store;
  private final LotStore lots;
  private final HoldStore holds;
  private final TierTerms tiers;
  private final BooksWriter writer;
  private final Ids ids;

  LedgerDue(
      DueStore store,
      LotStore lots,
      HoldStore holds,
      TierTerms tiers,
      BooksWriter writer,
      Ids ids) {
    this.store = store;
    this.lots = lots;
    this.holds = holds;
    this.tiers = tiers;
    this.writer = writer;
    this.ids = ids;
  }

  int bringUpTo(Club club, Instant now, int most) {
    List<OpenStore.WalletRow> rows = store.lockDue(club.id(), now, most);
    if (rows.isEmpty()) {
      return 0;
    }
    Set<MemberId> members =
        rows.stream().map(OpenStore.WalletRow::member).collect(Collectors.toSet());
    Set<WalletKey> locked = rows.stream().map(OpenStore.WalletRow::key).collect(Collectors.toSet());
    Books books = new Books(club, now, new Journal(ids), members, locked::contains);
    books.pages().ranked(tiers.of(club, members));
    for (OpenStore.WalletRow row : rows) {
      books.pages().load(row.member(), row.unit(), row.row());
    }
    for (LotStore.LotRow row : lots.of(club, rows, List.of(), List.of())) {
      books.pages().wallet(row.member(), row.unit()).add(row.lot());
    }
    holds.holds(club.id(), members, Set.of()).forEach(books.pages()::load);
    books.bringUpToNow();
    writer.write(books);
    return rows.size();
  }
}
