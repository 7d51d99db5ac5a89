package club.vafa.portal;

import club.vafa.kernel.ClubId;
import club.vafa.messaging.Note.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that were sent, and the tickets that right ones became. */
@Repository
class CodeStore {
  private final JdbcClient jdbc;

  CodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A phone number or an address that somebody says is theirs, in the spelling that is kept. */
  record Contact(Way way, String value) {}

  /** A code that was sent, by its hash. */
  record Sent(UUID id, Contact contact, String hash) {}

  void insert(ClubId club, Sent sent, Instant at) {
    jdbc.sql(
            """
            insert into portal.code (club_id, id, way, contact, hash, created_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            club.value(),
            sent.id(),
            sent.contact().way().name().toLowerCase(Locale.ROOT),
            sent.contact().value(),
            sent.hash(),
            time(at))
        .update();
  }

  /** How many were sent to a contact since, and the first of them. */
  record Few(int count, Instant first) {}

  Few since(ClubId club, Contact contact, Instant since) {
    return jdbc.sql(
            """
            select count(*), coalesce(min(created_at), ?) from portal.code
            where club_id = ? and contact = ? and created_at > ?
            """)
        .params(time(since), club.value(), contact.value(), time(since))
        .query(
            (row, _) -> new Few(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .single();
  }

  void removeBefore(ClubId club, Instant before) {
    jdbc.sql("delete from portal.code where club_id = ? and created_at < ?")
        .params(club.value(), time(before))
        .update();
  }

  /** Counts a try; nothing when the code is unknown, used, too old or was tried too often. */
  Optional<Sent> attempt(ClubId club, UUID id, int most, Instant notBefore) {
    return jdbc.sql(
            """
            update portal.code set tries = tries + 1
            where club_id = ? and id = ? and used_at is null and tries < ? and created_at > ?
            returning id, way, contact, hash
            """)
        .params(club.value(), id, most, time(notBefore))
        .query((row, _) -> sent(row))
        .optional();
  }

  /** The code was right; it counts no more, and the ticket does from now on. */
  void use(ClubId club, UUID id, Instant at, String ticket) {
    jdbc.sql("update portal.code set used_at = ?, ticket = ? where club_id = ? and id = ?")
        .params(time(at), ticket, club.value(), id)
        .update();
  }

  /** Whose ticket it is, locked; nothing when it is unknown, used or too old. */
  Optional<Sent> ticket(ClubId club, String ticket, Instant notBefore) {
    return jdbc.sql(
            """
            select id, way, contact, hash from portal.code
            where club_id = ? and ticket = ? and used_at > ? for update
            """)
        .params(club.value(), ticket, time(notBefore))
        .query((row, _) -> sent(row))
        .optional();
  }

  void dropTicket(ClubId club, UUID id) {
    jdbc.sql("update portal.code set ticket = null where club_id = ? and id = ?")
        .params(club.value(), id)
        .update();
  }

  private static Sent sent(ResultSet row) throws SQLException {
    Way way = Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT));
    return new Sent(
        row.getObject("id", UUID.class),
        new Contact(way, row.getString("contact")),
        row.getString("hash"));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
