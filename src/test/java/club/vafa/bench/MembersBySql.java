package club.vafa.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Until members can be made over HTTP. */
final class MembersBySql {
  private MembersBySql() {}

  static boolean insert(Server server, int members) {
    try (Connection connection = server.connect("vafa");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create temporary table fresh as
            select c.club_id, uuidv7() as id, '+98' || (9120000000 + m) as phone
              from clubs.club c, generate_series(0, %d - 1) m where c.code = 'bench';
          insert into members.member (club_id, id, joined_at) select club_id, id, now() from fresh;
          insert into members.identifier (club_id, kind, value, member_id, added_at)
            select club_id, 1, phone, id, now() from fresh;
          vacuum analyze members.member, members.identifier;
          """
              .formatted(members)
              .replace("vacuum analyze members.member, members.identifier;", ""));
      return true;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
