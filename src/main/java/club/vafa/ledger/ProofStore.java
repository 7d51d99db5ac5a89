package club.vafa.ledger;

import club.vafa.installation.WideReading;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs the checks of the books and keeps what they found. */
@Component
class ProofStore {
  private static final int LISTED = 100;

  private final JdbcClient jdbc;

  ProofStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Room for sums over many members; the setting ends with the transaction. */
  void giveMemory() {
    WideReading.allow(jdbc);
    jdbc.sql("set local work_mem = '128MB'").update();
  }

  long entries(ClubId club) {
    return jdbc.sql("select count(*) from ledger.entry where club_id = ?")
        .param(club.value())
        .query(Long.class)
        .single();
  }

  private record Row(long places, Verification.Finding finding) {}

  /** The numbers of the units that may be owed, and of those that are stamps. */
  record Units(List<Integer> owing, List<Integer> stamps) {}

  Optional<Verification.Failure> failure(ClubId club, ProofCheck check, Units units) {
    List<Row> rows =
        jdbc.sql(
                "select f.*, count(*) over () as places from (%s) f limit %d"
                    .formatted(check.sql(), LISTED))
            .param("club", club.value())
            .param("moves", moves())
            .param("owing", orNone(units.owing()))
            .param("stamps", orNone(units.stamps()))
            .query((row, _) -> new Row(row.getLong("places"), finding(row)))
            .list();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Verification.Failure(
                check.code(), rows.getFirst().places(), rows.stream().map(Row::finding).toList()));
  }

  private static List<Integer> orNone(List<Integer> numbers) {
    List<Integer> orNone = new ArrayList<>(numbers);
    orNone.add(-1);
    return orNone;
  }

  private static Verification.Finding finding(ResultSet row) throws SQLException {
    return new Verification.Finding(
        new MemberId(OpenStore.uuid(row, "member_id")),
        row.getInt("unit"),
        OpenStore.maybe(row, "lot_id"),
        row.getString("what"),
        row.getString("expected"),
        row.getString("found"));
  }

  private static List<Integer> moves() {
    List<Integer> moves = new ArrayList<>();
    for (Entry.Kind kind : Entry.Kind.values()) {
      for (Entry.Move move : kind.moves()) {
        moves.add(kind.code() * 100 + move.from().code() * 10 + move.to().code());
      }
    }
    return moves;
  }

  void keep(ClubId club, Verification found) {
    jdbc.sql(
            """
            insert into ledger.verification (club_id, started_at, took_ms, entries, holds_true,
              findings)
            values (?, ?::timestamptz, ?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(
            club.value(),
            found.startedAt().toString(),
            found.took().toMillis(),
            found.entries(),
            found.holds(),
            found.text())
        .update();
  }
}
