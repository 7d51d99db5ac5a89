package club.vafa.activity;

import club.vafa.kernel.ClubId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the packed past and says what of it there is. */
@Component
class PageStore {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int COLUMNS = 2;

  private final JdbcTemplate jdbc;

  PageStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Purchases that lie together.
   *
   * @param through the last of them
   * @param purchases how many there are, anonymous ones too
   */
  record Block(UUID through, long purchases) {}

  /**
   * What is packed.
   *
   * @param through the last purchase that is
   * @param purchases how many are, anonymous ones too
   * @param extent of those of members
   */
  record Packed(UUID through, long purchases, PastQuery.Extent extent) {
    static final Packed NOTHING = new Packed(FIRST, 0, new PastQuery.Extent(0, null, null));
  }

  /** Others that pack the same club wait until this transaction ends. */
  void alone(ClubId club) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtextextended(?, 9))", _ -> {}, club.value().toString());
  }

  Packed packed(ClubId club) {
    Packed packed =
        jdbc.queryForObject(
            """
            select (select through from activity.past_block
                    where club_id = ? order by through desc limit 1) as through,
              coalesce(sum(purchases), 0) as purchases, coalesce(sum(named), 0) as named,
              min(first_at) as first_at, max(last_at) as last_at
            from activity.past_block where club_id = ?
            """,
            (row, _) -> packed(row),
            club.value(),
            club.value());
    return packed == null ? Packed.NOTHING : packed;
  }

  private static @Nullable Packed packed(ResultSet row) throws SQLException {
    UUID through = row.getObject("through", UUID.class);
    return through == null
        ? null
        : new Packed(
            through,
            row.getLong("purchases"),
            new PastQuery.Extent(
                row.getLong("named"),
                time(row.getTimestamp("first_at")),
                time(row.getTimestamp("last_at"))));
  }

  private static @Nullable Instant time(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** The purchases that come next, as many as there may be and before that id. */
  Optional<Block> next(ClubId club, UUID after, UUID before, int most) {
    return jdbc
        .query(
            """
            with coming as (
              select id from activity.purchase
              where club_id = ? and id > ? and id < ? order by id limit ?)
            select (select id from coming order by id desc limit 1), count(*) from coming
            having count(*) > 0
            """,
            (row, _) -> new Block(row.getObject(1, UUID.class), row.getLong(2)),
            club.value(),
            after,
            before,
            most)
        .stream()
        .findFirst();
  }

  /** How many purchases there really are up to this one. */
  long purchases(ClubId club, UUID through) {
    Long purchases =
        jdbc.queryForObject(
            "select count(*) from activity.purchase where club_id = ? and id <= ?",
            Long.class,
            club.value(),
            through);
    return purchases == null ? 0 : purchases;
  }

  void insert(ClubId club, Block block, PastQuery.Extent extent, Map<Integer, byte[]> pages) {
    Instant first = extent.first();
    Instant last = extent.last();
    jdbc.update(
        "insert into activity.past_block values (?, ?, ?, ?, ?, ?)",
        club.value(),
        block.through(),
        block.purchases(),
        extent.purchases(),
        first == null ? null : Timestamp.from(first),
        last == null ? null : Timestamp.from(last));
    pages.forEach((bucket, page) ->
        jdbc.update(
            "insert into activity.past_page values (?, ?, ?, ?)",
            club.value(),
            bucket,
            block.through(),
            page));
  }

  void forget(ClubId club) {
    jdbc.update("delete from activity.past_page where club_id = ?", club.value());
    jdbc.update("delete from activity.past_block where club_id = ?", club.value());
  }

  /** Hands over each page with its bucket, bucket after bucket, the older pages first. */
  void pages(ClubId club, ObjIntConsumer<byte[]> each) {
    jdbc.execute("set local enable_sort = off; set local enable_bitmapscan = off");
    String rows =
        "select bucket, packed from activity.past_page where club_id = '%s' order by bucket, through"
            .formatted(club.value());
    CopyStore.read(jdbc, rows, COLUMNS, row -> page(row, each));
  }

  private static void page(ByteBuffer row, ObjIntConsumer<byte[]> each) {
    row.getInt();
    int bucket = row.getShort();
    int length = row.getInt();
    int start = row.arrayOffset() + row.position();
    each.accept(Arrays.copyOfRange(row.array(), start, start + length), bucket);
  }
}
