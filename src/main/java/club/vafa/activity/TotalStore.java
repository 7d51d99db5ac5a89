package club.vafa.activity;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of members' totals. Its rows are changed only under the member's lock. */
@Component
class TotalStore {
  private final JdbcClient jdbc;

  TotalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<MemberId, Total> of(ClubId club, Set<MemberId> members) {
    Map<MemberId, Total> found = new HashMap<>();
    jdbc.sql(
            """
            select member_id, visits, spent, first_at, last_at
            from activity.total where club_id = ? and member_id = any (?::uuid[])
            """)
        .params(club.value(), Columns.uuids(List.copyOf(members), MemberId::value))
        .query(
            row -> {
              found.put(
                  new MemberId(row.getObject(1, UUID.class)),
                  new Total(
                      row.getLong(2),
                      row.getLong(3),
                      instant(row.getTimestamp(4)),
                      instant(row.getTimestamp(5))));
            });
    return found;
  }

  void write(ClubId club, Map<MemberId, Total> changed) {
    List<Map.Entry<MemberId, Total>> rows =
        changed.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    jdbc.sql(
            """
            insert into activity.total (club_id, member_id, visits, spent, first_at, last_at)
            select ?, t.*
            from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
              as t
            on conflict (club_id, member_id) do update
              set visits = excluded.visits, spent = excluded.spent,
                first_at = excluded.first_at, last_at = excluded.last_at
            """)
        .params(
            club.value(),
            Columns.uuids(rows, row -> row.getKey().value()),
            Columns.longs(rows, row -> row.getValue().visits()),
            Columns.longs(rows, row -> row.getValue().spent()),
            Columns.times(rows, row -> row.getValue().firstAt()),
            Columns.times(rows, row -> row.getValue().lastAt()))
        .update();
  }

  private static java.time.@Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
