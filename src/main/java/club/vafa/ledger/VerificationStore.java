package club.vafa.ledger;

import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the proofs of the books that were kept. */
@Component
class VerificationStore {
  /** How {@link Verification#text} begins what it says of a check. */
  private static final Pattern CHECK = Pattern.compile("([a-z_]+): (\\d+) places");

  private final JdbcClient jdbc;

  VerificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest first, those begun before that instant. */
  List<Proved> proofs(ClubId club, @Nullable Instant before, int most) {
    return jdbc.sql(
            """
            select started_at, took_ms, entries, findings
            from ledger.verification
            where club_id = ? and started_at < coalesce(?::timestamptz, 'infinity')
            order by started_at desc
            limit ?
            """)
        .param(club.value())
        .param(before == null ? null : before.toString())
        .param(most)
        .query((row, _) -> proved(row))
        .list();
  }

  private static Proved proved(ResultSet row) throws SQLException {
    return new Proved(
        row.getTimestamp("started_at").toInstant(),
        Duration.ofMillis(row.getLong("took_ms")),
        row.getLong("entries"),
        failures(row.getString("findings")));
  }

  static List<Proved.Failed> failures(String findings) {
    List<Proved.Failed> failures = new ArrayList<>();
    for (String line : findings.lines().toList()) {
      Matcher check = CHECK.matcher(line);
      if (check.matches()) {
        failures.add(new Proved.Failed(check.group(1), Long.parseLong(check.group(2)), List.of()));
      } else if (!failures.isEmpty()) {
        Proved.Failed last = failures.removeLast();
        List<String> first = new ArrayList<>(last.first());
        first.add(line.strip());
        failures.add(new Proved.Failed(last.check(), last.places(), first));
      }
    }
    return failures;
  }
}
