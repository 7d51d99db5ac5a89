package club.vafa.activity;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The table of purchases. */
@Component
class PurchaseStore {
  private static final TypeReference<List<PurchaseLine>> LINES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Rows writer;
  private final ObjectWriter lines = JsonMapper.builder().build().writerFor(LINES);
  private final ObjectReader reader = JsonMapper.builder().build().readerFor(LINES);

  private final RowType<Purchase> rows =
      RowType.<Purchase>of("activity.purchase")
          .uuid("id", Purchase::id)
          .uuid("member_id", row -> Columns.value(row.member()))
          .time("occurred_at", Purchase::occurredAt)
          .time("recorded_at", Purchase::recordedAt)
          .bigint("total", Purchase::total)
          .bigint("discount", Purchase::discount)
          .bigint("paid_by_wallets", Purchase::paidByWallets)
          .bigint("program", Purchase::program)
          .text("source", row -> row.key().source())
          .text("external_id", row -> row.key().externalId())
          .uuid("input_hash", Purchase::hash)
          .text("branch", Purchase::branch)
          .text("terminal", Purchase::terminal)
          .text("staff", Purchase::staff)
          .text("lines", row -> lines.writeValueAsString(row.lines()))
          .text("detail", Purchase::detail);

  PurchaseStore(JdbcClient jdbc, Rows writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  void insert(ClubId club, List<Purchase> purchases) {
    writer.insert(rows.rows(club, purchases));
  }

  Map<NaturalKey, Purchase> byKeys(ClubId club, Collection<NaturalKey> keys) {
    List<NaturalKey> list = List.copyOf(keys);
    Map<NaturalKey, Purchase> found = new HashMap<>();
    jdbc.sql(
            """
            select p.*
            from unnest(?::text[], ?::text[]) as k (source, external_id)
            cross join lateral (
              select * from activity.purchase
              where club_id = ? and source = k.source and external_id = k.external_id
              offset 0
            ) p
            """)
        .params(
            Columns.texts(list, NaturalKey::source),
            Columns.texts(list, NaturalKey::externalId),
            club.value())
        .query((row, _) -> purchase(row))
        .list()
        .forEach(purchase -> found.put(purchase.key(), purchase));
    return found;
  }

  /** Recorded purchases cannot be changed, so not even a row lock: the lock is on the id alone. */
  void lock(UUID id) {
    jdbc.sql("select pg_advisory_xact_lock(?, ?)")
        .params((int) (id.getLeastSignificantBits() >>> 32), (int) id.getLeastSignificantBits())
        .query((_, _) -> true)
        .single();
  }

  Optional<Purchase> byId(ClubId club, UUID id) {
    return jdbc.sql("select * from activity.purchase where club_id = ? and id = ?")
        .params(club.value(), id)
        .query((row, _) -> purchase(row))
        .optional();
  }

  Map<UUID, MemberId> buyers(ClubId club, Collection<UUID> ids) {
    Map<UUID, MemberId> buyers = HashMap.newHashMap(ids.size());
    jdbc.sql(
            """
            select id, member_id from activity.purchase
            where club_id = ? and id = any(?) and member_id is not null
            """)
        .params(club.value(), ids.toArray(UUID[]::new))
        .query(row -> {
          buyers.put(row.getObject(1, UUID.class), new MemberId(row.getObject(2, UUID.class)));
        });
    return buyers;
  }

  Map<UUID, Activity.Sold> sold(ClubId club, Collection<UUID> ids) {
    Map<UUID, Activity.Sold> sold = HashMap.newHashMap(ids.size());
    jdbc.sql(
            """
            select id, coalesce(branch, '') as branch, occurred_at from activity.purchase
            where club_id = ? and id = any(?)
            """)
        .params(club.value(), ids.toArray(UUID[]::new))
        .query(row -> {
          sold.put(
              row.getObject("id", UUID.class),
              new Activity.Sold(row.getString("branch"), Columns.time(row, "occurred_at")));
        });
    return sold;
  }

  List<Purchase> ofMember(ClubId club, MemberId member, int limit) {
    return jdbc.sql(
            """
            select * from activity.purchase where club_id = ? and member_id = ?
            order by occurred_at desc, id desc limit ?
            """)
        .params(club.value(), member.value(), limit)
        .query((row, _) -> purchase(row))
        .list();
  }

  /**
   * Of all sources, which are few: each is looked up by itself, since the key of purchases begins
   * with the source.
   */
  List<Purchase> byExternalId(ClubId club, String externalId) {
    return jdbc.sql(
            """
            with recursive sources (source) as (
              (select source from activity.purchase where club_id = ? order by source limit 1)
              union all
              (select next.source from sources s
               cross join lateral (
                 select p.source from activity.purchase p
                 where p.club_id = ? and p.source > s.source order by p.source limit 1) next)
            )
            select p.* from (select source from sources limit 100) s
            join activity.purchase p
              on p.club_id = ? and p.source = s.source and p.external_id = ?
            order by p.id desc limit 5
            """)
        .params(club.value(), club.value(), club.value(), externalId)
        .query((row, _) -> purchase(row))
        .list();
  }

  /** By when they were recorded, which is the order of their ids. */
  List<Purchase> latest(ClubId club, int limit) {
    return jdbc.sql("select * from activity.purchase where club_id = ? order by id desc limit ?")
        .params(club.value(), limit)
        .query((row, _) -> purchase(row))
        .list();
  }

  List<Purchase> list(ClubId club, SalesQuery query, @Nullable UUID before, int limit) {
    List<Object> values = new ArrayList<>();
    String sql = "select * from activity.purchase where ".concat(conditions(club, query, values));
    if (before != null) {
      sql = sql.concat(" and id < ?");
      values.add(before);
    }
    values.add(limit);
    return jdbc.sql(sql.concat(" order by id desc limit ?"))
        .params(values)
        .query((row, _) -> purchase(row))
        .list();
  }

  long count(ClubId club, SalesQuery query, int most) {
    List<Object> values = new ArrayList<>();
    String sql =
        "select count(*) from (select 1 from activity.purchase where %s limit ?) found"
            .formatted(conditions(club, query, values));
    values.add(most);
    return jdbc.sql(sql).params(values).query(Long.class).single();
  }

  private String conditions(ClubId club, SalesQuery query, List<Object> values) {
    StringBuilder sql = new StringBuilder("club_id = ?");
    values.add(club.value());
    if (query.number() != null) {
      sql.append(" and id = any(?)");
      values.add(
          byExternalId(club, query.number()).stream().map(Purchase::id).toArray(UUID[]::new));
    }
    if (query.branch() != null) {
      sql.append(" and branch = ?");
      values.add(query.branch());
    }
    if (query.from() != null) {
      sql.append(" and occurred_at >= ?");
      values.add(query.from().atOffset(ZoneOffset.UTC));
    }
    if (query.until() != null) {
      sql.append(" and occurred_at < ?");
      values.add(query.until().atOffset(ZoneOffset.UTC));
    }
    return sql.toString();
  }

  Takings takings(ClubId club, Instant from, Instant until) {
    return jdbc.sql(
            """
            select count(*), count(distinct member_id), coalesce(sum(total - discount), 0)::bigint
            from activity.purchase
            where club_id = ? and occurred_at >= ? and occurred_at < ?
            """)
        .params(club.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new Takings(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  private Purchase purchase(ResultSet row) throws SQLException {
    return new Purchase(
        row.getObject("id", UUID.class),
        new NaturalKey(row.getString("source"), row.getString("external_id")),
        row.getObject("input_hash", UUID.class),
        Columns.member(row),
        Columns.time(row, "occurred_at"),
        Columns.time(row, "recorded_at"),
        row.getLong("total"),
        row.getLong("discount"),
        row.getLong("paid_by_wallets"),
        row.getLong("program"),
        row.getString("branch"),
        row.getString("terminal"),
        row.getString("staff"),
        reader.readValue(row.getString("lines")),
        row.getString("detail"));
  }
}
