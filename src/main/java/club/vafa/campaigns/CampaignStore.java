package club.vafa.campaigns;

import club.vafa.campaigns.Campaign.State;
import club.vafa.kernel.ClubId;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of campaigns, their versions and the changes of the program. */
@Component
class CampaignStore {
  private static final String SELECT =
      """
      select c.*, v.definition
      from campaigns.campaign c
      left join campaigns.version v
        on v.club_id = c.club_id and v.campaign_id = c.id and v.version = c.version
      where c.club_id = ?
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  CampaignStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A published version of a campaign. */
  record Version(UUID campaign, int version, JsonNode definition) {}

  /** One change of the program. */
  record Change(long program, UUID campaign, int version, boolean runs, Instant effectiveFrom) {}

  /** One change of the club's campaigns at a time, so that programs are numbered without gaps. */
  void lock(ClubId club) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 10))")
        .param("campaigns " + club)
        .query((_, _) -> true)
        .single();
  }

  Optional<Campaign> find(ClubId club, CampaignId id) {
    return jdbc.sql(SELECT + " and c.id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> campaign(row))
        .optional();
  }

  Optional<Campaign> byCode(ClubId club, String code) {
    return jdbc.sql(SELECT + " and c.code = ?")
        .params(club.value(), code)
        .query((row, _) -> campaign(row))
        .optional();
  }

  List<Campaign> list(ClubId club, String afterCode, int limit) {
    return jdbc.sql(SELECT + " and c.code > ? order by c.code limit ?")
        .params(club.value(), afterCode, limit)
        .query((row, _) -> campaign(row))
        .list();
  }

  /** All that run or are paused. */
  List<Campaign> running(ClubId club) {
    return jdbc.sql(SELECT + " and c.state in ('LIVE', 'PAUSED') order by c.code")
        .param(club.value())
        .query((row, _) -> campaign(row))
        .list();
  }

  /** Where a campaign stands. */
  record Stand(CampaignId id, State state, int version) {}

  /** The state and version a program gave it; a draft that says something else is kept. */
  void saveProgram(ClubId club, Stand stand, Instant now) {
    jdbc.sql(
            """
            update campaigns.campaign c
            set state = ?, version = ?, updated_at = ?, draft = nullif(c.draft, v.definition)
            from campaigns.version v
            where c.club_id = ? and c.id = ?
              and v.club_id = c.club_id and v.campaign_id = c.id and v.version = ?
            """)
        .params(
            stand.state().name(),
            stand.version(),
            Timestamp.from(now),
            club.value(),
            stand.id().value(),
            stand.version())
        .update();
  }

  void insert(ClubId club, CampaignId id, String code, JsonNode draft, Instant now) {
    jdbc.sql(
            """
            insert into campaigns.campaign (club_id, id, code, state, version, draft, created_at,
              updated_at)
            values (?, ?, ?, 'DRAFT', 0, ?::jsonb, ?, ?)
            """)
        .params(
            club.value(),
            id.value(),
            code,
            draft.toString(),
            Timestamp.from(now),
            Timestamp.from(now))
        .update();
  }

  void saveDraft(ClubId club, CampaignId id, JsonNode draft, Instant now) {
    jdbc.sql(
            """
            update campaigns.campaign set draft = ?::jsonb, updated_at = ?
            where club_id = ? and id = ?
            """)
        .params(draft.toString(), Timestamp.from(now), club.value(), id.value())
        .update();
  }

  void dropDraft(ClubId club, CampaignId id, Instant now) {
    jdbc.sql(
            """
            update campaigns.campaign set draft = null, updated_at = ?
            where club_id = ? and id = ?
            """)
        .params(Timestamp.from(now), club.value(), id.value())
        .update();
  }

  /** The state and version after a change; a published draft is no draft any more. */
  void saveState(ClubId club, CampaignId id, State state, int version, Instant now) {
    jdbc.sql(
            """
            update campaigns.campaign
            set draft = case when version = ? then draft end, state = ?, version = ?,
              updated_at = ?
            where club_id = ? and id = ?
            """)
        .params(version, state.name(), version, Timestamp.from(now), club.value(), id.value())
        .update();
  }

  void insertVersion(
      ClubId club, CampaignId id, int version, JsonNode definition, String actor, Instant now) {
    jdbc.sql(
            """
            insert into campaigns.version (club_id, campaign_id, version, definition, published_by,
              published_at)
            values (?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            club.value(), id.value(), version, definition.toString(), actor, Timestamp.from(now))
        .update();
  }

  void change(
      ClubId club,
      CampaignId id,
      int version,
      boolean runs,
      Instant effectiveFrom,
      String actor,
      Instant now) {
    jdbc.sql(
            """
            insert into campaigns.change (club_id, program, campaign_id, version, runs,
              effective_from, changed_by, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            club.value(),
            programNumber(club) + 1,
            id.value(),
            version,
            runs,
            Timestamp.from(effectiveFrom),
            actor,
            Timestamp.from(now))
        .update();
  }

  long programNumber(ClubId club) {
    return jdbc.sql(
            """
            select greatest(
              (select program from campaigns.change
               where club_id = ? order by program desc limit 1),
              (select program from campaigns.policy
               where club_id = ? order by program desc limit 1),
              0)
            """)
        .params(club.value(), club.value())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  List<Change> changes(ClubId club) {
    return jdbc.sql(
            """
            select program, campaign_id, version, runs, effective_from
            from campaigns.change where club_id = ? order by program
            """)
        .param(club.value())
        .query((row, _) ->
            new Change(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getBoolean(4),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  Optional<Version> version(ClubId club, UUID campaign, int version) {
    return jdbc.sql(
            """
            select definition from campaigns.version
            where club_id = ? and campaign_id = ? and version = ?
            """)
        .params(club.value(), campaign, version)
        .query((row, _) -> new Version(campaign, version, json.readTree(row.getString(1))))
        .optional();
  }

  private Campaign campaign(ResultSet row) throws SQLException {
    return new Campaign(
        new CampaignId(row.getObject("id", UUID.class)),
        row.getString("code"),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        tree(row.getString("draft")),
        tree(row.getString("definition")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private @Nullable JsonNode tree(@Nullable String text) {
    return text == null ? null : json.readTree(text);
  }
}
