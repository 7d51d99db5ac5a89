package club.vafa.cards.gifts;

import club.vafa.kernel.ClubId;
import club.vafa.ledger.Verification;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs the checks of gift cards. */
@Repository
class GiftProofStore {
  private static final int LISTED = 100;

  private final JdbcClient jdbc;

  GiftProofStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(long places, Verification.Finding finding) {}

  Optional<Verification.Failure> failure(ClubId club, GiftCheck check) {
    List<Row> rows =
        jdbc.sql(
                "select f.*, count(*) over () as places from (%s) f limit %d"
                    .formatted(check.sql(), LISTED))
            .param("club", club.value())
            .query((row, _) ->
                new Row(
                    row.getLong("places"),
                    Verification.Finding.of(
                        new GiftCardId(row.getObject("card_id", UUID.class)).toString(),
                        row.getString("what"),
                        row.getString("expected"),
                        row.getString("found"))))
            .list();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Verification.Failure(
                check.code(), rows.getFirst().places(), rows.stream().map(Row::finding).toList()));
  }
}
