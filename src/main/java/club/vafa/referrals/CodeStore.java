package club.vafa.referrals;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of codes. */
@Repository
class CodeStore {
  private final JdbcClient jdbc;

  CodeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> of(ClubId club, MemberId member) {
    return jdbc.sql("select code from referrals.code where club_id = ? and member_id = ? and shown")
        .params(club.value(), member.value())
        .query((row, _) -> row.getString(1))
        .optional();
  }

  /** Keeps a code unless it is taken or the member has one. */
  void insert(ClubId club, MemberId member, String code, Instant at) {
    jdbc.sql(
            """
            insert into referrals.code (club_id, code, member_id, shown, made_at)
            values (?, ?, ?, true, ?)
            on conflict do nothing
            """)
        .params(club.value(), code, member.value(), at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whose these codes are. */
  Map<String, MemberId> owners(ClubId club, Collection<String> codes) {
    Map<String, MemberId> owners = new HashMap<>();
    jdbc.sql("select code, member_id from referrals.code where club_id = ? and code = any(?)")
        .params(club.value(), codes.toArray(String[]::new))
        .query(row -> {
          owners.put(row.getString(1), new MemberId(row.getObject(2, UUID.class)));
        });
    return owners;
  }

  void delete(ClubId club, MemberId member) {
    jdbc.sql("delete from referrals.code where club_id = ? and member_id = ?")
        .params(club.value(), member.value())
        .update();
  }

  void move(ClubId club, MemberId from, MemberId into) {
    jdbc.sql(
            """
            update referrals.code c
            set member_id = ?,
                shown = c.shown and not exists (
                  select from referrals.code own
                  where own.club_id = c.club_id and own.member_id = ? and own.shown)
            where c.club_id = ? and c.member_id = ?
            """)
        .params(into.value(), into.value(), club.value(), from.value())
        .update();
  }
}
