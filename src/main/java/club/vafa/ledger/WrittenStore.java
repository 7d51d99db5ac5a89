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
   * By the journal's key within the stretch: a short stretch is found by its transactions and
   * sorted, the long one at the beginning is read along the key.
   */
  List<Written> in(ClubId club, Stretch stretch, int limit) {
    return jdbc.sql(
            """
            select e.*, l.cause_kind as origin_kind, l.cause_id as origin_id, l.at as awarded_at
            from (
              select * from ledger.entry
              where club_id = ? and written > ? and written < ? and (member_id, id) > (?, ?)
              order by member_id, id
              limit ?
            ) e
            left join ledger.lot l
              on l.club_id = e.club_id and l.member_id = e.member_id and l.id = e.lot_id
            order by e.member_id, e.id
            """)
        .params(
            club.value(),
            stretch.after(),
            stretch.below(),
            stretch.member(),
            stretch.entry(),
            limit)
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
