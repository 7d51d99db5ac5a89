package club.vafa.rewards;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The batches of vouchers. */
@Repository
class BatchStore {
  private static final String SELECT = "select * from rewards.batch where club_id = ?";

  private final JdbcClient jdbc;

  BatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Batch> find(ClubId club, BatchId id) {
    return jdbc.sql(SELECT + " and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> batch(row))
        .optional();
  }

  List<Batch> list(ClubId club, @Nullable UUID before, int limit) {
    return jdbc.sql(
            SELECT
                + " and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by id desc limit ?")
        .params(Arrays.<@Nullable Object>asList(club.value(), before, limit))
        .query((row, _) -> batch(row))
        .list();
  }

  /** The oldest batch that is not done, locked; nothing when another machine has it. */
  Optional<Batch> lockOpen(ClubId club) {
    return jdbc.sql(SELECT + " and made < wanted order by id limit 1 for update skip locked")
        .param(club.value())
        .query((row, _) -> batch(row))
        .optional();
  }

  void insert(ClubId club, Batch batch) {
    jdbc.sql(
            """
            insert into rewards.batch (club_id, id, reward_id, version, wanted, made, active,
              expires_at, made_by, made_at)
            values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                batch.id().value(),
                batch.reward().value(),
                batch.version(),
                batch.wanted(),
                batch.active(),
                batch.expiresAt() == null ? null : Timestamp.from(batch.expiresAt()),
                batch.madeBy(),
                Timestamp.from(batch.madeAt())))
        .update();
  }

  void progress(ClubId club, BatchId id, long made) {
    jdbc.sql("update rewards.batch set made = ? where club_id = ? and id = ?")
        .params(made, club.value(), id.value())
        .update();
  }

  private static Batch batch(ResultSet row) throws SQLException {
    Timestamp ends = row.getTimestamp("expires_at");
    return new Batch(
        new BatchId(row.getObject("id", UUID.class)),
        new RewardId(row.getObject("reward_id", UUID.class)),
        row.getInt("version"),
        row.getLong("wanted"),
        row.getLong("made"),
        row.getBoolean("active"),
        ends == null ? null : ends.toInstant(),
        row.getString("made_by"),
        Columns.time(row, "made_at"));
  }
}
