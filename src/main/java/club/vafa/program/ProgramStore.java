package club.vafa.program;

import club.vafa.kernel.ClubId;
import club.vafa.program.Draft.GoLive;
import club.vafa.program.Draft.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of drafts and versions. */
@Component
class ProgramStore {
  private final JdbcClient jdbc;

  ProgramStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One change of a club's program at a time. */
  void lock(ClubId club) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 16))")
        .param("program " + club)
        .query((_, _) -> true)
        .single();
  }

  Optional<Draft> draft(ClubId club, String name) {
    return jdbc.sql("select * from program.draft where club_id = ? and name = ?")
        .params(club.value(), name)
        .query((row, _) -> draft(row))
        .optional();
  }

  List<Draft> drafts(ClubId club, String after, int limit) {
    return jdbc.sql(
            "select * from program.draft where club_id = ? and name > ? order by name limit ?")
        .params(club.value(), after, limit)
        .query((row, _) -> draft(row))
        .list();
  }

  int countDrafts(ClubId club) {
    return jdbc.sql("select count(*) from program.draft where club_id = ?")
        .param(club.value())
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /** The scheduled draft whose time came first. */
  Optional<Draft> due(ClubId club, Instant now) {
    return jdbc.sql(
            """
            select * from program.draft
            where club_id = ? and state = 'SCHEDULED' and go_live_at <= ?
            order by go_live_at, name limit 1
            """)
        .params(club.value(), Timestamp.from(now))
        .query((row, _) -> draft(row))
        .optional();
  }

  void put(ClubId club, Draft draft) {
    GoLive goLive = draft.goLive();
    jdbc.sql(
            """
            insert into program.draft (club_id, name, state, file, base, go_live_at, rebase, reason,
              scheduled_by, approved_by, problem, changed_by, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (club_id, name) do update set state = excluded.state, file = excluded.file,
              base = excluded.base, go_live_at = excluded.go_live_at, rebase = excluded.rebase,
              reason = excluded.reason, scheduled_by = excluded.scheduled_by,
              approved_by = excluded.approved_by,
              problem = excluded.problem, changed_by = excluded.changed_by,
              created_at = excluded.created_at, updated_at = excluded.updated_at
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                draft.name(),
                draft.state().name(),
                draft.file(),
                draft.base(),
                goLive == null ? null : Timestamp.from(goLive.at()),
                goLive != null && goLive.rebase(),
                goLive == null ? null : goLive.reason(),
                goLive == null ? null : goLive.by(),
                goLive == null ? null : goLive.approvedBy(),
                draft.problem(),
                draft.changedBy(),
                Timestamp.from(draft.createdAt()),
                Timestamp.from(draft.updatedAt())))
        .update();
  }

  void delete(ClubId club, String name) {
    jdbc.sql("delete from program.draft where club_id = ? and name = ?")
        .params(club.value(), name)
        .update();
  }

  void insert(ClubId club, Version version) {
    jdbc.sql(
            """
            insert into program.version (club_id, number, id, kind, file, draft, of_number, reason,
              made_by, made_at, effective_from, approved_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                version.number(),
                version.id(),
                version.kind().name(),
                version.file(),
                version.draft(),
                version.of(),
                version.reason(),
                version.madeBy(),
                Timestamp.from(version.madeAt()),
                Timestamp.from(version.effectiveFrom()),
                version.approvedBy()))
        .update();
  }

  Optional<Version> latest(ClubId club) {
    return versions(club, Integer.MAX_VALUE, 1).stream().findFirst();
  }

  Optional<Version> version(ClubId club, int number) {
    return jdbc.sql("select * from program.version where club_id = ? and number = ?")
        .params(club.value(), number)
        .query((row, _) -> version(row))
        .optional();
  }

  /** Versions before a number, newest first. */
  List<Version> versions(ClubId club, int before, int limit) {
    return jdbc.sql(
            """
            select * from program.version where club_id = ? and number < ?
            order by number desc limit ?
            """)
        .params(club.value(), before, limit)
        .query((row, _) -> version(row))
        .list();
  }

  private static Draft draft(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("go_live_at");
    GoLive goLive =
        at == null
            ? null
            : new GoLive(
                at.toInstant(),
                row.getBoolean("rebase"),
                row.getString("reason"),
                row.getString("scheduled_by"),
                row.getString("approved_by"));
    return new Draft(
        row.getString("name"),
        State.valueOf(row.getString("state")),
        row.getString("file"),
        row.getString("base"),
        goLive,
        row.getString("problem"),
        row.getString("changed_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private static Version version(ResultSet row) throws SQLException {
    int of = row.getInt("of_number");
    return new Version(
        row.getInt("number"),
        row.getObject("id", UUID.class),
        Version.Kind.valueOf(row.getString("kind")),
        row.getString("file"),
        row.getString("draft"),
        of == 0 ? null : of,
        row.getString("reason"),
        row.getString("made_by"),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("effective_from").toInstant(),
        row.getString("approved_by"));
  }
}
