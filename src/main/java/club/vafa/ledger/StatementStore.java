package club.vafa.ledger;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Statements.Ending;
import club.vafa.ledger.Statements.Line;
import club.vafa.ledger.Statements.LotView;
import club.vafa.ledger.Statements.WalletView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the books for people. */
@Component
class StatementStore {
  /** Greater than every id, as the database compares them. */
  private static final UUID BEYOND = new UUID(-1, -1);

  private final JdbcClient jdbc;

  StatementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<WalletView> wallets(ClubId club, MemberId member) {
    return jdbc.sql(
            """
            select w.*, coalesce(w.due_at, n.expires_at) as next_at,
              case when w.due_at is null then n.amount else w.active end as next_amount
            from ledger.wallet w
            left join lateral (
              select l.expires_at, sum(l.active) as amount
              from ledger.lot l
              where l.club_id = w.club_id and l.member_id = w.member_id and l.unit = w.unit
                and l.active > 0 and l.expires_at is not null
              group by l.expires_at
              order by l.expires_at
              limit 1
            ) n on true
            where w.club_id = ? and w.member_id = ?
            order by w.unit
            """)
        .params(club.value(), member.value())
        .query((row, _) -> wallet(row))
        .list();
  }

  private static WalletView wallet(ResultSet row) throws SQLException {
    Instant next = OpenStore.time(row, "next_at");
    Ending ending = next == null ? null : new Ending(row.getLong("next_amount"), next);
    return new WalletView(row.getInt("unit"), OpenStore.balance(row), ending);
  }

  List<MemberId> holding(ClubId club, Statements.Holding wanted) {
    MemberId after = wanted.after();
    return jdbc.sql(
            """
            select member_id from ledger.wallet
            where club_id = ? and unit = ? and active >= ? and member_id > ?
            order by member_id limit ?
            """)
        .params(
            club.value(),
            wanted.unit().number(),
            wanted.least(),
            after == null ? new UUID(0, 0) : after.value(),
            wanted.limit())
        .query((row, _) -> new MemberId(OpenStore.uuid(row, "member_id")))
        .list();
  }

  /**
   * The rows first, along their keys, then the entries in them: a row has an entry at least, and
   * its own id is the lowest of theirs.
   */
  List<Line> statement(ClubId club, Statements.Wanted wanted) {
    return jdbc.sql(
            """
            with key as materialized (
              (select id from ledger.movement
                where club_id = :club and member_id = :member and id < :below
                  and (:unit::int is null or unit = :unit)
                order by id desc limit :limit)
              union all
              (select id from ledger.lot
                where club_id = :club and member_id = :member and id < :below
                  and (:unit::int is null or unit = :unit) and entry_kind is not null
                order by id desc limit :limit)
              order by id desc limit :limit
            )
            select e.*
            from key k
            cross join lateral (
              select * from ledger.entry
              where club_id = :club and member_id = :member and row_id = k.id and id < :below
              offset 0
            ) e
            order by e.id desc
            limit :limit
            """)
        .param("club", club.value())
        .param("member", wanted.member().value())
        .param("unit", wanted.unit(), java.sql.Types.INTEGER)
        .param("below", wanted.after() == null ? BEYOND : wanted.after())
        .param("limit", wanted.limit())
        .query((row, _) -> line(row))
        .list();
  }

  List<Line> causedBy(ClubId club, MemberId member, UUID document) {
    return jdbc.sql(
            """
            select *
            from ledger.entry
            where club_id = ? and member_id = ? and cause_id = ?
            order by id
            """)
        .params(club.value(), member.value(), document)
        .query((row, _) -> line(row))
        .list();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(OpenStore.entry(row), Columns.time(row, "posted_at"));
  }

  List<LotView> openLots(ClubId club, MemberId member) {
    return jdbc
        .sql(
            """
            select *
            from ledger.lot
            where club_id = ? and member_id = ? and (active > 0 or pending > 0 or held > 0)
            """)
        .params(club.value(), member.value())
        .query((row, _) -> LotStore.lot(row))
        .list()
        .stream()
        .sorted(
            Comparator.comparingInt(LotStore.LotRow::unit)
                .thenComparing(LotStore.LotRow::lot, Lot.SPENDING_ORDER))
        .map(row -> view(row.unit(), row.lot()))
        .toList();
  }

  private static LotView view(int unit, Lot lot) {
    Lot.Parts parts = lot.parts();
    return new LotView(
        lot.id,
        unit,
        lot.onlyCause(),
        lot.terms(),
        lot.at,
        parts.issued(),
        parts.pending(),
        parts.active(),
        parts.held(),
        parts.spent(),
        parts.expired(),
        parts.reversed());
  }

  Optional<Instant> lastVerification(ClubId club) {
    return jdbc.sql(
            """
            select started_at
            from ledger.verification
            where club_id = ?
            order by started_at desc
            limit 1
            """)
        .param(club.value())
        .query((row, _) -> Columns.time(row, "started_at"))
        .optional();
  }
}
