package club.vafa.replay;

import club.vafa.kernel.ClubId;
import club.vafa.replay.Replay.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of replays. */
@Component
class ReplayStore {
  private static final String SHORT =
      """
      select id, state, asked, asked_by, asked_at, started_at, ended_at, done, total, failure,
        null as result
      from replay.run where club_id = ?
      """;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  ReplayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ClubId club, Replay replay) {
    jdbc.sql(
            """
            insert into replay.run
              (club_id, id, state, asked, asked_by, asked_at, done, total, past_id)
            values (?, ?, ?, ?, ?, ?, 0, ?, ?)
            """)
        .params(
            java.util.Arrays.<@Nullable Object>asList(
                club.value(),
                replay.id().value(),
                replay.state().name(),
                JSON.writeValueAsString(replay.asked()),
                replay.askedBy(),
                Timestamp.from(replay.askedAt()),
                replay.total(),
                replay.asked().pastId().map(PastId::value).orElse(null)))
        .update();
  }

  /** With its result. */
  Optional<Replay> find(ClubId club, ReplayId id) {
    return jdbc.sql("select * from replay.run where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> replay(row))
        .optional();
  }

  /** Newest first, without results. */
  List<Replay> list(ClubId club, @Nullable UUID before, int limit) {
    return jdbc.sql(SHORT + " and (?::uuid is null or id < ?::uuid) order by id desc limit ?")
        .params(java.util.Arrays.<@Nullable Object>asList(club.value(), before, before, limit))
        .query((row, _) -> replay(row))
        .list();
  }

  /** One at a time asks, so that no more than allowed get in. */
  void lock(ClubId club) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 17))")
        .param("replay " + club)
        .query((_, _) -> true)
        .single();
  }

  long open(ClubId club) {
    return jdbc.sql(
            "select count(*) from replay.run where club_id = ? and state in ('WAITING', 'RUNNING')")
        .param(club.value())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** Takes the next that waits, for whoever asks first. */
  Optional<ReplayId> take(ClubId club, Instant now) {
    return jdbc.sql(
            """
            update replay.run set state = 'RUNNING', started_at = ?, seen_at = ?, done = 0
            where club_id = ? and id = (
              select id from replay.run where club_id = ? and state = 'WAITING'
              order by id limit 1 for update skip locked)
            returning id
            """)
        .params(Timestamp.from(now), Timestamp.from(now), club.value(), club.value())
        .query((row, _) -> new ReplayId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Says how far it is; no when it is not wanted any more. */
  boolean beat(ClubId club, ReplayId id, long done, Instant now) {
    return jdbc.sql(
                """
                update replay.run set done = ?, seen_at = ?, state = 'RUNNING'
                where club_id = ? and id = ? and state in ('RUNNING', 'INTERRUPTED')
                """)
            .params(done, Timestamp.from(now), club.value(), id.value())
            .update()
        == 1;
  }

  void finish(ClubId club, ReplayId id, Ending ending) {
    ReplayResult result = ending.result();
    jdbc.sql(
            """
            update replay.run
            set state = ?, ended_at = ?, done = coalesce(?, done), failure = ?, result = ?
            where club_id = ? and id = ? and state in ('RUNNING', 'INTERRUPTED')
            """)
        .params(
            java.util.Arrays.<@Nullable Object>asList(
                ending.state().name(),
                Timestamp.from(ending.at()),
                ending.done(),
                ending.failure(),
                result == null ? null : JSON.writeValueAsString(result),
                club.value(),
                id.value()))
        .update();
  }

  /** How a replay came to its end. */
  record Ending(
      State state,
      Instant at,
      @Nullable Long done,
      @Nullable String failure,
      @Nullable ReplayResult result) {}

  /** Those nobody has worked on since then were left behind. */
  int interrupt(ClubId club, Instant silentSince, Instant now) {
    return jdbc.sql(
            """
            update replay.run set state = 'INTERRUPTED', ended_at = ?
            where club_id = ? and state = 'RUNNING' and seen_at < ?
            """)
        .params(Timestamp.from(now), club.value(), Timestamp.from(silentSince))
        .update();
  }

  boolean cancel(ClubId club, ReplayId id, Instant now) {
    return jdbc.sql(
                """
                update replay.run set state = 'CANCELLED', ended_at = ?
                where club_id = ? and id = ? and state in ('WAITING', 'RUNNING')
                """)
            .params(Timestamp.from(now), club.value(), id.value())
            .update()
        == 1;
  }

  boolean again(ClubId club, ReplayId id, long total) {
    return jdbc.sql(
                """
                update replay.run
                set state = 'WAITING', started_at = null, ended_at = null, done = 0, total = ?,
                  failure = null, result = null
                where club_id = ? and id = ? and state not in ('WAITING', 'RUNNING')
                """)
            .params(total, club.value(), id.value())
            .update()
        == 1;
  }

  void delete(ClubId club, ReplayId id) {
    jdbc.sql("delete from replay.run where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .update();
  }

  private static Replay replay(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return new Replay(
        new ReplayId(row.getObject("id", UUID.class)),
        State.valueOf(row.getString("state")),
        JSON.readValue(row.getString("asked"), NewReplay.class),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        time(row.getTimestamp("started_at")),
        time(row.getTimestamp("ended_at")),
        row.getLong("done"),
        row.getLong("total"),
        row.getString("failure"),
        result == null ? null : JSON.readValue(result, ReplayResult.class));
  }

  private static @Nullable Instant time(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
