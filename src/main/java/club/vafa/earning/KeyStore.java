package club.vafa.earning;

import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Idempotency keys of activities: kept in the commit of the activity they name. */
@Component
class KeyStore {
  private static final RowType<Key> ROWS =
      RowType.<Key>of("earning.key")
          .text("key", Key::key)
          .uuid("input_hash", Key::hash)
          .uuid("subject", Key::subject)
          .time("created_at", Key::createdAt);

  private final JdbcClient jdbc;
  private final Rows writer;

  KeyStore(JdbcClient jdbc, Rows writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  record Key(String key, UUID hash, UUID subject, Instant createdAt) {}

  Map<String, Key> find(ClubId club, Collection<String> keys) {
    Map<String, Key> found = new HashMap<>();
    if (!keys.isEmpty()) {
      jdbc.sql(
              """
              select key, input_hash, subject, created_at
              from earning.key where club_id = ? and key = any (?::text[])
              """)
          .params(club.value(), keys.toArray(String[]::new))
          .query(row -> {
            found.put(
                row.getString(1),
                new Key(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getTimestamp(4).toInstant()));
          });
    }
    return found;
  }

  void insert(ClubId club, List<Key> rows) {
    writer.insert(ROWS.rows(club, rows));
  }

  /** Forgets keys older than this; natural keys are kept forever elsewhere. */
  int sweep(ClubId club, Instant before) {
    return jdbc.sql("delete from earning.key where club_id = ? and created_at < ?::timestamptz")
        .params(club.value(), before.toString())
        .update();
  }
}
