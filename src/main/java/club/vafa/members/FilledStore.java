package club.vafa.members;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which fields of profiles are filled, as rules ask for them: names alone, no contents. */
@Repository
class FilledStore {
  private static final List<String> PLAIN = List.of("firstName", "lastName", "birthDate", "locale");

  private final JdbcTemplate jdbc;

  FilledStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<MemberId, Set<String>> of(ClubId club, Collection<MemberId> members) {
    Map<MemberId, Set<String>> filled = HashMap.newHashMap(members.size());
    jdbc.query(
        """
        select m.id, m.first_name is not null, m.last_name is not null,
               m.birth_date is not null, m.locale is not null,
               array(select distinct i.kind::integer from members.identifier i
                     where i.club_id = m.club_id and i.member_id = m.id),
               array(select a.key from jsonb_each(m.attributes) a
                     where a.value not in ('null'::jsonb, '""'::jsonb)),
               array(select last.purpose || ':' || last.channel
                     from (select distinct on (c.purpose, c.channel) c.purpose, c.channel, c.given
                           from members.consent c
                           where c.club_id = m.club_id and c.member_id = m.id
                           order by c.purpose, c.channel, c.at desc, c.id desc) last
                     where last.given)
        from members.member m
        where m.club_id = ? and m.id = any(?)
        """,
        row -> {
          filled.put(new MemberId(row.getObject(1, UUID.class)), fields(row));
        },
        club.value(),
        Columns.uuids(members, MemberId::value));
    return filled;
  }

  private static Set<String> fields(ResultSet row) throws SQLException {
    Set<String> fields = new HashSet<>();
    for (int at = 0; at < PLAIN.size(); at++) {
      if (row.getBoolean(at + 2)) {
        fields.add(PLAIN.get(at));
      }
    }
    for (Object kind : list(row.getArray(6))) {
      fields.add(
          switch (IdentifierKind.of((Integer) kind)) {
            case PHONE -> "phone";
            case EMAIL -> "email";
            case EXTERNAL -> "externalId";
          });
    }
    for (Object attribute : list(row.getArray(7))) {
      fields.add("attribute:" + attribute);
    }
    for (Object consent : list(row.getArray(8))) {
      String given = "consent:" + consent;
      fields.add(given);
      fields.add(given.substring(0, given.lastIndexOf(':')));
    }
    return fields;
  }

  private static List<Object> list(Array array) throws SQLException {
    return List.of((Object[]) array.getArray());
  }
}
