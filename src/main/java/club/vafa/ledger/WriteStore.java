package club.vafa.ledger;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a working copy of the books changed: one statement for each table. */
@Component
class WriteStore {
  private final JdbcClient jdbc;

  WriteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A lot and whose it is. */
  record Owned(Wallet wallet, Lot lot) {}

  void insertEntries(ClubId club, Instant posted, List<Entry> rows) {
    jdbc.sql(
            """
            insert into ledger.entry (club_id, posted_at, member_id, id, lot_id, cause_id, undoes,
              campaign, amount, balance, at, campaign_version, unit, kind, from_account, to_account,
              cause_kind, rule, actor, reason)
            select ?, ?::timestamptz, t.*
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[],
              ?::bigint[], ?::bigint[], ?::timestamptz[], ?::int[], ?::smallint[], ?::smallint[],
              ?::smallint[], ?::smallint[], ?::smallint[], ?::text[], ?::text[], ?::text[]) as t
            """)
        .params(
            club.value(),
            posted.toString(),
            Columns.uuids(rows, row -> row.member().value()),
            Columns.uuids(rows, Entry::id),
            Columns.uuids(rows, Entry::lot),
            Columns.uuids(rows, row -> row.cause().id()),
            Columns.uuids(rows, row -> row.cause().undoes()),
            Columns.uuids(rows, row -> campaign(row.cause())),
            Columns.longs(rows, Entry::amount),
            Columns.longs(rows, Entry::balance),
            Columns.times(rows, Entry::at),
            versions(rows, Entry::cause),
            Columns.longs(rows, Entry::unit),
            Columns.longs(rows, row -> row.kind().code()),
            Columns.longs(rows, row -> row.from().code()),
            Columns.longs(rows, row -> row.to().code()),
            Columns.longs(rows, row -> row.cause().kind().code()),
            Columns.texts(rows, row -> rule(row.cause())),
            Columns.texts(rows, row -> row.cause().actor()),
            Columns.texts(rows, row -> row.cause().reason()))
        .update();
  }

  /**
   * Writes new lots and changed ones alike. The conflict with what is there goes through the key
   * whatever the planner believes of the table's size, which an update with a join does not.
   */
  void putLots(ClubId club, List<Owned> rows) {
    jdbc.sql(
            """
            insert into ledger.lot (club_id, member_id, id, unit, cause_id, campaign, issued,
              pending, active, held, spent, expired, reversed, at, available_at, expires_at, due_at,
              campaign_version, cause_kind, rule, awaits)
            select ?, t.* from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::uuid[], ?::uuid[], ?::bigint[],
              ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
              ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[],
              ?::smallint[], ?::text[], ?::text[]) as t
            on conflict (club_id, member_id, id) do update set pending = excluded.pending,
              active = excluded.active, held = excluded.held, spent = excluded.spent,
              expired = excluded.expired, reversed = excluded.reversed,
              available_at = excluded.available_at, awaits = excluded.awaits,
              expires_at = excluded.expires_at, due_at = excluded.due_at
            """)
        .params(
            club.value(),
            Columns.uuids(rows, row -> row.wallet().member.value()),
            Columns.uuids(rows, row -> row.lot().id),
            Columns.longs(rows, row -> row.wallet().unit.number()),
            Columns.uuids(rows, row -> row.lot().cause.id()),
            Columns.uuids(rows, row -> campaign(row.lot().cause)),
            parts(rows, Lot.Parts::issued),
            parts(rows, Lot.Parts::pending),
            parts(rows, Lot.Parts::active),
            parts(rows, Lot.Parts::held),
            parts(rows, Lot.Parts::spent),
            parts(rows, Lot.Parts::expired),
            parts(rows, Lot.Parts::reversed),
            Columns.times(rows, row -> row.lot().at),
            Columns.times(rows, row -> row.lot().availableAt()),
            Columns.times(rows, row -> row.lot().expiresAt()),
            Columns.times(rows, row -> row.lot().dueAt()),
            versions(rows, row -> row.lot().cause),
            Columns.longs(rows, row -> row.lot().cause.kind().code()),
            Columns.texts(rows, row -> rule(row.lot().cause)),
            Columns.texts(rows, row -> row.lot().awaits()))
        .update();
  }

  /**
   * Writes wallets and answers how many: fewer than given when somebody else wrote one of them
   * since it was opened, because its version then is not the one before.
   */
  long putWallets(ClubId club, List<Wallet> rows) {
    return jdbc.sql(
            """
            insert into ledger.wallet as w (club_id, member_id, unit, active, pending, held, owed,
              expires_at, due_at, last_entry, version)
            select ?, t.*
            from unnest(?::uuid[], ?::smallint[], ?::bigint[], ?::bigint[], ?::bigint[],
              ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::bigint[]) as t
            on conflict (club_id, member_id, unit) do update set active = excluded.active,
              pending = excluded.pending, held = excluded.held, owed = excluded.owed,
              expires_at = excluded.expires_at, due_at = excluded.due_at,
              last_entry = excluded.last_entry, version = excluded.version
            where w.version = excluded.version - 1
            """)
        .params(
            club.value(),
            Columns.uuids(rows, row -> row.member.value()),
            Columns.longs(rows, row -> row.unit.number()),
            Columns.longs(rows, row -> row.balance().active()),
            Columns.longs(rows, row -> row.balance().pending()),
            Columns.longs(rows, row -> row.balance().held()),
            Columns.longs(rows, row -> row.balance().owed()),
            Columns.times(rows, Wallet::expiresAt),
            Columns.times(rows, Wallet::dueAt),
            Columns.uuids(rows, Wallet::lastEntry),
            Columns.longs(rows, row -> row.opened.version() + 1))
        .update();
  }

  private static Long[] parts(List<Owned> rows, ToLongFunction<Lot.Parts> part) {
    return Columns.longs(rows, row -> part.applyAsLong(row.lot().parts()));
  }

  private static @Nullable UUID campaign(Cause cause) {
    return cause.rule() == null ? null : cause.rule().campaign();
  }

  private static @Nullable String rule(Cause cause) {
    return cause.rule() == null ? null : cause.rule().rule();
  }

  private static <T> @Nullable Integer[] versions(List<T> rows, Function<T, Cause> causes) {
    @Nullable Integer[] out = new @Nullable Integer[rows.size()];
    for (int row = 0; row < out.length; row++) {
      Cause.Rule rule = causes.apply(rows.get(row)).rule();
      out[row] = rule == null ? null : rule.version();
    }
    return out;
  }
}
