package club.vafa.access;

import club.vafa.api.Scope;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The API keys' table. */
@Repository
class KeyStore {
  private static final String KEYS =
      """
      select id, name, hint, scopes, created_by, created_at, expires_at, used_at, revoked_at
      from access.api_key
      """;

  private final JdbcClient jdbc;

  KeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ApiKey> list(ClubId club, @Nullable UUID after, int most) {
    return jdbc.sql(KEYS + "where club_id = ? and id > ? order by id limit ?")
        .params(club.value(), after == null ? new UUID(0, 0) : after, most)
        .query((row, _) -> key(row))
        .list();
  }

  Optional<ApiKey> find(ClubId club, KeyId id) {
    return jdbc.sql(KEYS + "where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> key(row))
        .optional();
  }

  void insert(ClubId club, ApiKey key, String hash) {
    jdbc.sql(
            """
            insert into access.api_key
              (club_id, id, hash, name, hint, scopes, created_by, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(club.value())
        .param(key.id().value())
        .param(hash)
        .param(key.name())
        .param(key.hint())
        .param(key.scopes().stream().map(Scope::text).toArray(String[]::new))
        .param(key.createdBy())
        .param(time(key.createdAt()))
        .param(time(key.expiresAt()))
        .update();
  }

  boolean revoke(ClubId club, KeyId id, Instant at) {
    return jdbc.sql(
                """
                update access.api_key set revoked_at = ?
                where club_id = ? and id = ? and revoked_at is null
                """)
            .params(at.atOffset(ZoneOffset.UTC), club.value(), id.value())
            .update()
        == 1;
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static List<Scope> scopes(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("scopes").getArray())
        .flatMap(text -> Scope.of(text).stream())
        .toList();
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        new KeyId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("hint"),
        scopes(row),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        time(row, "expires_at"),
        time(row, "used_at"),
        time(row, "revoked_at"));
  }
}
