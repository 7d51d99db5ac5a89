package club.vafa.settlement;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of prices, partners and closed statements. */
@Repository
class TermsStore {
  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  TermsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who did something, and when. */
  record By(String actor, Instant at) {}

  /** One change of a club's settlement at a time. */
  void lock(ClubId club) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 30))")
        .param("settlement " + club)
        .query((_, _) -> true)
        .single();
  }

  Agreements agreements(ClubId club) {
    return new Agreements(
        jdbc.sql("select prices from settlement.price_list where club_id = ? order by version")
            .param(club.value())
            .query((row, _) -> json.readValue(row.getString(1), PriceList.class))
            .list(),
        jdbc.sql("select terms from settlement.partner where club_id = ? order by code, version")
            .param(club.value())
            .query((row, _) -> json.readValue(row.getString(1), Partner.class))
            .list());
  }

  boolean hasPartners(ClubId club) {
    return jdbc.sql("select exists (select from settlement.partner where club_id = ?)")
        .param(club.value())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  void add(ClubId club, PriceList list, By by) {
    jdbc.sql(
            """
            insert into settlement.price_list (club_id, version, valid_from, made_at, actor, prices)
            select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?
            from settlement.price_list where club_id = ?
            """)
        .params(
            club.value(),
            list.from(),
            Timestamp.from(by.at()),
            by.actor(),
            json.writeValueAsString(list),
            club.value())
        .update();
  }

  void add(ClubId club, Partner partner, By by) {
    jdbc.sql(
            """
            insert into settlement.partner (club_id, code, version, valid_from, made_at, actor,
              terms)
            select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?
            from settlement.partner where club_id = ? and code = ?
            """)
        .params(
            club.value(),
            partner.code(),
            partner.from(),
            Timestamp.from(by.at()),
            by.actor(),
            json.writeValueAsString(partner),
            club.value(),
            partner.code())
        .update();
  }

  Optional<LocalDate> lastClosed(ClubId club) {
    return last(club).map(Closed::last);
  }

  /** A closed period without what its statement says. */
  record Closed(int number, LocalDate first, LocalDate last, Instant at, String by) {}

  Optional<Closed> last(ClubId club) {
    return closed(club, null, 1).stream().findFirst();
  }

  /** Closed periods, the latest first, those before a number. */
  List<Closed> closed(ClubId club, @Nullable Integer before, int limit) {
    return jdbc.sql(
            """
            select number, first_day, last_day, closed_at, closed_by from settlement.statement
            where club_id = ? and number < ? order by number desc limit ?
            """)
        .params(club.value(), before == null ? Integer.MAX_VALUE : before, limit)
        .query((row, _) -> closed(row))
        .list();
  }

  private static Closed closed(ResultSet row) throws SQLException {
    return new Closed(
        row.getInt("number"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        Columns.time(row, "closed_at"),
        row.getString("closed_by"));
  }

  Optional<PartnersStatement> statement(ClubId club, int number) {
    return jdbc.sql("select document from settlement.statement where club_id = ? and number = ?")
        .params(club.value(), number)
        .query((row, _) -> json.readValue(row.getString(1), PartnersStatement.class))
        .optional();
  }

  void close(ClubId club, PartnersStatement statement, By by) {
    jdbc.sql(
            """
            insert into settlement.statement (club_id, number, first_day, last_day, closed_at,
              closed_by, document)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            club.value(),
            statement.number(),
            statement.first(),
            statement.last(),
            Timestamp.from(by.at()),
            by.actor(),
            json.writeValueAsString(statement))
        .update();
  }
}
