package club.vafa.settlement;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of payments into and out of the kitty. */
@Repository
class PaymentStore {
  private final JdbcClient jdbc;

  PaymentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ClubId club, Payment payment) {
    Payment.Pack pack = payment.pack();
    jdbc.sql(
            """
            insert into settlement.payment (club_id, id, partner, day, amount, unit, units, note,
              made_at, actor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                payment.id(),
                payment.partner(),
                payment.day(),
                payment.amount(),
                pack == null ? null : pack.unit(),
                pack == null ? null : pack.units(),
                payment.note(),
                Timestamp.from(payment.madeAt()),
                payment.actor()))
        .update();
  }

  /** Newest first, of one partner or of all, those before the given one. */
  List<Payment> list(ClubId club, @Nullable String partner, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from settlement.payment
            where club_id = ? and (?::text is null or partner = ?)
              and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
            order by id desc limit ?
            """)
        .params(Arrays.<@Nullable Object>asList(club.value(), partner, partner, before, limit))
        .query((row, _) -> payment(row))
        .list();
  }

  /** What each partner paid from one day to another, both included. */
  Map<String, Long> paid(ClubId club, LocalDate first, LocalDate last) {
    Map<String, Long> paid = new HashMap<>();
    jdbc.sql(
            """
            select partner, sum(amount)::bigint as paid from settlement.payment
            where club_id = ? and day between ? and ? group by partner
            """)
        .params(club.value(), first, last)
        .query(row -> {
          paid.put(row.getString("partner"), row.getLong("paid"));
        });
    return paid;
  }

  private static Payment payment(ResultSet row) throws SQLException {
    Long units = row.getObject("units", Long.class);
    return new Payment(
        row.getObject("id", UUID.class),
        row.getString("partner"),
        row.getObject("day", LocalDate.class),
        row.getLong("amount"),
        units == null ? null : new Payment.Pack(row.getInt("unit"), units),
        row.getString("note"),
        Columns.time(row, "made_at"),
        row.getString("actor"));
  }
}
