package club.vafa.spending;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.spending.UnbookedSale.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sales that tills could not book. */
@Repository
class UnbookedStore {
  private final JdbcClient jdbc;

  UnbookedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a report; one that is told again says what it says now, unless it was dealt with. */
  void report(ClubId club, UnbookedSale sale) {
    jdbc.sql(
            """
            insert into spending.unbooked as u (club_id, id, number, who, total, sale, code, reason,
              occurred_at, reported_at, reported_by, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
            on conflict (club_id, number) do update set sale = excluded.sale,
              code = excluded.code, reason = excluded.reason, total = excluded.total,
              who = excluded.who, reported_at = excluded.reported_at
            where u.state = 'open'
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                sale.id().value(),
                sale.number(),
                sale.who(),
                sale.total(),
                sale.sale(),
                sale.code(),
                sale.reason(),
                Timestamp.from(sale.occurredAt()),
                Timestamp.from(sale.reportedAt()),
                sale.reportedBy()))
        .update();
  }

  /** The open ones, or the others, the latest first. */
  List<UnbookedSale> list(ClubId club, boolean open, @Nullable UUID before, int most) {
    return jdbc.sql(
            """
            select * from spending.unbooked
            where club_id = ? and state %s 'open'
              and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
            order by id desc limit ?
            """
                // Said outright, as the index of the open ones says it.
                .formatted(open ? "=" : "<>"))
        .params(Arrays.<@Nullable Object>asList(club.value(), before, most))
        .query((row, _) -> sale(row))
        .list();
  }

  Optional<UnbookedSale> find(ClubId club, UnbookedId id) {
    return jdbc.sql("select * from spending.unbooked where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> sale(row))
        .optional();
  }

  List<UnbookedSale> numbered(ClubId club, Collection<String> numbers) {
    return jdbc.sql("select * from spending.unbooked where club_id = ? and number = any(?)")
        .params(club.value(), numbers.toArray(String[]::new))
        .query((row, _) -> sale(row))
        .list();
  }

  long open(ClubId club) {
    return jdbc.sql("select count(*) from spending.unbooked where club_id = ? and state = 'open'")
        .param(club.value())
        .query(Long.class)
        .single();
  }

  /** How it ended. */
  record Done(State state, String note, Instant at, String by) {}

  /**
   * Whether it was still open. What has been booked stands in the books, whatever its till said of
   * it in between.
   */
  boolean settle(ClubId club, String number, Done done) {
    return jdbc.sql(
                """
                update spending.unbooked set state = ?, note = ?, done_at = ?, done_by = ?,
                  sale = null, who = ''
                where club_id = ? and number = ?
                  and (state = 'open' or ? and state <> 'booked')
                """)
            .params(
                done.state().name().toLowerCase(Locale.ROOT),
                done.note(),
                Timestamp.from(done.at()),
                done.by(),
                club.value(),
                number,
                done.state() == State.BOOKED)
            .update()
        == 1;
  }

  /** What was sent of the open ones that name this member. */
  Map<UUID, String> naming(ClubId club, MemberId member) {
    Map<UUID, String> sales = new HashMap<>();
    jdbc.sql(
            """
            select id, sale from spending.unbooked
            where club_id = ? and state = 'open' and position(? in sale) > 0
            """)
        .params(club.value(), member.toString())
        .query(row -> {
          sales.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return sales;
  }

  /** Takes the customer out of sales, of which this is left. */
  void forget(ClubId club, Map<UUID, String> sales) {
    List<Map.Entry<UUID, String>> rows = List.copyOf(sales.entrySet());
    jdbc.sql(
            """
            update spending.unbooked u set who = '', sale = n.sale
            from unnest(?::uuid[], ?::text[]) n (id, sale)
            where u.club_id = ? and u.id = n.id and u.state = 'open'
            """)
        .params(
            rows.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
            Columns.texts(rows, Map.Entry::getValue),
            club.value())
        .update();
  }

  void move(ClubId club, MemberId from, MemberId into) {
    jdbc.sql(
            """
            update spending.unbooked set sale = replace(sale, ?, ?)
            where club_id = ? and state = 'open' and position(? in sale) > 0
            """)
        .params(from.toString(), into.toString(), club.value(), from.toString())
        .update();
  }

  private static UnbookedSale sale(ResultSet row) throws SQLException {
    Timestamp done = row.getTimestamp("done_at");
    return new UnbookedSale(
        new UnbookedId(row.getObject("id", UUID.class)),
        row.getString("number"),
        row.getString("who"),
        row.getLong("total"),
        row.getString("sale"),
        row.getString("code"),
        row.getString("reason"),
        Columns.time(row, "occurred_at"),
        Columns.time(row, "reported_at"),
        row.getString("reported_by"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("note"),
        done == null ? null : done.toInstant(),
        row.getString("done_by"));
  }
}
