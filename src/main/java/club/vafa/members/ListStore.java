package club.vafa.members;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberFilter.Order;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members as lists show them: narrowed, in order, from where the last part ended. */
@Repository
class ListStore {
  private final JdbcClient jdbc;

  ListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A member's place in the list: what it is in order by, and the id. */
  record Place(String by, MemberId id) {}

  /**
   * What is asked for.
   *
   * @param among the only ones that are looked at, or null for all
   */
  record Wanted(
      ClubId club,
      MemberFilter filter,
      @Nullable List<MemberId> among,
      @Nullable Place after,
      int most) {}

  List<Place> places(Wanted wanted) {
    Order order = wanted.filter().order();
    List<Object> values = new ArrayList<>();
    String direction = wanted.filter().descending() ? "desc" : "asc";
    String sql =
        "select m.id, m.called, m.joined_at from members.member m where "
            .concat(conditions(wanted, values))
            .concat(" order by m.%1$s %2$s, m.id %2$s limit ?".formatted(column(order), direction));
    values.add(wanted.most());
    return jdbc.sql(sql)
        .params(values)
        .query((row, _) ->
            new Place(
                order == Order.NAME
                    ? row.getString(2)
                    : row.getObject(3, OffsetDateTime.class).toInstant().toString(),
                new MemberId(row.getObject(1, UUID.class))))
        .list();
  }

  /** How many there are, as far as the count may go. */
  long count(Wanted wanted) {
    List<Object> values = new ArrayList<>();
    String sql =
        "select count(*) from (select 1 from members.member m where "
            + conditions(wanted, values)
            + " limit ?) found";
    values.add(wanted.most());
    return jdbc.sql(sql).params(values).query(Long.class).single();
  }

  private static String column(Order order) {
    return switch (order) {
      case JOINED -> "joined_at";
      case NAME -> "called";
    };
  }

  private static String conditions(Wanted wanted, List<Object> values) {
    MemberFilter filter = wanted.filter();
    StringBuilder sql = new StringBuilder("m.club_id = ?");
    values.add(wanted.club().value());
    sql.append(
        filter.state() == null
            ? " and m.state in ('active', 'blocked')"
            : " and m.state = '" + filter.state().name().toLowerCase(Locale.ROOT) + "'");
    if (wanted.among() != null) {
      sql.append(" and m.id = any(?)");
      values.add(wanted.among().stream().map(MemberId::value).toArray(UUID[]::new));
    }
    if (filter.from() != null) {
      sql.append(" and m.joined_at >= ?");
      values.add(filter.from().atOffset(ZoneOffset.UTC));
    }
    if (filter.until() != null) {
      sql.append(" and m.joined_at < ?");
      values.add(filter.until().atOffset(ZoneOffset.UTC));
    }
    if (filter.phone() != null) {
      sql.append(filter.phone() ? " and m.phoned = true" : " and m.phoned = false");
    }
    Place after = wanted.after();
    if (after != null) {
      sql.append(
          " and (m.%s, m.id) %s (%s, ?)"
              .formatted(
                  column(filter.order()),
                  filter.descending() ? "<" : ">",
                  filter.order() == Order.NAME ? "?" : "?::timestamptz"));
      values.add(after.by());
      values.add(after.id().value());
    }
    return sql.toString();
  }
}
