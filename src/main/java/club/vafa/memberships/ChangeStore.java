package club.vafa.memberships;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.memberships.Membership.Change;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what became of memberships; rows are only added. */
@Repository
class ChangeStore {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;

  ChangeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void note(ClubId club, MembershipId id, Change change) {
    jdbc.sql(
            """
            insert into memberships.change (club_id, membership_id, id, kind, state, amount, actor,
              at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                club.value(),
                id.value(),
                change.id(),
                change.kind(),
                MembershipStore.word(change.state()),
                change.amount(),
                change.actor(),
                Timestamp.from(change.at())))
        .update();
  }

  /** The changes of a membership, oldest first, those after the given one. */
  List<Change> list(ClubId club, MembershipId id, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select id, kind, state, amount, actor, at from memberships.change
            where club_id = ? and membership_id = ? and id > ? order by id limit ?
            """)
        .params(club.value(), id.value(), after == null ? FIRST : after, limit)
        .query((row, _) ->
            new Change(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                MembershipStore.state(row.getString("state")),
                row.getObject("amount", Long.class),
                row.getString("actor"),
                Columns.time(row, "at")))
        .list();
  }
}
