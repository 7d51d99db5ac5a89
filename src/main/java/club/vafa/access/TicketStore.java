package club.vafa.access;

import club.vafa.api.Caller;
import club.vafa.api.Scope;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds whom a token belongs to, before the club is known. */
@Repository
class TicketStore {
  private final JdbcClient jdbc;

  TicketStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A token that counts.
   *
   * @param ends when it stops counting
   * @param seen when it was last written down as used
   */
  record Ticket(Caller caller, Instant ends, Instant seen) {}

  Optional<Ticket> key(String hash) {
    return jdbc.sql(
            """
            select club_id, id, name, scopes, expires_at, used_at
            from access.api_key
            where hash = ? and revoked_at is null
            """)
        .param(hash)
        .query((row, _) ->
            new Ticket(
                caller(row, "key:" + row.getString("name"), KeyStore.scopes(row)),
                time(row, "expires_at", Instant.MAX),
                time(row, "used_at", Instant.EPOCH)))
        .optional();
  }

  Optional<Ticket> session(String hash) {
    return jdbc.sql(
            """
            select s.club_id, s.id, p.login, p.role, p.branch, s.seen_at
            from access.session s
            join access.staff p on p.club_id = s.club_id and p.id = s.staff_id
            where s.hash = ? and p.state = 'active'
            """)
        .param(hash)
        .query((row, _) -> {
          Role role = Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
          Instant seen = time(row, "seen_at", Instant.EPOCH);
          Caller caller =
              new Caller(
                  new ClubId(row.getObject("club_id", UUID.class)),
                  row.getObject("id", UUID.class),
                  "staff:" + row.getString("login"),
                  role.scopes(),
                  row.getString("branch"));
          return new Ticket(caller, seen.plus(Access.SESSION), seen);
        })
        .optional();
  }

  void keyUsed(Caller caller, Instant at) {
    jdbc.sql("update access.api_key set used_at = ? where club_id = ? and id = ?")
        .params(at.atOffset(ZoneOffset.UTC), caller.club().value(), caller.id())
        .update();
  }

  void sessionSeen(Caller caller, Instant at) {
    jdbc.sql("update access.session set seen_at = ? where club_id = ? and id = ?")
        .params(at.atOffset(ZoneOffset.UTC), caller.club().value(), caller.id())
        .update();
  }

  private static Caller caller(ResultSet row, String actor, List<Scope> scopes)
      throws SQLException {
    return new Caller(
        new ClubId(row.getObject("club_id", UUID.class)),
        row.getObject("id", UUID.class),
        actor,
        Set.copyOf(scopes),
        null);
  }

  private static Instant time(ResultSet row, String column, Instant otherwise) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? otherwise : at.toInstant();
  }
}
