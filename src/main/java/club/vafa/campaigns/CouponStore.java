package club.vafa.campaigns;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of coupons and of the batches their codes are made in. */
@Component
class CouponStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BATCHES = "select * from campaigns.coupon_batch where club_id = ?";

  private final JdbcClient jdbc;

  CouponStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ClubId club, Coupon coupon, String actor) {
    jdbc.sql(
            """
            insert into campaigns.coupon (club_id, id, code, kind, names, valid_from, valid_until,
              limits, others, given_back, cancelled, created_by, created_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, false, ?, ?)
            """)
        .params(
            Arrays.asList(
                club.value(),
                coupon.id().value(),
                coupon.code(),
                coupon.kind().name(),
                JSON.writeValueAsString(coupon.names()),
                time(coupon.from()),
                time(coupon.until()),
                JSON.writeValueAsString(coupon.limits()),
                coupon.others(),
                coupon.givenBack(),
                actor,
                time(coupon.createdAt())))
        .update();
  }

  /** Changes all but the code and kind of a coupon; one that was cancelled counts again. */
  void change(ClubId club, Coupon coupon) {
    jdbc.sql(
            """
            update campaigns.coupon set names = ?::jsonb, valid_from = ?, valid_until = ?,
              limits = ?::jsonb, others = ?, given_back = ?, cancelled = false
            where club_id = ? and id = ?
            """)
        .params(
            Arrays.asList(
                JSON.writeValueAsString(coupon.names()),
                time(coupon.from()),
                time(coupon.until()),
                JSON.writeValueAsString(coupon.limits()),
                coupon.others(),
                coupon.givenBack(),
                club.value(),
                coupon.id().value()))
        .update();
  }

  /** The coupons that were not cancelled, by code. */
  List<Coupon> live(ClubId club) {
    return jdbc.sql(
            "select c.* from campaigns.coupon c where club_id = ? and not cancelled order by code")
        .param(club.value())
        .query((row, _) -> coupon(row))
        .list();
  }

  /** The coupon of a code, locked for who changes it. */
  Optional<Coupon> byCode(ClubId club, String code) {
    return jdbc.sql(
            "select c.* from campaigns.coupon c where club_id = ? and code = ? for no key update")
        .params(club.value(), code)
        .query((row, _) -> coupon(row))
        .optional();
  }

  void cancel(ClubId club, CouponId id) {
    jdbc.sql("update campaigns.coupon set cancelled = true where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .update();
  }

  Optional<Coupon> find(ClubId club, CouponId id) {
    return jdbc.sql("select c.* from campaigns.coupon c where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> coupon(row))
        .optional();
  }

  List<Coupon> list(ClubId club, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select c.* from campaigns.coupon c
            where club_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?
            """)
        .params(Arrays.asList(club.value(), after, after, limit))
        .query((row, _) -> coupon(row))
        .list();
  }

  void insert(ClubId club, CouponBatch batch, String actor) {
    jdbc.sql(
            """
            insert into campaigns.coupon_batch (club_id, id, coupon_id, pattern, alphabet, wanted,
              made, active, valid_until, created_by, created_at)
            values (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                club.value(),
                batch.id().value(),
                batch.coupon().value(),
                batch.pattern(),
                batch.alphabet(),
                batch.wanted(),
                batch.active(),
                time(batch.until()),
                actor,
                time(batch.createdAt())))
        .update();
  }

  Optional<CouponBatch> batch(ClubId club, BatchId id) {
    return jdbc.sql(BATCHES + " and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> batch(row))
        .optional();
  }

  List<CouponBatch> batches(ClubId club, CouponId coupon, @Nullable UUID after, int limit) {
    return jdbc.sql(
            BATCHES
                + " and coupon_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?")
        .params(Arrays.asList(club.value(), coupon.value(), after, after, limit))
        .query((row, _) -> batch(row))
        .list();
  }

  /** The oldest batch that is not done and that nobody else is at. */
  Optional<CouponBatch> unfinished(ClubId club) {
    return jdbc.sql(
            BATCHES + " and finished_at is null order by id limit 1 for no key update skip locked")
        .param(club.value())
        .query((row, _) -> batch(row))
        .optional();
  }

  void progress(ClubId club, BatchId id, int made, @Nullable Instant finished) {
    jdbc.sql(
            """
            update campaigns.coupon_batch set made = ?, finished_at = ?
            where club_id = ? and id = ?
            """)
        .params(Arrays.asList(made, time(finished), club.value(), id.value()))
        .update();
  }

  void activate(ClubId club, BatchId id) {
    jdbc.sql("update campaigns.coupon_batch set active = true where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .update();
    jdbc.sql(
            """
            update campaigns.coupon_code set state = 2
            where club_id = ? and batch_id = ? and state = 1
            """)
        .params(club.value(), id.value())
        .update();
  }

  static @Nullable Timestamp time(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /** A coupon out of a row that has its columns under the names of its table. */
  static Coupon coupon(ResultSet row) throws SQLException {
    return new Coupon(
        new CouponId(row.getObject("id", UUID.class)),
        row.getString("code"),
        Coupon.Kind.valueOf(row.getString("kind")),
        JSON.readValue(row.getString("names"), new TypeReference<Map<Language, String>>() {}),
        time(row, "valid_from"),
        time(row, "valid_until"),
        JSON.readValue(row.getString("limits"), new TypeReference<List<Coupon.Limit>>() {}),
        row.getObject("others", Integer.class),
        row.getBoolean("given_back"),
        row.getBoolean("cancelled"),
        row.getTimestamp("created_at").toInstant());
  }

  private static CouponBatch batch(ResultSet row) throws SQLException {
    return new CouponBatch(
        new BatchId(row.getObject("id", UUID.class)),
        new CouponId(row.getObject("coupon_id", UUID.class)),
        row.getString("pattern"),
        row.getString("alphabet"),
        row.getInt("wanted"),
        row.getInt("made"),
        row.getBoolean("active"),
        time(row, "valid_until"),
        row.getTimestamp("created_at").toInstant(),
        time(row, "finished_at"));
  }
}
