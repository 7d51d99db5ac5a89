package club.vafa.cards;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cards' table. */
@Repository
class CardStore {
  private static final String CARDS =
      "select id, number, member_id, type, state, issued_at, replaced_by from cards.card ";

  private final JdbcClient jdbc;

  CardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Card> byNumbers(ClubId club, Collection<String> numbers) {
    return jdbc.sql(CARDS + "where club_id = ? and number = any(?)")
        .params(club.value(), numbers.toArray(String[]::new))
        .query((row, _) -> card(row))
        .list();
  }

  Optional<Card> find(ClubId club, CardId id) {
    return jdbc.sql(CARDS + "where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> card(row))
        .optional();
  }

  Optional<Card> lock(ClubId club, CardId id) {
    return jdbc.sql(CARDS + "where club_id = ? and id = ? for update")
        .params(club.value(), id.value())
        .query((row, _) -> card(row))
        .optional();
  }

  List<Card> ofMember(ClubId club, MemberId member) {
    return jdbc.sql(CARDS + "where club_id = ? and member_id = ? order by id")
        .params(club.value(), member.value())
        .query((row, _) -> card(row))
        .list();
  }

  /** Whether the number was free and is now the card's. */
  boolean insert(ClubId club, Card card) {
    return jdbc.sql(
                """
                insert into cards.card (club_id, id, number, member_id, type, state, issued_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (club_id, number) do nothing
                """)
            .params(
                club.value(),
                card.id().value(),
                card.number(),
                card.member().value(),
                card.type(),
                word(card.state()),
                time(card.issuedAt()))
            .update()
        == 1;
  }

  void setState(ClubId club, CardId id, CardState state) {
    jdbc.sql("update cards.card set state = ? where club_id = ? and id = ?")
        .params(word(state), club.value(), id.value())
        .update();
  }

  void replace(ClubId club, CardId old, CardId by) {
    jdbc.sql(
            """
            update cards.card set state = 'replaced', replaced_by = ?
            where club_id = ? and id = ?
            """)
        .params(by.value(), club.value(), old.value())
        .update();
  }

  void move(ClubId club, MemberId from, MemberId into) {
    jdbc.sql("update cards.card set member_id = ? where club_id = ? and member_id = ?")
        .params(into.value(), club.value(), from.value())
        .update();
  }

  void block(ClubId club, MemberId member) {
    jdbc.sql(
            """
            update cards.card set state = 'blocked'
            where club_id = ? and member_id = ? and state in ('issued', 'active')
            """)
        .params(club.value(), member.value())
        .update();
  }

  private static String word(CardState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Card card(ResultSet row) throws SQLException {
    UUID replacedBy = row.getObject("replaced_by", UUID.class);
    return new Card(
        new CardId(row.getObject("id", UUID.class)),
        row.getString("number"),
        new MemberId(row.getObject("member_id", UUID.class)),
        row.getString("type"),
        CardState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        replacedBy == null ? null : new CardId(replacedBy));
  }
}
