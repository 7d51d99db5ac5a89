package club.vafa.spending;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions to members whether they spend, and how they ended. */
@Repository
class ConfirmationStore {
  private final JdbcClient jdbc;

  ConfirmationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One question to a member at a time, until the running transaction ends. */
  void lock(ClubId club, MemberId member) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 31))")
        .param("question " + club + " " + member)
        .query((_, _) -> true)
        .single();
  }

  void insert(ClubId club, Confirmation asked) {
    jdbc.sql(
            """
            insert into spending.confirmation (club_id, id, member_id, amount, place, asked_at,
              asked_by, sent)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            club.value(),
            asked.id().value(),
            asked.member().value(),
            asked.amount(),
            asked.place(),
            Timestamp.from(asked.askedAt()),
            asked.askedBy(),
            asked.sent())
        .update();
  }

  /** How often a member was asked since. */
  int since(ClubId club, MemberId member, Instant since) {
    return jdbc.sql(
            """
            select count(*) from spending.confirmation
            where club_id = ? and member_id = ? and asked_at > ?
            """)
        .params(club.value(), member.value(), Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** Counts a try; nothing when it is unknown, confirmed, too old or was tried too often. */
  Optional<Confirmation> attempt(ClubId club, ConfirmationId id, int most, Instant notBefore) {
    return jdbc.sql(
            """
            update spending.confirmation set tries = tries + 1
            where club_id = ? and id = ? and confirmed_at is null and tries < ? and asked_at > ?
            returning *
            """)
        .params(club.value(), id.value(), most, Timestamp.from(notBefore))
        .query((row, _) -> confirmation(row))
        .optional();
  }

  void confirm(ClubId club, ConfirmationId id, Instant at, String by) {
    jdbc.sql(
            """
            update spending.confirmation set confirmed_at = ?, confirmed_by = ?
            where club_id = ? and id = ?
            """)
        .params(Timestamp.from(at), by, club.value(), id.value())
        .update();
  }

  Optional<Confirmation> find(ClubId club, ConfirmationId id) {
    return jdbc.sql("select * from spending.confirmation where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> confirmation(row))
        .optional();
  }

  /** What a member is asked just now, the latest first. */
  List<Confirmation> open(ClubId club, MemberId member, int most, Instant notBefore) {
    return jdbc.sql(
            """
            select * from spending.confirmation
            where club_id = ? and member_id = ? and confirmed_at is null and tries < ?
              and asked_at > ?
            order by asked_at desc limit 3
            """)
        .params(club.value(), member.value(), most, Timestamp.from(notBefore))
        .query((row, _) -> confirmation(row))
        .list();
  }

  /** Those of these ids, none of which another sale can use until the commit. */
  Map<UUID, Confirmation> take(ClubId club, Set<UUID> ids) {
    Map<UUID, Confirmation> taken = new HashMap<>();
    jdbc.sql(
            """
            select * from spending.confirmation where club_id = ? and id = any(?)
            order by id for update
            """)
        .params(club.value(), ids.toArray(UUID[]::new))
        .query(row -> {
          Confirmation one = confirmation(row);
          taken.put(one.id().value(), one);
        });
    return taken;
  }

  /** Each was for a purchase. */
  void use(ClubId club, Map<UUID, UUID> used) {
    List<Map.Entry<UUID, UUID>> rows = List.copyOf(used.entrySet());
    jdbc.sql(
            """
            update spending.confirmation c set used_by = n.purchase
            from unnest(?::uuid[], ?::uuid[]) n (id, purchase)
            where c.club_id = ? and c.id = n.id
            """)
        .params(
            rows.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
            rows.stream().map(Map.Entry::getValue).toArray(UUID[]::new),
            club.value())
        .update();
  }

  void move(ClubId club, MemberId from, MemberId into) {
    jdbc.sql("update spending.confirmation set member_id = ? where club_id = ? and member_id = ?")
        .params(into.value(), club.value(), from.value())
        .update();
  }

  private static Confirmation confirmation(ResultSet row) throws SQLException {
    Timestamp confirmed = row.getTimestamp("confirmed_at");
    return new Confirmation(
        new ConfirmationId(row.getObject("id", UUID.class)),
        new MemberId(row.getObject("member_id", UUID.class)),
        row.getLong("amount"),
        row.getString("place"),
        row.getInt("tries"),
        Columns.time(row, "asked_at"),
        row.getString("asked_by"),
        row.getBoolean("sent"),
        confirmed == null ? null : confirmed.toInstant(),
        row.getObject("used_by", UUID.class));
  }
}
