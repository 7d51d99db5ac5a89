package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final LotStore lots;
  private final WarmWallets warm;
  private final HoldStore holds;
  private final TierTerms tiers;
  private final Ids ids;

  BooksOpener(
      OpenStore store, LotStore lots, WarmWallets warm, HoldStore holds, TierTerms tiers, Ids ids) {
    this.store = store;
    this.lots = lots;
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
    Set<WalletKey> withLots = withLots(club.id(), rows, scope, now);
    Books books = new Books(club, now, new Journal(ids), scope.members(), withLots::contains);
    books.pages().ranked(tiers.of(club, scope.members()));
    Set<MemberId> holding = new HashSet<>();
    for (OpenStore.WalletRow row : rows) {
      books.pages().load(row.member(), row.unit(), row.row());
      if (row.row().balance().held() > 0 && withLots.contains(row.key())) {
        holding.add(row.member());
      }
    }
    load(books, scope, rows.stream().filter(row -> withLots.contains(row.key())).toList());
    if (!holding.isEmpty() || !scope.holds().isEmpty()) {
      holds.holds(club.id(), holding, scope.holds()).forEach(books.pages()::load);
    }
    return books;
  }

  void ensure(Club club, MemberId member, int unit) {
    store.ensure(club.id(), member, unit);
  }

  /** A wallet that ends soon may end under the next award, which then must empty it first. */
  private Set<WalletKey> withLots(
      ClubId club, List<OpenStore.WalletRow> rows, Scope scope, Instant now) {
    Set<WalletKey> wallets = new HashSet<>();
    Instant soon = now.plus(AHEAD);
    for (OpenStore.WalletRow row : rows) {
      boolean ending = row.dueAt() != null && row.dueAt().isBefore(soon);
      if (ending || scope.wantsLots(row.key(), row.row().balance())) {
        wallets.add(row.key());
      }
    }
    wallets.addAll(woken(club, rows, scope));
    return wallets;
  }

  /** What is pending of visitors among whose awards some wait for the visit. */
  private Set<WalletKey> woken(ClubId club, List<OpenStore.WalletRow> rows, Scope scope) {
    Map<MemberId, Set<WalletKey>> pending = new HashMap<>();
    for (OpenStore.WalletRow row : rows) {
      if (row.row().balance().pending() > 0 && scope.visiting().contains(row.member())) {
        pending.computeIfAbsent(row.member(), _ -> new HashSet<>()).add(row.key());
      }
    }
    Set<WalletKey> woken = new HashSet<>();
    if (!pending.isEmpty()) {
      store
          .awaiting(club, pending.keySet(), Unit.Waiting.NextVisit.CODE)
          .forEach(member -> woken.addAll(pending.get(member)));
    }
    return woken;
  }

  private void load(Books books, Scope scope, List<OpenStore.WalletRow> withLots) {
    if (withLots.isEmpty()) {
      return;
    }
    List<UUID> documents = scope.undoing().stream().map(Scope.Document::id).distinct().toList();
    List<MemberId> undone =
        scope.undoing().stream().map(Scope.Document::member).distinct().toList();
    List<Entry> history =
        documents.isEmpty() ? List.of() : store.history(books.club().id(), undone, documents);
    List<UUID> named =
        history.stream().<@Nullable UUID>map(Entry::lot).filter(Objects::nonNull).toList();
    for (LotStore.LotRow row : lots.of(books.club(), withLots, documents, named)) {
      books.pages().wallet(row.member(), row.unit()).add(row.lot());
    }
    for (Entry entry : history) {
      books.pages().wallet(entry.member(), entry.unit()).remember(entry);
    }
  }
}
