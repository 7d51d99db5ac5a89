package club.vafa.replay;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.replay.ReplayResult.MemberPart;
import club.vafa.replay.ReplayResult.UnitSum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a club's books say, beside what a replay says of them. */
record Booked(JdbcClient jdbc, Club club, String named) {
  private static final String WALLETS =
      "select coalesce(sum(%s), 0) from ledger.wallet where club_id = ? and unit = ?";

  /** Each unit's sums are those of the wallets. */
  void sameSums(ReplayResult.Side side) {
    for (UnitSum unit : side.units()) {
      same(unit.outstanding(), unit.unit(), "active + pending + held");
      same(unit.owed(), unit.unit(), "owed");
      assertThat(unit.lacking()).as(named + ", lacking " + unit.unit()).isEqualTo("0");
    }
  }

  private void same(String found, String unit, String column) {
    var known = club.unit(unit).orElseThrow();
    long minor =
        ClubScope.call(
            club.id(),
            () ->
                jdbc.sql(WALLETS.formatted(column))
                    .params(club.id().value(), known.number())
                    .query(Long.class)
                    .single());
    assertThat(new BigDecimal(found))
        .as(named + ", " + column + " of " + unit)
        .isEqualByComparingTo(BigDecimal.valueOf(minor, known.decimals()));
  }

  /** Units issued and not taken back by member and unit are those a draft gave beside nothing. */
  void sameMembers(ReplayResult result) {
    Map<String, BigDecimal> found = new TreeMap<>();
    for (List<MemberPart> parts : List.of(result.winners(), result.losers())) {
      for (MemberPart part : parts) {
        part.units()
            .forEach(unit -> {
              BigDecimal net = new BigDecimal(unit.draft()).stripTrailingZeros();
              if (net.signum() != 0) {
                found.put(part.member() + " " + unit.unit(), net);
              }
            });
      }
    }
    assertThat(found).as(named).isEqualTo(units());
  }

  private Map<String, BigDecimal> units() {
    Map<String, BigDecimal> booked = new TreeMap<>();
    ClubScope.run(
        club.id(),
        () ->
            jdbc.sql(
                    """
                    select member_id, unit,
                      sum(case kind when 1 then amount when 5 then -amount else 0 end)
                    from ledger.entry where club_id = ? group by 1, 2
                    """)
                .param(club.id().value())
                .query(row -> {
                  var unit = club.unit(row.getInt(2));
                  BigDecimal net =
                      BigDecimal.valueOf(row.getLong(3), unit.decimals()).stripTrailingZeros();
                  if (net.signum() != 0) {
                    booked.put(new MemberId(row.getObject(1, UUID.class)) + " " + unit.code(), net);
                  }
                }));
    return booked;
  }

  long count(String sql) {
    return ClubScope.call(
        club.id(), () -> jdbc.sql(sql).param(club.id().value()).query(Long.class).single());
  }
}
