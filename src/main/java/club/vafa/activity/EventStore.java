package club.vafa.activity;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
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
import tools.jackson.databind.json.JsonMapper;

/** The tables of events and their types. */
@Component
class EventStore {
  private static final RowType<Event> ROWS =
      RowType.<Event>of("activity.event")
          .uuid("id", Event::id)
          .uuid("member_id", row -> Columns.value(row.member()))
          .text("type", Event::type)
          .time("occurred_at", Event::occurredAt)
          .time("recorded_at", Event::recordedAt)
          .bigint("program", Event::program)
          .text("source", row -> row.key().source())
          .text("external_id", row -> row.key().externalId())
          .uuid("input_hash", Event::hash)
          .text("attributes", Event::attributes)
          .text("detail", Event::detail);

  private final JdbcClient jdbc;
  private final Rows writer;
  private final JsonMapper json = JsonMapper.builder().build();

  EventStore(JdbcClient jdbc, Rows writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  void insert(ClubId club, List<Event> rows) {
    writer.insert(ROWS.rows(club, rows));
  }

  Map<NaturalKey, Event> byKeys(ClubId club, Collection<NaturalKey> keys) {
    List<NaturalKey> list = List.copyOf(keys);
    Map<NaturalKey, Event> found = new HashMap<>();
    jdbc.sql(
            """
            select e.*
            from unnest(?::text[], ?::text[]) as k (source, external_id)
            cross join lateral (
              select * from activity.event
              where club_id = ? and source = k.source and external_id = k.external_id
              offset 0
            ) e
            """)
        .params(
            Columns.texts(list, NaturalKey::source),
            Columns.texts(list, NaturalKey::externalId),
            club.value())
        .query((row, _) -> event(row))
        .list()
        .forEach(event -> found.put(event.key(), event));
    return found;
  }

  Optional<Event> byId(ClubId club, UUID id) {
    return jdbc.sql("select * from activity.event where club_id = ? and id = ?")
        .params(club.value(), id)
        .query((row, _) -> event(row))
        .optional();
  }

  List<Event> ofMember(ClubId club, MemberId member) {
    return jdbc.sql(
            """
            select * from activity.event where club_id = ? and member_id = ? order by occurred_at, id
            """)
        .params(club.value(), member.value())
        .query((row, _) -> event(row))
        .list();
  }

  List<Event> latest(ClubId club, MemberId member, int limit) {
    return jdbc.sql(
            """
            select * from activity.event where club_id = ? and member_id = ?
            order by occurred_at desc, id desc limit ?
            """)
        .params(club.value(), member.value(), limit)
        .query((row, _) -> event(row))
        .list();
  }

  List<EventType> types(ClubId club) {
    return jdbc.sql(
            "select code, names, attributes from activity.event_type where club_id = ? order by 1")
        .param(club.value())
        .query((row, _) ->
            new EventType(
                row.getString(1),
                json.readValue(row.getString(2), new TypeReference<Map<Language, String>>() {}),
                json.readValue(
                    row.getString(3), new TypeReference<Map<String, EventType.Attribute>>() {})))
        .list();
  }

  void put(ClubId club, EventType type) {
    jdbc.sql(
            """
            insert into activity.event_type (club_id, code, names, attributes)
            values (?, ?, ?::jsonb, ?::jsonb)
            on conflict (club_id, code)
              do update set names = excluded.names, attributes = excluded.attributes
            """)
        .params(
            club.value(),
            type.code(),
            json.writeValueAsString(type.names()),
            json.writeValueAsString(type.attributes()))
        .update();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getObject("id", UUID.class),
        Columns.member(row),
        row.getString("type"),
        new NaturalKey(row.getString("source"), row.getString("external_id")),
        row.getObject("input_hash", UUID.class),
        Columns.time(row, "occurred_at"),
        Columns.time(row, "recorded_at"),
        row.getLong("program"),
        row.getString("attributes"),
        row.getString("detail"));
  }
}
