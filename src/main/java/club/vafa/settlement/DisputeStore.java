package club.vafa.settlement;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of disputes. */
@Repository
class DisputeStore {
  private static final String SELECT = "select * from settlement.dispute where club_id = ?";

  private final JdbcClient jdbc;

  DisputeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ClubId club, Dispute dispute) {
    jdbc.sql(
            """
            insert into settlement.dispute (club_id, id, movement_id, partner, reason, raised_at,
              raised_by, state)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            club.value(),
            dispute.id().value(),
            dispute.movement(),
            dispute.partner(),
            dispute.reason(),
            Timestamp.from(dispute.raisedAt()),
            dispute.raisedBy(),
            dispute.state().name())
        .update();
  }

  void decide(ClubId club, Dispute dispute) {
    Dispute.Decision decision = Objects.requireNonNull(dispute.decision());
    jdbc.sql(
            """
            update settlement.dispute
            set state = ?, branch = ?, answer = ?, decided_at = ?, decided_by = ?
            where club_id = ? and id = ?
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                dispute.state().name(),
                decision.branch(),
                decision.answer(),
                Timestamp.from(decision.at()),
                decision.by(),
                club.value(),
                dispute.id().value()))
        .update();
  }

  Optional<Dispute> find(ClubId club, DisputeId id) {
    return jdbc.sql(SELECT + " and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> dispute(row))
        .optional();
  }

  /** The dispute about a movement that was not rejected. */
  Optional<Dispute> about(ClubId club, UUID movement) {
    return jdbc.sql(SELECT + " and movement_id = ? and state <> 'REJECTED'")
        .params(club.value(), movement)
        .query((row, _) -> dispute(row))
        .optional();
  }

  /** Newest first, of a state or of all, those before the given one. */
  List<Dispute> list(ClubId club, Dispute.@Nullable State state, @Nullable UUID before, int limit) {
    String only = state == null ? null : state.name();
    return jdbc.sql(
            SELECT
                + """
                 and (?::text is null or state = ?)
                  and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                order by id desc limit ?
                """)
        .params(Arrays.<@Nullable Object>asList(club.value(), only, only, before, limit))
        .query((row, _) -> dispute(row))
        .list();
  }

  private static Dispute dispute(ResultSet row) throws SQLException {
    Dispute.State state = Dispute.State.valueOf(row.getString("state"));
    return new Dispute(
        new DisputeId(row.getObject("id", UUID.class)),
        row.getObject("movement_id", UUID.class),
        row.getString("partner"),
        row.getString("reason"),
        Columns.time(row, "raised_at"),
        row.getString("raised_by"),
        state,
        state == Dispute.State.OPEN
            ? null
            : new Dispute.Decision(
                row.getString("branch"),
                row.getString("answer"),
                Columns.time(row, "decided_at"),
                row.getString("decided_by")));
  }
}
