package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fetches pages of the books: wallets, lots, and what a document once moved. */
@Component
class OpenStore {
  private static final String WALLETS =
      """
      select member_id, unit, active, pending, held, owed, expires_at, due_at, last_entry,
        since, version
      from ledger.wallet
      where club_id = ? and member_id = any(?)
      order by member_id, unit
      """;

  private final JdbcClient jdbc;

  OpenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record WalletRow(MemberId member, int unit, Wallet.Row row, @Nullable Instant dueAt) {
    WalletKey key() {
      return new WalletKey(member, unit);
    }

    /** As it is once it is written. */
    static WalletRow written(Wallet wallet) {
      return new WalletRow(
          wallet.member,
          wallet.unit.number(),
          new Wallet.Row(
              wallet.balance(),
              wallet.expiresAt(),
              wallet.lastEntry(),
              Lot.since(wallet),
              wallet.opened.version() + 1),
          wallet.dueAt());
    }
  }

  record LotRow(MemberId member, int unit, Lot lot) {}

  /** Makes wallets that are not there yet, so that several who are first wait for each other. */
  void ensure(ClubId club, MemberId member, int unit) {
    jdbc.sql(
            """
            insert into ledger.wallet (club_id, member_id, unit, active, pending, held, owed,
              version)
            values (?, ?, ?, 0, 0, 0, 0, 0)
            on conflict do nothing
            """)
        .params(club.value(), member.value(), unit)
        .update();
  }

  /**
   * The wallets of members, in the order of their key, which is the order everybody locks in. Who
   * changes a wallet's lots has locked the wallet before, so this lock alone keeps them in step.
   */
  List<WalletRow> wallets(ClubId club, Collection<MemberId> members, boolean lock) {
    return jdbc.sql(lock ? WALLETS + "for no key update" : WALLETS)
        .params(club.value(), ids(members))
        .query((row, _) -> wallet(row))
        .list();
  }

  static WalletRow wallet(ResultSet row) throws SQLException {
    return new WalletRow(
        new MemberId(uuid(row, "member_id")),
        row.getInt("unit"),
        new Wallet.Row(
            balance(row),
            time(row, "expires_at"),
            maybe(row, "last_entry"),
            maybe(row, "since"),
            row.getLong("version")),
        time(row, "due_at"));
  }

  static Balance balance(ResultSet row) throws SQLException {
    return new Balance(
        row.getLong("active"), row.getLong("pending"), row.getLong("held"), row.getLong("owed"));
  }

  /** Those of the members who have awards that wait for this. */
  Set<MemberId> awaiting(ClubId club, Collection<MemberId> members, String event) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct member_id from ledger.lot
                where club_id = ? and member_id = any(?) and awaits = ? and pending > 0
                """)
            .params(club.value(), ids(members), event)
            .query((row, _) -> new MemberId(uuid(row, "member_id")))
            .list());
  }

  /**
   * The lots in these wallets that still hold something, and those named or caused by the
   * documents. What a document did is looked for among all lots, open stamps among these alone.
   */
  List<LotRow> lots(
      Club club, Collection<WalletRow> wallets, List<UUID> documents, List<UUID> named) {
    List<WalletRow> stamps = new ArrayList<>();
    List<WalletRow> others = new ArrayList<>();
    for (WalletRow row : wallets) {
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
      ClubId club, List<WalletRow> wallets, List<UUID> documents, List<UUID> named) {
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

  private List<LotRow> stamps(ClubId club, List<WalletRow> wallets) {
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

  private static Object members(List<WalletRow> wallets) {
    return Columns.uuids(wallets, row -> row.member().value());
  }

  private static Integer[] units(List<WalletRow> wallets) {
    return wallets.stream().map(WalletRow::unit).toArray(Integer[]::new);
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
        new Terms(time(row, "available_at"), row.getString("awaits"), time(row, "expires_at"));
    Cause cause =
        new Cause(
            Cause.Kind.of(row.getInt("cause_kind")),
            uuid(row, "cause_id"),
            null,
            rule(row),
            null,
            null);
    return new LotRow(
        new MemberId(uuid(row, "member_id")),
        row.getInt("unit"),
        Lot.stored(uuid(row, "id"), Columns.time(row, "at"), cause, terms, parts));
  }

  /** What the documents spent and what was undone of them, in the order of the journal. */
  List<Entry> history(ClubId club, Collection<MemberId> members, List<UUID> documents) {
    Object ids = Columns.uuids(documents, id -> id);
    return jdbc.sql(
            """
            select *
            from ledger.entry
            where club_id = ? and member_id = any(?)
              and (cause_id = any(?) or undoes = any(?))
            order by member_id, id
            """)
        .params(club.value(), ids(members), ids, ids)
        .query((row, _) -> entry(row))
        .list();
  }

  static Entry entry(ResultSet row) throws SQLException {
    Cause cause =
        new Cause(
            Cause.Kind.of(row.getInt("cause_kind")),
            uuid(row, "cause_id"),
            maybe(row, "undoes"),
            rule(row),
            row.getString("actor"),
            row.getString("reason"));
    return new Entry(
        uuid(row, "id"),
        new MemberId(uuid(row, "member_id")),
        row.getInt("unit"),
        Entry.Kind.of(row.getInt("kind")),
        row.getLong("amount"),
        Entry.Account.of(row.getInt("from_account")),
        Entry.Account.of(row.getInt("to_account")),
        maybe(row, "lot_id"),
        cause,
        Columns.time(row, "at"),
        row.getLong("balance"));
  }

  private static Cause.@Nullable Rule rule(ResultSet row) throws SQLException {
    UUID campaign = maybe(row, "campaign");
    String rule = row.getString("rule");
    return campaign == null || rule == null
        ? null
        : new Cause.Rule(campaign, row.getInt("campaign_version"), rule);
  }

  static Object ids(Collection<MemberId> members) {
    return Columns.uuids(members, MemberId::value);
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static @Nullable UUID maybe(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
