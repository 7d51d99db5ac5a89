package club.vafa.ledger;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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

  static Cause.@Nullable Rule rule(ResultSet row) throws SQLException {
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
