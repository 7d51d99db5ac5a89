package club.vafa.tiers;

import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of sets and their versions. */
@Component
class TierStore {
  private static final String SELECT =
      """
      select s.code, s.version, s.live, s.created_at, s.updated_at, v.definition
      from tiers.tier_set s
      join lateral (
        select d.definition from tiers.version d
        where d.club_id = s.club_id and d.set_code = s.code and d.definition is not null
        order by d.version desc limit 1
      ) v on true
      where s.club_id = ?
      """;

  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  TierStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One change of the club's tiers at a time. */
  void lock(ClubId club) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 13))")
        .param("tiers " + club)
        .query((_, _) -> true)
        .single();
  }

  /** All sets in the order in which they were made. */
  List<DefinedSet> all(ClubId club) {
    return jdbc.sql(SELECT + " order by s.created_at, s.code")
        .param(club.value())
        .query((row, _) -> defined(row))
        .list();
  }

  /** Sets count as made in this order, from when the first of them was made. */
  void arrange(ClubId club, List<String> codes) {
    jdbc.sql(
            """
            update tiers.tier_set s
            set created_at = o.first + o.place * interval '1 microsecond'
            from (
              select w.code, w.place,
                (select min(t.created_at) from tiers.tier_set t
                 where t.club_id = ? and t.code = any(?)) as first
              from unnest(?::text[]) with ordinality as w (code, place)
            ) o
            where s.club_id = ? and s.code = o.code
            """)
        .params(
            club.value(), codes.toArray(String[]::new), codes.toArray(String[]::new), club.value())
        .update();
  }

  List<DefinedSet> list(ClubId club, String after, int limit) {
    return jdbc.sql(SELECT + " and s.code > ? order by s.code limit ?")
        .params(club.value(), after, limit)
        .query((row, _) -> defined(row))
        .list();
  }

  Optional<DefinedSet> find(ClubId club, String code) {
    return jdbc.sql(SELECT + " and s.code = ?")
        .params(club.value(), code)
        .query((row, _) -> defined(row))
        .optional();
  }

  /** How often anything about the sets of a club changed. */
  long program(ClubId club) {
    return jdbc.sql("select count(*) from tiers.version where club_id = ?")
        .param(club.value())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** Adds a version of a set, which may be its first. */
  void put(ClubId club, String code, SetVersion version) {
    JsonNode definition = version.definition();
    Timestamp at = Timestamp.from(version.changedAt());
    jdbc.sql(
            """
            insert into tiers.tier_set (club_id, code, version, live, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (club_id, code) do update
              set version = excluded.version, live = excluded.live,
                updated_at = excluded.updated_at
            """)
        .params(club.value(), code, version.version(), definition != null, at, at)
        .update();
    jdbc.sql(
            """
            insert into tiers.version (club_id, set_code, version, definition, changed_by,
              changed_at)
            values (?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                code,
                version.version(),
                definition == null ? null : definition.toString(),
                version.changedBy(),
                at))
        .update();
  }

  /** The versions of a set before one, newest first. */
  List<SetVersion> versions(ClubId club, String code, int before, int limit) {
    return jdbc.sql(
            """
            select version, definition, changed_by, changed_at from tiers.version
            where club_id = ? and set_code = ? and version < ?
            order by version desc limit ?
            """)
        .params(club.value(), code, before, limit)
        .query((row, _) ->
            new SetVersion(
                row.getInt(1),
                tree(row.getString(2)),
                row.getString(3),
                row.getTimestamp(4).toInstant()))
        .list();
  }

  /** After which member counting goes on; nothing when these measures are counted already. */
  Optional<UUID> uncounted(ClubId club, String measures) {
    return jdbc.sql("select measures, after, done from tiers.counting where club_id = ?")
        .param(club.value())
        .query((row, _) ->
            new Counting(row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3)))
        .optional()
        .map(known ->
            !known.measures().equals(measures)
                ? Optional.of(NOBODY)
                : known.done() ? Optional.<UUID>empty() : Optional.of(known.after()))
        .orElse(Optional.of(NOBODY));
  }

  private record Counting(String measures, UUID after, boolean done) {}

  void counted(ClubId club, String measures, @Nullable UUID member) {
    jdbc.sql(
            """
            insert into tiers.counting (club_id, measures, after, done) values (?, ?, ?, ?)
            on conflict (club_id) do update
              set measures = excluded.measures, after = excluded.after, done = excluded.done
            """)
        .params(club.value(), measures, member == null ? NOBODY : member, member == null)
        .update();
  }

  private DefinedSet defined(ResultSet row) throws SQLException {
    return new DefinedSet(
        row.getString("code"),
        row.getInt("version"),
        row.getBoolean("live"),
        json.readTree(row.getString("definition")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private @Nullable JsonNode tree(@Nullable String text) {
    return text == null ? null : json.readTree(text);
  }
}
