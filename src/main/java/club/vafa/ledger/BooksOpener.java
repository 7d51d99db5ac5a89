package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fetches a working copy of the books in as few statements as the scope needs. */
@Component
class BooksOpener {
  /** How far ahead of the clock an activity may lie, rounded up. */
  private static final Duration AHEAD = Duration.ofDays(2);

  private final OpenStore store;
  private final WarmWallets warm;
  private final HoldStore holds;
  private final TierTerms tiers;
  private final Ids ids;

  BooksOpener(OpenStore store, WarmWallets warm, HoldStore holds, TierTerms tiers, Ids ids) {
    this.store = store;
    this.warm = warm;
    this.holds = holds;
    this.tiers = tiers;
    this.ids = ids;
  }

  /** How wallets are fetched. */
  enum How {
    LOCKED,
    UNLOCKED,
    REMEMBERED
  }

  private List<OpenStore.WalletRow> wallets(ClubId club, Set<MemberId> members, How how) {
    if (members.isEmpty()) {
      return List.of();
    }
    return switch (how) {
      case LOCKED -> store.wallets(club, members, true);
      case UNLOCKED -> store.wallets(club, members, false);
      case REMEMBERED -> warm.wallets(club, members);
    };
  }

  Books open(Club club, Scope scope, Instant now, How how) {
    List<OpenStore.WalletRow> rows = wallets(club.id(), scope.members(), how);
    Set<MemberId> withLots = withLots(rows, scope, now);
    withLots.addAll(woken(club.id(), rows, scope, withLots));
    Books books = new Books(club, now, ids, scope.members(), withLots);
    books.pages().ranked(tiers.of(club, scope.members()));
    for (OpenStore.WalletRow row : rows) {
      books.pages().load(row.member(), row.unit(), row.row());
    }
    Set<MemberId> filled = new HashSet<>();
    Set<MemberId> holding = new HashSet<>();
    for (OpenStore.WalletRow row : rows) {
      if (withLots.contains(row.member())) {
        filled.add(row.member());
        boolean held = row.row().balance().held() > 0;
        holding.addAll(held ? Set.of(row.member()) : Set.of());
      }
    }
    load(books, club.id(), scope, filled);
    if (!holding.isEmpty() || !scope.holds().isEmpty()) {
      holds.holds(club.id(), holding, scope.holds()).forEach(books.pages()::load);
    }
    return books;
  }

  void ensure(Club club, MemberId member, int unit) {
    store.ensure(club.id(), member, unit);
  }

  /** A wallet that ends soon may end under the next award, which then must empty it first. */
  private static Set<MemberId> withLots(List<OpenStore.WalletRow> rows, Scope scope, Instant now) {
    Set<MemberId> members = new HashSet<>(scope.withLots());
    for (OpenStore.WalletRow row : rows) {
      if (row.dueAt() != null && row.dueAt().isBefore(now.plus(AHEAD))) {
        members.add(row.member());
      }
    }
    return members;
  }

  /** Visitors among whose awards some wait for the visit. */
  private Set<MemberId> woken(
      ClubId club, List<OpenStore.WalletRow> rows, Scope scope, Set<MemberId> known) {
    Set<MemberId> asked = new HashSet<>();
    for (OpenStore.WalletRow row : rows) {
      boolean pending = row.row().balance().pending() > 0;
      if (pending && scope.visiting().contains(row.member()) && !known.contains(row.member())) {
        asked.add(row.member());
      }
    }
    return asked.isEmpty() ? asked : store.awaiting(club, asked, Unit.Waiting.NextVisit.CODE);
  }

  private void load(Books books, ClubId club, Scope scope, Set<MemberId> filled) {
    if (filled.isEmpty()) {
      return;
    }
    List<UUID> documents = scope.undoing().stream().map(Scope.Document::id).distinct().toList();
    List<MemberId> undone =
        scope.undoing().stream().map(Scope.Document::member).distinct().toList();
    List<Entry> history = documents.isEmpty() ? List.of() : store.history(club, undone, documents);
    List<UUID> named =
        history.stream().<@Nullable UUID>map(Entry::lot).filter(Objects::nonNull).toList();
    for (OpenStore.LotRow row : store.lots(club, filled, documents, named)) {
      books.pages().wallet(row.member(), row.unit()).add(row.lot());
    }
    for (Entry entry : history) {
      books.pages().wallet(entry.member(), entry.unit()).remember(entry);
    }
  }
}
