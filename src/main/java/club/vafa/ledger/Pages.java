package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The wallets a working copy of the books was opened with, and those that begin in it. */
final class Pages {
  private final Club club;
  private final Set<MemberId> members;
  private final Predicate<WalletKey> withLots;
  private final Journal journal;
  private final Map<WalletKey, Wallet> wallets = new HashMap<>();
  private final Map<HoldId, Wallet> holders = new HashMap<>();
  private Map<MemberId, Set<String>> tiers = Map.of();

  /** The wallet that was asked for last: most of an activity is about one. */
  private @Nullable Wallet last;

  Pages(Club club, Set<MemberId> members, Predicate<WalletKey> withLots, Journal journal) {
    this.club = club;
    this.members = members;
    this.withLots = withLots;
    this.journal = journal;
  }

  /** Where members stand, before any of their wallets is opened. */
  void ranked(Map<MemberId, Set<String>> standing) {
    tiers = standing;
  }

  Wallet wallet(MemberId member, Unit unit) {
    Wallet known = last;
    if (known == null || known.unit.number() != unit.number() || !known.member.equals(member)) {
      known =
          wallets.computeIfAbsent(
              new WalletKey(member, unit.number()), _ -> opened(member, unit, Wallet.Row.NEW));
      last = known;
    }
    return known;
  }

  Wallet wallet(MemberId member, int unit) {
    return wallet(member, club.unit(unit));
  }

  /** All wallets of a unit that are open. */
  List<Wallet> of(Unit unit) {
    return wallets.values().stream().filter(one -> one.unit.number() == unit.number()).toList();
  }

  private Wallet opened(MemberId member, Unit unit, Wallet.Row row) {
    if (!members.contains(member)) {
      throw new IllegalStateException("the books were opened without the member " + member);
    }
    Unit own = unit.in(tiers.getOrDefault(member, Set.of()));
    boolean lots = withLots.test(new WalletKey(member, unit.number()));
    return new Wallet(club, member, own, row, lots, journal);
  }

  void load(MemberId member, int unit, Wallet.Row row) {
    wallets.put(new WalletKey(member, unit), opened(member, club.unit(unit), row));
    last = null;
  }

  /** A hold, unless it is of a wallet whose lots are not here. */
  void load(Hold hold) {
    if (withLots.test(new WalletKey(hold.member(), hold.unit()))) {
      Wallet wallet = wallet(hold.member(), hold.unit());
      wallet.add(hold);
      holds(hold.id(), wallet);
    }
  }

  void holds(HoldId hold, Wallet wallet) {
    holders.put(hold, wallet);
  }

  @Nullable Wallet holder(HoldId hold) {
    return holders.get(hold);
  }

  Collection<Wallet> wallets() {
    return wallets.values();
  }
}
