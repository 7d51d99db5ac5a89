package club.vafa.ledger;

import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the wallets in which something came due. */
@Component
class DueStore {
  private final JdbcClient jdbc;

  DueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the wallets that have been due longest, passing over those that are locked already. */
  List<OpenStore.WalletRow> lockDue(ClubId club, Instant now, int most) {
    return jdbc.sql(
            """
            select w.member_id, w.unit, w.active, w.pending, w.held, w.owed, w.expires_at, w.due_at,
              w.last_entry, w.since, w.version
            from ledger.wallet w
            join (
              select member_id, unit
              from (
                (select member_id, unit, due_at from ledger.lot
                  where club_id = :club and due_at <= :now::timestamptz
                  order by due_at limit :most)
                union all
                (select member_id, unit, due_at from ledger.wallet
                  where club_id = :club and due_at <= :now::timestamptz
                  order by due_at limit :most)
                union all
                (select member_id, unit, expires_at from ledger.hold
                  where club_id = :club and state = 1 and expires_at <= :now::timestamptz
                  order by expires_at limit :most)
              ) d
              group by member_id, unit
              order by min(due_at)
              limit :most
            ) d on d.member_id = w.member_id and d.unit = w.unit
            where w.club_id = :club
            order by w.member_id, w.unit
            for no key update of w skip locked
            """)
        .param("club", club.value())
        .param("now", now.toString())
        .param("most", most)
        .query((row, _) -> OpenStore.wallet(row))
        .list();
  }
}
