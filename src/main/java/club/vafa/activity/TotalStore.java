package club.vafa.activity;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
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
  private static final RowType<Map.Entry<MemberId, Total>> ROWS =
      RowType.<Map.Entry<MemberId, Total>>of("activity.total")
          .uuid("member_id", row -> row.getKey().value())
          .bigint("visits", row -> row.getValue().visits())
          .bigint("spent", row -> row.getValue().spent())
          .time("first_at", row -> row.getValue().firstAt())
          .time("last_at", row -> row.getValue().lastAt());

  private static final String UPDATE =
      """
      update activity.total t
      set visits = n.visits, spent = n.spent, first_at = n.first_at, last_at = n.last_at
      from unnest(?::activity.total[]) n
      where t.club_id = n.club_id and t.member_id = n.member_id
      """;

  private static final String INSERT_MISSING =
      """
      insert into activity.total select * from unnest(?::activity.total[]) on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final Rows writer;

  TotalStore(JdbcClient jdbc, Rows writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  Map<MemberId, Total> of(ClubId club, Set<MemberId> members) {
    Map<MemberId, Total> found = new HashMap<>();
    jdbc.sql(
            """
            select member_id, visits, spent, first_at, last_at
            from activity.total where club_id = ? and member_id = any (?::uuid[])
            """)
        .params(club.value(), Columns.uuids(members, MemberId::value))
        .query(row -> {
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
    writer.write(
        UPDATE,
        ROWS.rows(club, rows),
        written -> {
          if (written < rows.size()) {
            writer.write(INSERT_MISSING, ROWS.rows(club, rows), _ -> {});
          }
        });
  }

  private static java.time.@Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
