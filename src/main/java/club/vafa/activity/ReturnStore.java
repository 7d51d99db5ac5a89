package club.vafa.activity;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of returns. */
@Component
class ReturnStore {
  private static final TypeReference<List<Return.Line>> LINES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  ReturnStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ClubId club, Return row) {
    jdbc.sql(
            """
            insert into activity.return (club_id, id, purchase_id, member_id, occurred_at,
              recorded_at, refund, source, external_id, input_hash, lines, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                row.id(),
                row.purchase(),
                Columns.value(row.member()),
                Timestamp.from(row.occurredAt()),
                Timestamp.from(row.recordedAt()),
                row.refund(),
                row.key().source(),
                row.key().externalId(),
                row.hash(),
                json.writeValueAsString(row.lines()),
                row.detail()))
        .update();
  }

  List<Return> of(ClubId club, UUID purchase) {
    return jdbc.sql(
            "select * from activity.return where club_id = ? and purchase_id = ? order by id")
        .params(club.value(), purchase)
        .query((row, _) -> returned(row))
        .list();
  }

  List<Return> byIds(ClubId club, Collection<UUID> ids) {
    return jdbc.sql("select * from activity.return where club_id = ? and id = any(?)")
        .params(club.value(), ids.toArray(UUID[]::new))
        .query((row, _) -> returned(row))
        .list();
  }

  List<Return> of(ClubId club, Collection<UUID> purchases) {
    return jdbc.sql(
            """
            select * from activity.return where club_id = ? and purchase_id = any (?) order by id
            """)
        .params(club.value(), Columns.uuids(purchases, purchase -> purchase))
        .query((row, _) -> returned(row))
        .list();
  }

  Optional<Return> byKey(ClubId club, NaturalKey key) {
    return jdbc.sql(
            """
            select * from activity.return where club_id = ? and source = ? and external_id = ?
            """)
        .params(club.value(), key.source(), key.externalId())
        .query((row, _) -> returned(row))
        .optional();
  }

  private Return returned(ResultSet row) throws SQLException {
    return new Return(
        row.getObject("id", UUID.class),
        row.getObject("purchase_id", UUID.class),
        Columns.member(row),
        new NaturalKey(row.getString("source"), row.getString("external_id")),
        row.getObject("input_hash", UUID.class),
        Columns.time(row, "occurred_at"),
        Columns.time(row, "recorded_at"),
        row.getLong("refund"),
        json.readValue(row.getString("lines"), LINES),
        row.getString("detail"));
  }
}
