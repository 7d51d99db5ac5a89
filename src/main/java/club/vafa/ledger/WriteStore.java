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

  void insertLots(ClubId club, List<Owned> rows) {
    jdbc.sql(
            """
            insert into ledger.lot (club_id, member_id, id, unit, cause_id, campaign, issued,
              pending, active, held, spent, expired, reversed, at, available_at, expires_at, due_at,
              campaign_version, cause_kind, rule, awaits)
            select ?, t.*
            from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::uuid[], ?::uuid[], ?::bigint[],
              ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
              ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[],
              ?::smallint[], ?::text[], ?::text[]) as t
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

  int updateLots(ClubId club, List<Owned> rows) {
    return jdbc.sql(
            """
            update ledger.lot l set pending = t.pending, active = t.active, held = t.held,
              spent = t.spent, expired = t.expired, reversed = t.reversed,
              available_at = t.available_at, awaits = t.awaits, expires_at = t.expires_at,
              due_at = t.due_at
            from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
              ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[], ?::timestamptz[],
              ?::timestamptz[])
              as t (member_id, id, pending, active, held, spent, expired, reversed, available_at,
                awaits, expires_at, due_at)
            where l.club_id = ? and l.member_id = t.member_id and l.id = t.id
            """)
        .params(
            Columns.uuids(rows, row -> row.wallet().member.value()),
            Columns.uuids(rows, row -> row.lot().id),
            parts(rows, Lot.Parts::pending),
            parts(rows, Lot.Parts::active),
            parts(rows, Lot.Parts::held),
            parts(rows, Lot.Parts::spent),
            parts(rows, Lot.Parts::expired),
            parts(rows, Lot.Parts::reversed),
            Columns.times(rows, row -> row.lot().availableAt()),
            Columns.texts(rows, row -> row.lot().awaits()),
            Columns.times(rows, row -> row.lot().expiresAt()),
            Columns.times(rows, row -> row.lot().dueAt()),
            club.value())
        .update();
  }

  /**
   * Writes wallets and answers how many: fewer than given when somebody else wrote one of them
   * since it was opened, because the newest entry then is another, or the row was made meanwhile.
   */
  long putWallets(ClubId club, List<Wallet> rows) {
    return jdbc.sql(
            """
            with given as (
              select *
              from unnest(?::uuid[], ?::smallint[], ?::bigint[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::uuid[],
                ?::boolean[])
                as t (member_id, unit, active, pending, held, owed, expires_at, due_at, last_entry,
                  opened, stored)
            ), changed as (
              update ledger.wallet w set active = g.active, pending = g.pending, held = g.held,
                owed = g.owed, expires_at = g.expires_at, due_at = g.due_at,
                last_entry = g.last_entry
              from given g
              where w.club_id = ? and w.member_id = g.member_id and w.unit = g.unit and g.stored
                and w.last_entry is not distinct from g.opened
              returning 1
            ), added as (
              insert into ledger.wallet (club_id, member_id, unit, active, pending, held, owed,
                expires_at, due_at, last_entry)
              select ?, member_id, unit, active, pending, held, owed, expires_at, due_at, last_entry
              from given
              where not stored
              on conflict do nothing
              returning 1
            )
            select (select count(*) from changed) + (select count(*) from added)
            """)
        .params(
            Columns.uuids(rows, row -> row.member.value()),
            Columns.longs(rows, row -> row.unit.number()),
            Columns.longs(rows, row -> row.balance().active()),
            Columns.longs(rows, row -> row.balance().pending()),
            Columns.longs(rows, row -> row.balance().held()),
            Columns.longs(rows, row -> row.balance().owed()),
            Columns.times(rows, Wallet::expiresAt),
            Columns.times(rows, Wallet::dueAt),
            Columns.uuids(rows, Wallet::lastEntry),
            Columns.uuids(rows, row -> row.opened.lastEntry()),
            rows.stream().map(row -> row.opened.exists()).toArray(Boolean[]::new),
            club.value(),
            club.value())
        .query(Long.class)
        .single();
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
