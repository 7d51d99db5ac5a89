package club.vafa.campaigns;

import club.vafa.kernel.ClubId;
import club.vafa.rules.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what clubs lay down, and of the secrets they draw by. */
@Component
class PolicyStore {
  private final JdbcClient jdbc;

  PolicyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was laid down, and from which program on. */
  record LaidDown(long program, Safety safety) {}

  List<LaidDown> all(ClubId club) {
    return jdbc.sql("select * from campaigns.policy where club_id = ? order by program")
        .param(club.value())
        .query((row, _) -> new LaidDown(row.getLong("program"), safety(row)))
        .list();
  }

  void insert(ClubId club, LaidDown laidDown, String actor, Instant now) {
    Policy policy = laidDown.safety().policy();
    jdbc.sql(
            """
            insert into campaigns.policy (club_id, program, margin_share, assumed_margin, stacking,
              most, control, second_person, laid_down_by, laid_down_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                club.value(),
                laidDown.program(),
                policy.marginShare(),
                policy.assumedMargin(),
                policy.stacking().name(),
                policy.most(),
                policy.control(),
                laidDown.safety().secondPerson(),
                actor,
                Timestamp.from(now)))
        .update();
  }

  /** The club's secret; it is made the first time it is asked for and never changes. */
  UUID salt(ClubId club, UUID otherwise) {
    jdbc.sql("insert into campaigns.salt (club_id, salt) values (?, ?) on conflict do nothing")
        .params(club.value(), otherwise)
        .update();
    return jdbc.sql("select salt from campaigns.salt where club_id = ?")
        .param(club.value())
        .query((row, _) -> row.getObject(1, UUID.class))
        .single();
  }

  private static Safety safety(ResultSet row) throws SQLException {
    return new Safety(
        new Policy(
            row.getObject("margin_share", Long.class),
            row.getObject("assumed_margin", Long.class),
            Policy.Stacking.valueOf(row.getString("stacking")),
            row.getInt("most"),
            row.getLong("control")),
        row.getBoolean("second_person"));
  }
}
