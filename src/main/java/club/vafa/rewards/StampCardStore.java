package club.vafa.rewards;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of stamp cards of a club. */
@Repository
class StampCardStore {
  private static final String SELECT = "select * from rewards.stamp_card where club_id = ?";

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  StampCardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<StampCard> live(ClubId club) {
    return jdbc.sql(SELECT + " and state = 'LIVE' order by code")
        .param(club.value())
        .query((row, _) -> card(row))
        .list();
  }

  List<StampCard> list(ClubId club, String afterCode, int limit) {
    return jdbc.sql(SELECT + " and code > ? order by code limit ?")
        .params(club.value(), afterCode, limit)
        .query((row, _) -> card(row))
        .list();
  }

  Optional<StampCard> find(ClubId club, StampCardId id) {
    return jdbc.sql(SELECT + " and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> card(row))
        .optional();
  }

  /** One change of the club's cards at a time. */
  void lock(ClubId club) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 15))")
        .param("stamp cards " + club)
        .query((_, _) -> true)
        .single();
  }

  Optional<StampCard> byCode(ClubId club, String code) {
    return jdbc.sql(SELECT + " and code = ?")
        .params(club.value(), code)
        .query((row, _) -> card(row))
        .optional();
  }

  void insert(ClubId club, StampCard card) {
    jdbc.sql(
            """
            insert into rewards.stamp_card (club_id, id, code, unit, holes, names, reward, carries,
              days, state, created_at, changed_at, changed_by)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                card.id().value(),
                card.code(),
                card.unit(),
                card.holes(),
                names(card),
                card.reward(),
                card.carries(),
                card.days(),
                card.state().name(),
                Timestamp.from(card.createdAt()),
                Timestamp.from(card.changedAt()),
                card.changedBy()))
        .update();
  }

  void update(ClubId club, StampCard card) {
    jdbc.sql(
            """
            update rewards.stamp_card set names = ?::jsonb, reward = ?, carries = ?, days = ?,
              state = ?, changed_at = ?, changed_by = ?
            where club_id = ? and id = ?
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                names(card),
                card.reward(),
                card.carries(),
                card.days(),
                card.state().name(),
                Timestamp.from(card.changedAt()),
                card.changedBy(),
                club.value(),
                card.id().value()))
        .update();
  }

  private String names(StampCard card) {
    return json.writeValueAsString(card.names());
  }

  private StampCard card(ResultSet row) throws SQLException {
    Map<Language, String> names = new EnumMap<>(Language.class);
    JsonNode kept = json.readTree(row.getString("names"));
    kept.properties()
        .forEach(name -> names.put(Language.valueOf(name.getKey()), name.getValue().asString()));
    return new StampCard(
        new StampCardId(row.getObject("id", UUID.class)),
        row.getString("code"),
        row.getInt("unit"),
        row.getLong("holes"),
        names,
        row.getString("reward"),
        row.getBoolean("carries"),
        row.getObject("days", Integer.class),
        StampCard.State.valueOf(row.getString("state")),
        Columns.time(row, "created_at"),
        Columns.time(row, "changed_at"),
        row.getString("changed_by"));
  }
}
