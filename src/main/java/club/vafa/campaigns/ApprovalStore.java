package club.vafa.campaigns;

import club.vafa.campaigns.Approval.Action;
import club.vafa.campaigns.Approval.Answer;
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
import tools.jackson.databind.json.JsonMapper;

/** The tables of what a second person was asked, and of what that person answered. */
@Component
class ApprovalStore {
  private static final String SELECT =
      """
      select r.*, a.approved, a.reason, a.answered_by, a.answered_at
      from campaigns.request r
      left join campaigns.answer a on a.club_id = r.club_id and a.request_id = r.id
      where r.club_id = ?
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  ApprovalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ClubId club, Approval wanted) {
    Instant from = wanted.effectiveFrom();
    CampaignId campaign = wanted.campaign();
    Safety safety = wanted.safety();
    jdbc.sql(
            """
            insert into campaigns.request (club_id, id, action, campaign_id, definition,
              effective_from, safety, note, requested_by, requested_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?)
            """)
        .params(
            java.util.Arrays.asList(
                club.value(),
                wanted.id().value(),
                wanted.action().name(),
                campaign == null ? null : campaign.value(),
                wanted.definition() == null ? null : wanted.definition().toString(),
                from == null ? null : Timestamp.from(from),
                safety == null ? null : json.writeValueAsString(safety),
                wanted.note(),
                wanted.requestedBy(),
                Timestamp.from(wanted.requestedAt())))
        .update();
  }

  void answer(ClubId club, ApprovalId id, Answer answer) {
    jdbc.sql(
            """
            insert into campaigns.answer (club_id, request_id, approved, reason, answered_by,
              answered_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            java.util.Arrays.asList(
                club.value(),
                id.value(),
                answer.approved(),
                answer.reason(),
                answer.by(),
                Timestamp.from(answer.at())))
        .update();
  }

  Optional<Approval> find(ClubId club, ApprovalId id) {
    return jdbc.sql(SELECT + " and r.id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> approval(row))
        .optional();
  }

  /** The latest first. */
  List<Approval> list(ClubId club, @Nullable UUID before, int limit) {
    return jdbc.sql(SELECT + " and (?::uuid is null or r.id < ?::uuid) order by r.id desc limit ?")
        .params(java.util.Arrays.asList(club.value(), before, before, limit))
        .query((row, _) -> approval(row))
        .list();
  }

  private Approval approval(ResultSet row) throws SQLException {
    UUID campaign = row.getObject("campaign_id", UUID.class);
    String definition = row.getString("definition");
    String safety = row.getString("safety");
    Timestamp from = row.getTimestamp("effective_from");
    Timestamp answeredAt = row.getTimestamp("answered_at");
    return new Approval(
        new ApprovalId(row.getObject("id", UUID.class)),
        Action.valueOf(row.getString("action")),
        campaign == null ? null : new CampaignId(campaign),
        definition == null ? null : json.readTree(definition),
        from == null ? null : from.toInstant(),
        safety == null ? null : json.readValue(safety, Safety.class),
        row.getString("note"),
        row.getString("requested_by"),
        row.getTimestamp("requested_at").toInstant(),
        answeredAt == null
            ? null
            : new Answer(
                row.getBoolean("approved"),
                row.getString("reason"),
                row.getString("answered_by"),
                answeredAt.toInstant()));
  }
}
