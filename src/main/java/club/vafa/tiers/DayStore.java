package club.vafa.tiers;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what counts towards tiers, one row for each member, day and measure. */
@Component
class DayStore {
  /** What is older than any window reaches is not read. */
  private static final String RECENT =
      """
      select k.id, p.measure, p.day, p.amount
      from unnest(?::uuid[], ?::date[]) k (id, since)
      cross join lateral (
        select measure, day, amount from tiers.progress
        where club_id = ? and member_id = k.id and day >= k.since
        offset 0
      ) p
      """;

  /** What is older than any window reaches comes as one sum. */
  private static final String EVER =
      """
      select k.id, p.measure, p.day, p.amount
      from unnest(?::uuid[], ?::date[]) k (id, since)
      cross join lateral (
        select measure, case when day < k.since then date '0001-01-01' else day end as day,
          sum(amount)::bigint as amount
        from tiers.progress
        where club_id = ? and member_id = k.id
        group by 1, 2
      ) p
      """;

  private static final RowType<Added> ROWS =
      RowType.<Added>of("tiers.progress")
          .uuid("member_id", row -> row.member().value())
          .date("day", row -> row.key().day())
          .integer("measure", row -> row.key().measure())
          .bigint("amount", Added::amount);

  private final JdbcClient jdbc;
  private final Rows rows;

  DayStore(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record Added(MemberId member, Progress.Key key, long amount) {}

  /**
   * Reads the days of some members.
   *
   * @param since the first day that is wanted of each
   * @param ever whether older ones are wanted as a sum
   * @param into where the days of a member belong
   */
  void load(
      ClubId club,
      Map<MemberId, LocalDate> since,
      boolean ever,
      Function<MemberId, Progress> into) {
    if (since.isEmpty()) {
      return;
    }
    List<Map.Entry<MemberId, LocalDate>> all = List.copyOf(since.entrySet());
    jdbc.sql(ever ? EVER : RECENT)
        .params(
            Columns.uuids(all, one -> one.getKey().value()),
            Columns.texts(all, one -> one.getValue().toString()),
            club.value())
        .query(row -> {
          MemberId member = new MemberId(row.getObject(1, UUID.class));
          into.apply(member).load(row.getInt(2), row.getObject(3, LocalDate.class), row.getLong(4));
        });
  }

  /** Adds to the days; what is added may be below zero, and then is never more than there is. */
  void add(ClubId club, Map<MemberId, Map<Progress.Key, Long>> added) {
    List<Added> all =
        added.entrySet().stream()
            .flatMap(of ->
                of.getValue().entrySet().stream()
                    .map(one -> new Added(of.getKey(), one.getKey(), one.getValue())))
            .toList();
    rows.write(
        """
        insert into tiers.progress as p select * from unnest(?::tiers.progress[])
        on conflict (club_id, member_id, day, measure) do update
          set amount = p.amount + excluded.amount
        """,
        ROWS.rows(club, all),
        _ -> {});
  }

  void forget(ClubId club, MemberId member) {
    jdbc.sql("delete from tiers.progress where club_id = ? and member_id = ?")
        .params(club.value(), member.value())
        .update();
  }
}
