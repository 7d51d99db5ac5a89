package club.vafa.memberships;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.memberships.Membership.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what became of all memberships of a club. */
@Repository
class PastStore {
  private final JdbcClient jdbc;

  PastStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A change, and the state it left the membership in. */
  record Turn(MembershipId membership, MemberId payer, PlanId plan, State state, Instant at) {}

  /** A period of a membership. */
  record Span(MembershipId membership, PlanId plan, int number, LocalDate begins, int version) {}

  /** All changes, each membership's one after the other. */
  List<Turn> turns(ClubId club) {
    return jdbc.sql(
            """
            select m.id, m.member_id, m.plan_id, c.state, c.at
            from memberships.change c
            join memberships.membership m on m.club_id = c.club_id and m.id = c.membership_id
            where c.club_id = ? order by m.id, c.at, c.id
            """)
        .param(club.value())
        .query((row, _) ->
            new Turn(
                new MembershipId(row.getObject(1, UUID.class)),
                new MemberId(row.getObject(2, UUID.class)),
                new PlanId(row.getObject(3, UUID.class)),
                MembershipStore.state(row.getString(4)),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  /** All periods, each membership's one after the other. */
  List<Span> spans(ClubId club) {
    return jdbc.sql(
            """
            select m.id, m.plan_id, p.number, p.begins, p.version
            from memberships.period p
            join memberships.membership m on m.club_id = p.club_id and m.id = p.membership_id
            where p.club_id = ? order by m.id, p.number
            """)
        .param(club.value())
        .query((row, _) ->
            new Span(
                new MembershipId(row.getObject(1, UUID.class)),
                new PlanId(row.getObject(2, UUID.class)),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getInt(5)))
        .list();
  }
}
