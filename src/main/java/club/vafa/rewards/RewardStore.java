package club.vafa.rewards;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's tables. */
@Repository
class RewardStore {
  private static final String SELECT =
      """
      select r.*, v.terms
      from rewards.reward r
      left join rewards.version v
        on v.club_id = r.club_id and v.reward_id = r.id and v.version = r.version
      where r.club_id = ?
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  RewardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Reward> live(ClubId club) {
    return jdbc.sql(SELECT + " and r.state = 'LIVE'")
        .param(club.value())
        .query((row, _) -> reward(row))
        .list();
  }

  Optional<Reward> find(ClubId club, RewardId id) {
    return jdbc.sql(SELECT + " and r.id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> reward(row))
        .optional();
  }

  /** The reward, for whoever changes it alone. */
  Optional<Reward> lock(ClubId club, RewardId id) {
    return jdbc.sql(SELECT + " and r.id = ? for update of r")
        .params(club.value(), id.value())
        .query((row, _) -> reward(row))
        .optional();
  }

  /** The codes of all rewards there ever were. */
  Set<String> codes(ClubId club) {
    return Set.copyOf(
        jdbc.sql("select code from rewards.reward where club_id = ?")
            .param(club.value())
            .query(String.class)
            .list());
  }

  Optional<Reward> byCode(ClubId club, String code) {
    return jdbc.sql(SELECT + " and r.code = ?")
        .params(club.value(), code)
        .query((row, _) -> reward(row))
        .optional();
  }

  List<Reward> list(ClubId club, String afterCode, int limit) {
    return jdbc.sql(SELECT + " and r.code > ? order by r.code limit ?")
        .params(club.value(), afterCode, limit)
        .query((row, _) -> reward(row))
        .list();
  }

  /** Whether the code was free. */
  boolean insert(ClubId club, Reward reward) {
    return jdbc.sql(
                """
                insert into rewards.reward (club_id, id, code, state, version, draft, created_at,
                  changed_at, changed_by)
                values (?, ?, ?, ?, 0, ?::jsonb, ?, ?, ?)
                on conflict (club_id, code) do nothing
                """)
            .params(
                Arrays.<@Nullable Object>asList(
                    club.value(),
                    reward.id().value(),
                    reward.code(),
                    reward.state().name(),
                    text(reward.draft()),
                    Timestamp.from(reward.createdAt()),
                    Timestamp.from(reward.changedAt()),
                    reward.changedBy()))
            .update()
        == 1;
  }

  void save(ClubId club, Reward reward) {
    jdbc.sql(
            """
            update rewards.reward set state = ?, version = ?, draft = ?::jsonb, changed_at = ?,
              changed_by = ?
            where club_id = ? and id = ?
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                reward.state().name(),
                reward.version(),
                text(reward.draft()),
                Timestamp.from(reward.changedAt()),
                reward.changedBy(),
                club.value(),
                reward.id().value()))
        .update();
  }

  /** Keeps what is published as the version it bears. */
  void insertVersion(ClubId club, Reward reward) {
    jdbc.sql(
            """
            insert into rewards.version (club_id, reward_id, version, terms, published_by,
              published_at)
            values (?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                reward.id().value(),
                reward.version(),
                text(reward.published()),
                reward.changedBy(),
                Timestamp.from(reward.changedAt())))
        .update();
  }

  Optional<RewardTerms> version(ClubId club, RewardId reward, int version) {
    return jdbc.sql(
            """
            select terms from rewards.version
            where club_id = ? and reward_id = ? and version = ?
            """)
        .params(club.value(), reward.value(), version)
        .query((row, _) -> json.readValue(row.getString(1), RewardTerms.class))
        .optional();
  }

  private @Nullable String text(@Nullable RewardTerms terms) {
    return terms == null ? null : json.writeValueAsString(terms);
  }

  private Reward reward(ResultSet row) throws SQLException {
    return new Reward(
        new RewardId(row.getObject("id", UUID.class)),
        row.getString("code"),
        Reward.State.valueOf(row.getString("state")),
        row.getInt("version"),
        terms(row.getString("draft")),
        terms(row.getString("terms")),
        Columns.time(row, "created_at"),
        Columns.time(row, "changed_at"),
        row.getString("changed_by"));
  }

  private @Nullable RewardTerms terms(@Nullable String text) {
    return text == null ? null : json.readValue(text, RewardTerms.class);
  }
}
