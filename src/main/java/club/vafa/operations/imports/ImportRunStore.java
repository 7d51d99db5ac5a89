package club.vafa.operations.imports;

import club.vafa.kernel.ClubId;
import club.vafa.operations.imports.Tally.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far imports have come. A hint that saves time: what makes repeating harmless is elsewhere.
 */
@Component
class ImportRunStore {
  private final JdbcClient jdbc;

  ImportRunStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An import of one file with one set of options.
   *
   * @param refusedBytes length of the file of refused rows when it had come so far
   */
  record Run(@Nullable Instant finishedAt, long refusedBytes, Map<Kind, Long> counts) {
    long rows() {
      return counts.getOrDefault(Kind.ROWS, 0L);
    }
  }

  /** Which import it is, and the name of its file for people. */
  record Named(UUID id, String file) {}

  Optional<Run> find(ClubId club, UUID id) {
    return jdbc.sql("select * from operations.import_run where club_id = ? and id = ?")
        .params(club.value(), id)
        .query((row, _) -> run(row))
        .optional();
  }

  private static Run run(ResultSet row) throws SQLException {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, row.getLong(kind.column()));
    }
    Timestamp finished = row.getTimestamp("finished_at");
    return new Run(
        finished == null ? null : finished.toInstant(), row.getLong("refused_bytes"), counts);
  }

  void save(ClubId club, Named named, Run run, Instant now) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(club.value());
    values.add(named.id());
    values.add(named.file());
    values.add(Timestamp.from(now));
    values.add(Timestamp.from(now));
    values.add(run.finishedAt() == null ? null : Timestamp.from(run.finishedAt()));
    values.add(run.refusedBytes());
    for (Kind kind : Kind.values()) {
      values.add(run.counts().getOrDefault(kind, 0L));
    }
    jdbc.sql(
            """
            insert into operations.import_run (club_id, id, file, started_at, updated_at,
              finished_at, refused_bytes, rows, purchases, returns, members, cards, branches,
              repeated, refused)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (club_id, id) do update
              set updated_at = excluded.updated_at, finished_at = excluded.finished_at,
                refused_bytes = excluded.refused_bytes, rows = excluded.rows,
                purchases = excluded.purchases, returns = excluded.returns,
                members = excluded.members, cards = excluded.cards, branches = excluded.branches,
                repeated = excluded.repeated, refused = excluded.refused
            """)
        .params(values)
        .update();
  }
}
