package club.vafa.members;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far units that are turned on a day have been turned. */
@Repository
class ConversionStore {
  private final JdbcClient jdbc;

  ConversionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Turning one unit into another on a day. */
  record Turn(int from, int to, LocalDate due) {}

  /** How far it got. */
  record State(@Nullable MemberId after, boolean finished) {}

  /** Begins a turn or goes on with it, locked; nothing when another machine is at it. */
  Optional<State> lock(ClubId club, Turn turn) {
    jdbc.sql(
            """
            insert into members.conversion_turn (club_id, from_unit, to_unit, due_on)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .params(club.value(), turn.from(), turn.to(), turn.due())
        .update();
    return jdbc.sql(
            """
            select member_id, finished_at from members.conversion_turn
            where club_id = ? and from_unit = ? and to_unit = ? and due_on = ?
            for no key update skip locked
            """)
        .params(club.value(), turn.from(), turn.to(), turn.due())
        .query((row, _) -> new State(Columns.member(row), row.getTimestamp(2) != null))
        .optional();
  }

  /** Notes the member it got to; nobody when all were looked at. */
  void move(ClubId club, Turn turn, @Nullable MemberId after, Instant now) {
    jdbc.sql(
            """
            update members.conversion_turn set member_id = ?, finished_at = ?
            where club_id = ? and from_unit = ? and to_unit = ? and due_on = ?
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                Columns.value(after),
                after == null ? Timestamp.from(now) : null,
                club.value(),
                turn.from(),
                turn.to(),
                turn.due()))
        .update();
  }
}
