package club.vafa.cards;

import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys that clubs sign passes with. */
@Repository
class PassKeyStore {
  private final JdbcClient jdbc;

  PassKeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<byte[]> find(ClubId club) {
    return jdbc.sql("select key from cards.pass_key where club_id = ?")
        .param(club.value())
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /** Keeps a key, unless the club has one. */
  void insert(ClubId club, byte[] key, Instant at) {
    jdbc.sql(
            """
            insert into cards.pass_key (club_id, key, made_at) values (?, ?, ?)
            on conflict (club_id) do nothing
            """)
        .params(club.value(), key, at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
