package club.vafa.earning;

import club.vafa.kernel.ClubId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last business day whose occasions were raised. */
@Component
class DailyStore {
  private final JdbcClient jdbc;

  DailyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  LocalDate last(ClubId club, LocalDate otherwise) {
    return jdbc.sql("select day from earning.daily where club_id = ?")
        .param(club.value())
        .query((row, _) -> row.getObject(1, LocalDate.class))
        .optional()
        .orElse(otherwise);
  }

  void done(ClubId club, LocalDate day) {
    jdbc.sql(
            """
            insert into earning.daily (club_id, day) values (?, ?)
            on conflict (club_id) do update set day = greatest(earning.daily.day, excluded.day)
            """)
        .params(club.value(), day)
        .update();
  }
}
