package club.vafa.spending;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.spending.SpendingPolicy.Beyond;
import club.vafa.spending.SpendingPolicy.Confirm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How careful clubs are, what they sign with, and what was spent of allowances. */
@Repository
class PolicyStore {
  private static final TypeReference<Map<String, Long>> UNITS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  PolicyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<SpendingPolicy> find(ClubId club) {
    return jdbc.sql("select * from spending.policy where club_id = ?")
        .param(club.value())
        .query((row, _) -> policy(row))
        .optional();
  }

  private SpendingPolicy policy(ResultSet row) throws SQLException {
    return new SpendingPolicy(
        Confirm.valueOf(row.getString("confirm").toUpperCase(Locale.ROOT)),
        row.getObject("above", Long.class),
        row.getInt("offline_hours"),
        json.readValue(row.getString("offline_units"), UNITS),
        Beyond.valueOf(row.getString("beyond").toUpperCase(Locale.ROOT)));
  }

  void put(ClubId club, SpendingPolicy policy, Instant at, String by) {
    jdbc.sql(
            """
            insert into spending.policy (club_id, confirm, above, offline_hours, offline_units,
              beyond, changed_at, changed_by)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (club_id) do update set confirm = excluded.confirm,
              above = excluded.above, offline_hours = excluded.offline_hours,
              offline_units = excluded.offline_units, beyond = excluded.beyond,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                policy.confirm().name().toLowerCase(Locale.ROOT),
                policy.above(),
                policy.offlineHours(),
                json.writeValueAsString(policy.offlineUnits()),
                policy.beyond().name().toLowerCase(Locale.ROOT),
                Timestamp.from(at),
                by))
        .update();
  }

  Optional<byte[]> key(ClubId club) {
    return jdbc.sql("select key from spending.signing_key where club_id = ?")
        .param(club.value())
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  void insertKey(ClubId club, byte[] key, Instant at) {
    jdbc.sql(
            """
            insert into spending.signing_key (club_id, key, made_at) values (?, ?, ?)
            on conflict (club_id) do nothing
            """)
        .params(club.value(), key, Timestamp.from(at))
        .update();
  }

  /** What has been spent of allowances so far. */
  Map<AllowanceUse, Long> spent(ClubId club, Set<UUID> allowances) {
    Map<AllowanceUse, Long> spent = new HashMap<>();
    jdbc.sql(
            """
            select allowance, unit, spent from spending.allowance_use
            where club_id = ? and allowance = any(?)
            """)
        .params(club.value(), allowances.toArray(UUID[]::new))
        .query(row -> {
          spent.put(
              new AllowanceUse(row.getObject(1, UUID.class), row.getString(2)), row.getLong(3));
        });
    return spent;
  }

  void add(ClubId club, Map<AllowanceUse, Long> more) {
    List<Map.Entry<AllowanceUse, Long>> rows = List.copyOf(more.entrySet());
    jdbc.sql(
            """
            insert into spending.allowance_use as a (club_id, allowance, unit, spent)
            select ?, n.allowance, n.unit, n.spent
            from unnest(?::uuid[], ?::text[], ?::bigint[]) n (allowance, unit, spent)
            on conflict (club_id, allowance, unit) do update set spent = a.spent + excluded.spent
            """)
        .params(
            club.value(),
            rows.stream().map(row -> row.getKey().allowance()).toArray(UUID[]::new),
            Columns.texts(rows, row -> row.getKey().unit()),
            Columns.longs(rows, Map.Entry::getValue))
        .update();
  }
}
