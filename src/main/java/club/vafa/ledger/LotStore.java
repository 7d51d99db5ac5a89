package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fetches lots. */
@Component
class LotStore {
  private final JdbcClient jdbc;

  LotStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A lot and whose it is. */
  record LotRow(MemberId member, int unit, Lot lot) {}

  /**
   * The lots in these wallets that still hold something, and those named or caused by the
   * documents. What a document did is looked for among all lots, open stamps among these alone.
   */
  List<LotRow> of(
      Club club, Collection<OpenStore.WalletRow> wallets, List<UUID> documents, List<UUID> named) {
    List<OpenStore.WalletRow> stamps = new ArrayList<>();
    List<OpenStore.WalletRow> others = new ArrayList<>();
    for (OpenStore.WalletRow row : wallets) {
      boolean stamp = club.unit(row.unit()).kind() == Unit.Kind.STAMPS;
      (stamp && documents.isEmpty() ? stamps : others).add(row);
    }
    List<LotRow> found = new ArrayList<>();
    if (!stamps.isEmpty()) {
      found.addAll(stamps(club.id(), stamps));
    }
    if (!others.isEmpty()) {
      found.addAll(others(club.id(), others, documents, named));
    }
    return found;
  }

  /**
   * Where to begin is read with the lots: what is remembered of a wallet may be older. Behind the
   * wall between clubs the key takes a plain column only, no function of it such as coalesce.
   */
  private List<LotRow> others(
      ClubId club, List<OpenStore.WalletRow> wallets, List<UUID> documents, List<UUID> named) {
    return jdbc.sql(
            """
            select l.*
            from unnest(?::uuid[], ?::int[]) as k (member_id, unit)
            cross join lateral (
              select case when ? and since is not null then since
                else '00000000-0000-0000-0000-000000000000'::uuid end as since
              from ledger.wallet
              where club_id = ? and member_id = k.member_id and unit = k.unit
              offset 0
            ) w
            cross join lateral (
              select * from ledger.lot
              where club_id = ? and member_id = k.member_id and unit = k.unit
                and id >= w.since
                and (active > 0 or pending > 0 or held > 0 or cause_id = any(?) or id = any(?))
              offset 0
            ) l
            """)
        .params(
            members(wallets),
            units(wallets),
            documents.isEmpty(),
            club.value(),
            club.value(),
            Columns.uuids(documents, id -> id),
            Columns.uuids(named, id -> id))
        .query((row, _) -> lot(row))
        .list();
  }

  private List<LotRow> stamps(ClubId club, List<OpenStore.WalletRow> wallets) {
    return jdbc.sql(
            """
            select l.*
            from unnest(?::uuid[], ?::int[]) as k (member_id, unit)
            cross join lateral (
              select * from ledger.lot
              where club_id = ? and member_id = k.member_id and stamps = k.unit
              offset 0
            ) l
            """)
        .params(members(wallets), units(wallets), club.value())
        .query((row, _) -> lot(row))
        .list();
  }

  private static Object members(List<OpenStore.WalletRow> wallets) {
    return Columns.uuids(wallets, row -> row.member().value());
  }

  private static Integer[] units(List<OpenStore.WalletRow> wallets) {
    return wallets.stream().map(OpenStore.WalletRow::unit).toArray(Integer[]::new);
  }

  static LotRow lot(ResultSet row) throws SQLException {
    Lot.Parts parts =
        new Lot.Parts(
            row.getLong("issued"),
            row.getLong("pending"),
            row.getLong("active"),
            row.getLong("held"),
            row.getLong("spent"),
            row.getLong("expired"),
            row.getLong("reversed"));
    Terms terms =
        new Terms(
            OpenStore.time(row, "available_at"),
            row.getString("awaits"),
            OpenStore.time(row, "expires_at"));
    Cause cause =
        new Cause(
            Cause.Kind.of(row.getInt("cause_kind")),
            OpenStore.uuid(row, "cause_id"),
            null,
            OpenStore.rule(row),
            null,
            null);
    return new LotRow(
        new MemberId(OpenStore.uuid(row, "member_id")),
        row.getInt("unit"),
        Lot.stored(
            OpenStore.uuid(row, "id"),
            Columns.time(row, "at"),
            cause,
            terms,
            parts,
            shares(row, cause, parts)));
  }

  private static Shares shares(ResultSet row, Cause cause, Lot.Parts parts) throws SQLException {
    Array array = row.getArray("sums");
    if (array == null) {
      return Shares.of(cause.rule(), parts.issued());
    }
    Long[] sums = (Long[]) array.getArray();
    UUID[] campaigns = (UUID[]) row.getArray("campaigns").getArray();
    Integer[] versions = (Integer[]) row.getArray("versions").getArray();
    String[] rules = (String[]) row.getArray("rules").getArray();
    Shares shares = Shares.NONE;
    for (int at = 0; at < sums.length; at++) {
      long amount = sums[at] - (at == 0 ? 0 : sums[at - 1]);
      shares = shares.and(new Cause.Rule(campaigns[at], versions[at], rules[at]), amount);
    }
    return shares;
  }
}
