package club.vafa.ledger;

import club.vafa.installation.Warm;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The wallets of members who were here lately, all of each member's or none. */
@Component
class WarmWallets {
  private final OpenStore store;
  private final Warm<MemberId, List<OpenStore.WalletRow>> warm = new Warm<>(WarmWallets::newer);

  WarmWallets(OpenStore store) {
    this.store = store;
  }

  /** The members' wallets as they were left, read where nobody remembers. */
  List<OpenStore.WalletRow> wallets(ClubId club, Collection<MemberId> members) {
    List<OpenStore.WalletRow> rows = new ArrayList<>(members.size() * 3);
    warm.get(
            club,
            members,
            others -> {
              Map<MemberId, List<OpenStore.WalletRow>> read =
                  byMember(store.wallets(club, others, false));
              others.forEach(member -> read.putIfAbsent(member, List.of()));
              return read;
            })
        .values()
        .forEach(rows::addAll);
    return rows;
  }

  /** These are being written. */
  void written(ClubId club, List<Wallet> changed) {
    warm.written(club, byMember(changed.stream().map(OpenStore.WalletRow::written).toList()));
  }

  private static Map<MemberId, List<OpenStore.WalletRow>> byMember(List<OpenStore.WalletRow> rows) {
    Map<MemberId, List<OpenStore.WalletRow>> byMember = new HashMap<>();
    rows.forEach(row -> byMember.computeIfAbsent(row.member(), _ -> new ArrayList<>(3)).add(row));
    return byMember;
  }

  /** Of each unit the row that was written more often. */
  private static List<OpenStore.WalletRow> newer(
      List<OpenStore.WalletRow> known, List<OpenStore.WalletRow> said) {
    List<OpenStore.WalletRow> rows = new ArrayList<>(known);
    for (OpenStore.WalletRow one : said) {
      int at = 0;
      while (at < rows.size() && rows.get(at).unit() != one.unit()) {
        at++;
      }
      if (at == rows.size()) {
        rows.add(one);
      } else if (one.row().version() > rows.get(at).row().version()) {
        rows.set(at, one);
      }
    }
    return List.copyOf(rows);
  }
}
