package club.vafa.ledger;

import club.vafa.kernel.ClubId;
import club.vafa.ledger.Statements.Origin;
import club.vafa.ledger.Statements.Stretch;
import club.vafa.ledger.Statements.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the journal in the order in which it was written, for whoever follows it. */
@Component
class WrittenStore {
  private final JdbcClient jdbc;

  WrittenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long horizon() {
    return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /**
   * The rows first, along their keys, then the entries in them, of which each row has one at least.
   * A short stretch is found by its transactions and sorted, the long one at the beginning is read
   * along the key. The row in which the last entry seen stands may have more.
   */
  List<Written> in(ClubId club, Stretch stretch, int limit) {
    return jdbc.sql(
            """
            with key as materialized (
              (select member_id, id from ledger.movement
                where club_id = :club and written > :after and written < :below
                  and (member_id, id) >= (:member, :row)
                order by member_id, id limit :rows)
              union all
              (select member_id, id from ledger.lot
                where club_id = :club and written > :after and written < :below
                  and (member_id, id) >= (:member, :row) and entry_kind is not null
                order by member_id, id limit :rows)
              order by member_id, id limit :rows
            )
            select e.*, l.cause_kind as origin_kind, l.cause_id as origin_id, l.at as awarded_at
            from key k
            cross join lateral (
              select * from ledger.entry
              where club_id = :club and member_id = k.member_id and row_id = k.id
                and (member_id, id) > (:member, :entry)
              offset 0
            ) e
            left join ledger.lot l
              on l.club_id = e.club_id and l.member_id = e.member_id and l.id = e.lot_id
            order by e.member_id, e.id
            limit :limit
            """)
        .param("club", club.value())
        .param("after", stretch.after())
        .param("below", stretch.below())
        .param("member", stretch.member())
        .param("entry", stretch.entry())
        .param("row", Shares.firstRow(stretch.entry()))
        .param("rows", limit + 1)
        .param("limit", limit)
        .query((row, _) -> written(row))
        .list();
  }

  private static Written written(ResultSet row) throws SQLException {
    UUID origin = OpenStore.maybe(row, "origin_id");
    return new Written(
        OpenStore.entry(row),
        origin == null ? null : new Origin(Cause.Kind.of(row.getInt("origin_kind")), origin),
        OpenStore.time(row, "awarded_at"));
  }
}
