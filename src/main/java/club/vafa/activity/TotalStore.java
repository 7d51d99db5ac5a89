package club.vafa.activity;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.installation.Warm;
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

/**
 * The table of members' totals. Its rows are changed under the member's lock, and only as long as
 * they are what they were when they were looked at.
 */
@Component
class TotalStore {
  private static final RowType<Map.Entry<MemberId, Total>> ROWS =
      RowType.<Map.Entry<MemberId, Total>>of("activity.total")
          .uuid("member_id", row -> row.getKey().value())
          .bigint("visits", row -> row.getValue().visits())
          .bigint("spent", row -> row.getValue().spent())
          .time("first_at", row -> row.getValue().firstAt())
          .time("last_at", row -> row.getValue().lastAt())
          .bigint("version", row -> row.getValue().version());

  private static final String UPDATE =
      """
      update activity.total t
      set visits = n.visits, spent = n.spent, first_at = n.first_at, last_at = n.last_at,
        version = n.version
      from unnest(?::activity.total[]) n
      where t.club_id = n.club_id and t.member_id = n.member_id and t.version = n.version - 1
      """;

  private static final String INSERT =
      """
      insert into activity.total select * from unnest(?::activity.total[]) on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final Rows writer;
  private final Warm<MemberId, Total> warm =
      new Warm<>((known, said) -> said.version() > known.version() ? said : known);

  TotalStore(JdbcClient jdbc, Rows writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  /** The same as {@link #of} or, where a member was here lately, as it was left then. */
  Map<MemberId, Total> remembered(ClubId club, Set<MemberId> members) {
    return warm.get(
        club,
        members,
        others -> {
          Map<MemberId, Total> read = of(club, others);
          others.forEach(member -> read.putIfAbsent(member, Total.NONE));
          return read;
        });
  }

  Map<MemberId, Total> of(ClubId club, Set<MemberId> members) {
    Map<MemberId, Total> found = new HashMap<>();
    jdbc.sql(
            """
            select member_id, visits, spent, first_at, last_at, version
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
                  instant(row.getTimestamp(5)),
                  row.getLong(6)));
        });
    return found;
  }

  /**
   * Writes what changed; refused when somebody else wrote one of them since it was looked at.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException when it is refused
   */
  void write(ClubId club, Map<MemberId, Total> changed) {
    Map<MemberId, Total> next = HashMap.newHashMap(changed.size());
    changed.forEach((member, total) -> next.put(member, total.next()));
    List<Map.Entry<MemberId, Total>> rows =
        next.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    writer.writeAll(
        UPDATE,
        ROWS.rows(club, rows.stream().filter(row -> row.getValue().version() > 1).toList()));
    writer.writeAll(
        INSERT,
        ROWS.rows(club, rows.stream().filter(row -> row.getValue().version() == 1).toList()));
    warm.written(club, next);
  }

  private static java.time.@Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
