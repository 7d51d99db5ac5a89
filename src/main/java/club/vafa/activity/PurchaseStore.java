package club.vafa.activity;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
  private final ObjectWriter writer = JsonMapper.builder().build().writerFor(LINES);
  private final ObjectReader reader = JsonMapper.builder().build().readerFor(LINES);

  PurchaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ClubId club, List<Purchase> rows) {
    jdbc.sql(
            """
            insert into activity.purchase (club_id, id, member_id, occurred_at, recorded_at, total,
              discount, paid_by_wallets, program, source, external_id, input_hash, branch, terminal,
              staff, lines, detail)
            select ?, t.*
            from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
              ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::uuid[], ?::text[],
              ?::text[], ?::text[], ?::text[], ?::text[]) as t
            """)
        .params(
            club.value(),
            Columns.uuids(rows, Purchase::id),
            Columns.uuids(rows, row -> Columns.value(row.member())),
            Columns.times(rows, Purchase::occurredAt),
            Columns.times(rows, Purchase::recordedAt),
            Columns.longs(rows, Purchase::total),
            Columns.longs(rows, Purchase::discount),
            Columns.longs(rows, Purchase::paidByWallets),
            Columns.longs(rows, Purchase::program),
            Columns.texts(rows, row -> row.key().source()),
            Columns.texts(rows, row -> row.key().externalId()),
            Columns.uuids(rows, Purchase::hash),
            Columns.texts(rows, Purchase::branch),
            Columns.texts(rows, Purchase::terminal),
            Columns.texts(rows, Purchase::staff),
            Columns.texts(rows, row -> writer.writeValueAsString(row.lines())),
            Columns.texts(rows, Purchase::detail))
        .update();
  }

  Map<NaturalKey, Purchase> byKeys(ClubId club, Collection<NaturalKey> keys) {
    List<NaturalKey> list = List.copyOf(keys);
    Map<NaturalKey, Purchase> found = new HashMap<>();
    jdbc.sql(
            """
            select p.*
            from unnest(?::text[], ?::text[]) as k (source, external_id)
            join activity.purchase p
              on p.club_id = ? and p.source = k.source and p.external_id = k.external_id
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
