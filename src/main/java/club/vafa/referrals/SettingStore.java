package club.vafa.referrals;

import club.vafa.api.Json;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of settings, in which nothing is ever changed. */
@Repository
class SettingStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Ids ids;

  SettingStore(JdbcClient jdbc, Json json, Ids ids) {
    this.jdbc = jdbc;
    this.json = json.mapper();
    this.ids = ids;
  }

  Optional<ReferralSettings> latest(ClubId club) {
    return jdbc.sql(
            "select settings from referrals.setting where club_id = ? order by id desc limit 1")
        .param(club.value())
        .query((row, _) -> json.readValue(row.getString(1), ReferralSettings.class))
        .optional();
  }

  void insert(ClubId club, ReferralSettings settings, Instant at, String actor) {
    jdbc.sql(
            """
            insert into referrals.setting (club_id, id, settings, at, actor)
            values (?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            club.value(),
            ids.next(),
            json.writeValueAsString(settings),
            at.atOffset(ZoneOffset.UTC),
            actor)
        .update();
  }
}
