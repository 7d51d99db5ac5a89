package club.vafa.access;

import club.vafa.api.Json;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down who changed what about staff and keys, in the transaction of the change. */
@Repository
class Audit {
  private final JdbcClient jdbc;
  private final Json json;
  private final Ids ids;
  private final Clock clock;

  Audit(JdbcClient jdbc, Json json, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** A change: what was done to which thing, and what it looked like before and after. */
  record Line(String action, UUID subject, @Nullable Object before, @Nullable Object after) {}

  void write(ClubId club, String actor, Line line) {
    jdbc.sql(
            """
            insert into access.audit (club_id, id, at, actor, action, subject, before, after)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """)
        .param(club.value())
        .param(ids.next())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(actor)
        .param(line.action())
        .param(line.subject())
        .param(line.before() == null ? null : json.text(line.before()))
        .param(line.after() == null ? null : json.text(line.after()))
        .update();
  }
}
