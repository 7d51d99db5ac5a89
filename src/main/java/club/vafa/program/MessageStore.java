package club.vafa.program;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of texts of messages. */
@Component
class MessageStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SELECT = "select * from program.message_text where club_id = ?";

  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<MessageText> find(ClubId club, String code) {
    return jdbc.sql(SELECT + " and code = ?")
        .params(club.value(), code)
        .query((row, _) -> text(row))
        .optional();
  }

  List<MessageText> list(ClubId club, String after, int limit) {
    return jdbc.sql(SELECT + " and code > ? order by code limit ?")
        .params(club.value(), after, limit)
        .query((row, _) -> text(row))
        .list();
  }

  void put(ClubId club, MessageText text) {
    jdbc.sql(
            """
            insert into program.message_text (club_id, code, titles, texts, changed_by, changed_at)
            values (?, ?, ?::jsonb, ?::jsonb, ?, ?)
            on conflict (club_id, code) do update set titles = excluded.titles,
              texts = excluded.texts, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at
            """)
        .params(
            club.value(),
            text.code(),
            JSON.writeValueAsString(text.titles()),
            JSON.writeValueAsString(text.texts()),
            text.changedBy(),
            Timestamp.from(text.changedAt()))
        .update();
  }

  void delete(ClubId club, String code) {
    jdbc.sql("delete from program.message_text where club_id = ? and code = ?")
        .params(club.value(), code)
        .update();
  }

  private static MessageText text(ResultSet row) throws SQLException {
    return new MessageText(
        row.getString("code"),
        texts(row.getString("titles")),
        texts(row.getString("texts")),
        row.getString("changed_by"),
        Columns.time(row, "changed_at"));
  }

  private static Map<Language, String> texts(String json) {
    return JSON.readValue(json, new TypeReference<Map<Language, String>>() {});
  }
}
