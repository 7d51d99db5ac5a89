package club.vafa.portal;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members who are logged in, the links that let them in, and the forms they sent. */
@Repository
class SessionStore {
  private static final Duration FORMS_KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody who is logged in. */
  record Session(Guest guest, Instant seen) {}

  /** Whose token this is, before the club is known. */
  Optional<Session> byHash(String hash) {
    return jdbc.sql("select club_id, member_id, id, seen_at from portal.session where hash = ?")
        .param(hash)
        .query((row, _) ->
            new Session(
                new Guest(
                    new ClubId(row.getObject("club_id", UUID.class)),
                    new MemberId(row.getObject("member_id", UUID.class)),
                    row.getObject("id", UUID.class)),
                row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void insert(Guest guest, String hash, Instant at) {
    jdbc.sql(
            """
            insert into portal.session (club_id, id, hash, member_id, created_at, seen_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            guest.club().value(), guest.session(), hash, guest.member().value(), time(at), time(at))
        .update();
  }

  /** Forgets a member's logins that have run out. */
  void endSeenBefore(ClubId club, MemberId member, Instant before) {
    jdbc.sql("delete from portal.session where club_id = ? and member_id = ? and seen_at < ?")
        .params(club.value(), member.value(), time(before))
        .update();
  }

  void seen(Guest guest, Instant at) {
    jdbc.sql("update portal.session set seen_at = ? where club_id = ? and id = ?")
        .params(time(at), guest.club().value(), guest.session())
        .update();
  }

  void end(Guest guest) {
    jdbc.sql("delete from portal.session where club_id = ? and id = ?")
        .params(guest.club().value(), guest.session())
        .update();
  }

  void endAll(ClubId club, MemberId member) {
    jdbc.sql("delete from portal.session where club_id = ? and member_id = ?")
        .params(club.value(), member.value())
        .update();
    jdbc.sql("delete from portal.link where club_id = ? and member_id = ?")
        .params(club.value(), member.value())
        .update();
  }

  void move(ClubId club, MemberId from, MemberId into) {
    jdbc.sql("update portal.session set member_id = ? where club_id = ? and member_id = ?")
        .params(into.value(), club.value(), from.value())
        .update();
    jdbc.sql("update portal.link set member_id = ? where club_id = ? and member_id = ?")
        .params(into.value(), club.value(), from.value())
        .update();
  }

  int count(ClubId club, MemberId member) {
    return jdbc.sql("select count(*) from portal.session where club_id = ? and member_id = ?")
        .params(club.value(), member.value())
        .query(Integer.class)
        .single();
  }

  /** A way in that staff made. */
  record Link(UUID id, MemberId member, String madeBy) {}

  void insert(ClubId club, Link link, String hash, Instant at) {
    jdbc.sql(
            """
            insert into portal.link (club_id, id, hash, member_id, made_by, made_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(club.value(), link.id(), hash, link.member().value(), link.madeBy(), time(at))
        .update();
  }

  /** Uses a link up; nothing when it is unknown, used or too old. */
  Optional<MemberId> use(ClubId club, String hash, Instant notBefore, Instant at) {
    return jdbc.sql(
            """
            update portal.link set used_at = ?
            where club_id = ? and hash = ? and used_at is null and made_at > ?
            returning member_id
            """)
        .params(time(at), club.value(), hash, time(notBefore))
        .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Whether a form with this mark was not sent before; older ones than a day are forgotten. */
  boolean isFirst(Guest guest, String mark, Instant at) {
    jdbc.sql("delete from portal.sent_form where club_id = ? and member_id = ? and at < ?")
        .params(guest.club().value(), guest.member().value(), time(at.minus(FORMS_KEPT)))
        .update();
    return jdbc.sql(
                """
                insert into portal.sent_form (club_id, member_id, mark, at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(guest.club().value(), guest.member().value(), mark, time(at))
            .update()
        == 1;
  }

  void forget(Guest guest, String mark) {
    jdbc.sql("delete from portal.sent_form where club_id = ? and member_id = ? and mark = ?")
        .params(guest.club().value(), guest.member().value(), mark)
        .update();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
