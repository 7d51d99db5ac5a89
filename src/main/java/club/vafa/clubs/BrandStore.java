package club.vafa.clubs;

import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of brands and logos. */
@Component
class BrandStore {
  private final JdbcClient jdbc;

  BrandStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Brand latest(ClubId club) {
    return jdbc.sql("select * from clubs.brand where club_id = ? order by version desc limit 1")
        .param(club.value())
        .query((row, _) -> brand(row))
        .optional()
        .orElse(Brand.PLAIN);
  }

  Optional<Brand> version(ClubId club, int version) {
    return jdbc.sql("select * from clubs.brand where club_id = ? and version = ?")
        .params(club.value(), version)
        .query((row, _) -> brand(row))
        .optional();
  }

  private static Brand brand(ResultSet row) throws SQLException {
    return new Brand(
        row.getInt("version"),
        row.getString("color"),
        row.getString("logo"),
        row.getString("made_by"),
        row.getTimestamp("made_at").toInstant());
  }

  void insert(ClubId club, Brand brand, Instant now) {
    jdbc.sql(
            """
            insert into clubs.brand (club_id, version, color, logo, made_by, made_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            club.value(),
            brand.version(),
            brand.color(),
            brand.logo(),
            brand.madeBy(),
            Timestamp.from(now))
        .update();
  }

  void keepLogo(ClubId club, String sha256, byte[] content, Instant now) {
    jdbc.sql(
            """
            insert into clubs.logo (club_id, sha256, content, made_at) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(club.value(), sha256, content, Timestamp.from(now))
        .update();
  }

  byte[] logo(ClubId club, String sha256) {
    return jdbc.sql("select content from clubs.logo where club_id = ? and sha256 = ?")
        .params(club.value(), sha256)
        .query((row, _) -> row.getBytes(1))
        .single();
  }
}
