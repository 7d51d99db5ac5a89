package club.vafa.ledger;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of holds and their parts. */
@Component
class HoldStore {
  private final JdbcClient jdbc;

  HoldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The member a hold belongs to; who asks locks the wallet before looking at the hold itself. */
  Optional<MemberId> holder(ClubId club, HoldId hold) {
    return jdbc.sql("select member_id from ledger.hold where club_id = ? and id = ?")
        .params(club.value(), hold.value())
        .query((row, _) -> new MemberId(OpenStore.uuid(row, "member_id")))
        .optional();
  }

  /** The open holds of members, and those named in whatever state they are. */
  List<Hold> holds(ClubId club, Collection<MemberId> members, Collection<HoldId> named) {
    return jdbc.sql(
            """
            select h.*,
              array_agg(p.lot_id order by p.position) as lots,
              array_agg(p.amount order by p.position) as amounts
            from ledger.hold h
            join ledger.hold_part p on p.club_id = h.club_id and p.hold_id = h.id
            where h.club_id = ?
              and ((h.member_id = any(?) and h.state = 1) or h.id = any(?))
            group by h.club_id, h.id
            order by h.expires_at, h.id
            """)
        .params(
            club.value(),
            OpenStore.ids(members),
            named.stream().map(HoldId::value).toArray(UUID[]::new))
        .query((row, _) -> hold(row))
        .list();
  }

  private static Hold hold(ResultSet row) throws SQLException {
    UUID[] lots = (UUID[]) row.getArray("lots").getArray();
    Long[] amounts = (Long[]) row.getArray("amounts").getArray();
    List<Hold.Part> parts = new ArrayList<>();
    for (int part = 0; part < lots.length; part++) {
      parts.add(new Hold.Part(lots[part], amounts[part]));
    }
    return new Hold(
        new HoldId(OpenStore.uuid(row, "id")),
        new MemberId(OpenStore.uuid(row, "member_id")),
        row.getInt("unit"),
        row.getLong("amount"),
        row.getLong("captured"),
        row.getLong("released"),
        Hold.State.of(row.getInt("state")),
        Columns.time(row, "at"),
        Columns.time(row, "expires_at"),
        OpenStore.time(row, "ended_at"),
        parts);
  }

  void upsert(ClubId club, List<Hold> holds) {
    jdbc.sql(
            """
            insert into ledger.hold (club_id, id, member_id, unit, amount, captured, released,
              state, at, expires_at, ended_at)
            select ?, t.id, t.member_id, t.unit, t.amount, t.captured, t.released, t.state, t.at,
              t.expires_at, t.ended_at
            from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
              ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
              as t (id, member_id, unit, amount, captured, released, state, at, expires_at,
                ended_at)
            on conflict (club_id, id) do update set captured = excluded.captured,
              released = excluded.released, state = excluded.state, ended_at = excluded.ended_at
            """)
        .params(
            club.value(),
            Columns.uuids(holds, hold -> hold.id().value()),
            Columns.uuids(holds, hold -> hold.member().value()),
            Columns.longs(holds, Hold::unit),
            Columns.longs(holds, Hold::amount),
            Columns.longs(holds, Hold::captured),
            Columns.longs(holds, Hold::released),
            Columns.longs(holds, hold -> hold.state().code()),
            Columns.times(holds, Hold::at),
            Columns.times(holds, Hold::expiresAt),
            Columns.times(holds, Hold::endedAt))
        .update();
  }

  private record PartRow(HoldId hold, int position, Hold.Part part) {}

  void insertParts(ClubId club, List<Hold> holds) {
    List<PartRow> rows = new ArrayList<>();
    for (Hold hold : holds) {
      for (Hold.Part part : hold.parts()) {
        rows.add(new PartRow(hold.id(), rows.size(), part));
      }
    }
    jdbc.sql(
            """
            insert into ledger.hold_part (club_id, hold_id, position, lot_id, amount)
            select ?, t.hold_id, t.position, t.lot_id, t.amount
            from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::bigint[])
              as t (hold_id, position, lot_id, amount)
            """)
        .params(
            club.value(),
            Columns.uuids(rows, row -> row.hold().value()),
            Columns.longs(rows, PartRow::position),
            Columns.uuids(rows, row -> row.part().lot()),
            Columns.longs(rows, row -> row.part().amount()))
        .update();
  }
}
