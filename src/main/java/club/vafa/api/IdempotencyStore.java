package club.vafa.api;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.Refusal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys that were used and the answers given. */
@Repository
class IdempotencyStore {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final JdbcClient jdbc;

  IdempotencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An answer as it was given. */
  record Kept(UUID hash, int status, @Nullable String body, @Nullable String location) {}

  /**
   * Takes the key, waiting up to five seconds for another transaction that has taken it and still
   * runs.
   *
   * @return whether it was free
   */
  boolean claim(ClubId club, String key, UUID hash, Instant at) {
    jdbc.sql("select set_config('lock_timeout', '5s', true)").query(String.class).single();
    boolean free = insert(club, key, hash, at);
    jdbc.sql("select set_config('lock_timeout', '0', true)").query(String.class).single();
    return free;
  }

  private boolean insert(ClubId club, String key, UUID hash, Instant at) {
    try {
      return jdbc.sql(
                  """
                  insert into api.idempotency (club_id, key, hash, created_at)
                  values (?, ?, ?, ?)
                  on conflict do nothing
                  """)
              .params(club.value(), key, hash, at.atOffset(ZoneOffset.UTC))
              .update()
          == 1;
    } catch (DataAccessException failed) {
      if (failed.getRootCause() instanceof SQLException cause
          && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
        throw new InputRefused(List.of(Refusal.of(ApiCode.IDEMPOTENCY_IN_PROGRESS)));
      }
      throw failed;
    }
  }

  void keep(ClubId club, String key, Kept kept) {
    jdbc.sql(
            """
            update api.idempotency set status = ?, body = ?, location = ?
            where club_id = ? and key = ?
            """)
        .param(kept.status())
        .param(kept.body())
        .param(kept.location())
        .param(club.value())
        .param(key)
        .update();
  }

  Optional<Kept> find(ClubId club, String key) {
    return jdbc.sql(
            "select hash, status, body, location from api.idempotency where club_id = ? and key = ?")
        .params(club.value(), key)
        .query((row, _) ->
            new Kept(
                row.getObject("hash", UUID.class),
                row.getInt("status"),
                row.getString("body"),
                row.getString("location")))
        .optional();
  }

  int forget(Instant before, int most) {
    return jdbc.sql(
            """
            delete from api.idempotency
            where ctid = any(array(
              select ctid from api.idempotency where created_at < ? limit ?))
            """)
        .params(before.atOffset(ZoneOffset.UTC), most)
        .update();
  }
}
