package club.vafa.rewards;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of vouchers and of what became of them. */
@Repository
class VoucherStore {
  private static final String SELECT = "select * from rewards.voucher where club_id = ?";

  private static final RowType<Voucher> ROWS =
      RowType.<Voucher>of("rewards.voucher")
          .uuid("id", row -> row.id().value())
          .uuid("reward_id", row -> row.reward().value())
          .uuid("member_id", row -> Columns.value(row.member()))
          .uuid("claim_id", row -> row.claim() == null ? null : row.claim().value())
          .uuid("batch_id", row -> row.batch() == null ? null : row.batch().value())
          .uuid("given_by", Voucher::givenBy)
          .uuid("used_by", Voucher::usedBy)
          .bigint("left_over", Voucher::left)
          .time("issued_at", Voucher::issuedAt)
          .time("expires_at", Voucher::expiresAt)
          .time("reserved_until", Voucher::reservedUntil)
          .integer("version", Voucher::version)
          .smallint("state", row -> row.state().number())
          .text("code", Voucher::code)
          .text("shown", Voucher::shown)
          .text("reserved_for", Voucher::reservedFor);

  private static final RowType<Step> STEPS =
      RowType.<Step>of("rewards.voucher_step")
          .uuid("voucher_id", row -> row.voucher().value())
          .uuid("id", Step::id)
          .text("what", Step::what)
          .bigint("amount", Step::amount)
          .uuid("document", Step::document)
          .time("at", Step::at)
          .text("actor", Step::actor)
          .text("reason", Step::reason);

  private final JdbcClient jdbc;
  private final Rows rows;

  VoucherStore(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** What became of a voucher once. */
  record Step(
      VoucherId voucher,
      UUID id,
      String what,
      long amount,
      @Nullable UUID document,
      Instant at,
      @Nullable String actor,
      @Nullable String reason) {}

  Optional<Voucher> find(ClubId club, VoucherId id) {
    return jdbc.sql(SELECT + " and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> voucher(row))
        .optional();
  }

  Optional<Voucher> byCode(ClubId club, String code) {
    return jdbc.sql(SELECT + " and code = ?")
        .params(club.value(), code)
        .query((row, _) -> voucher(row))
        .optional();
  }

  /** The vouchers of these codes; locked in the order of their codes when they will be changed. */
  List<Voucher> byCodes(ClubId club, Collection<String> codes, boolean lock) {
    return jdbc.sql(SELECT + " and code = any(?) order by code" + (lock ? " for update" : ""))
        .params(club.value(), codes.toArray(String[]::new))
        .query((row, _) -> voucher(row))
        .list();
  }

  /** The vouchers of these ids, locked. */
  List<Voucher> lock(ClubId club, Collection<UUID> ids) {
    return jdbc.sql(SELECT + " and id = any(?) order by code for update")
        .params(club.value(), Columns.uuids(ids, id -> id))
        .query((row, _) -> voucher(row))
        .list();
  }

  List<Voucher> ofClaim(ClubId club, ClaimId claim) {
    return jdbc.sql(SELECT + " and claim_id = ? order by code for update")
        .params(club.value(), claim.value())
        .query((row, _) -> voucher(row))
        .list();
  }

  /** A member's vouchers, newest first, those before the given one. */
  List<Voucher> ofMember(ClubId club, MemberId member, @Nullable UUID before, int limit) {
    return jdbc.sql(
            SELECT
                + " and member_id = ? and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by id desc limit ?")
        .params(Arrays.<@Nullable Object>asList(club.value(), member.value(), before, limit))
        .query((row, _) -> voucher(row))
        .list();
  }

  List<Voucher> ofBatch(ClubId club, BatchId batch, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + " and batch_id = ? and id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000') order by id limit ?")
        .params(Arrays.<@Nullable Object>asList(club.value(), batch.value(), after, limit))
        .query((row, _) -> voucher(row))
        .list();
  }

  /** Codes nobody has yet, locked and passing over those that somebody else is about to take. */
  List<Voucher> free(ClubId club, RewardId reward, Instant now, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 and reward_id = ? and state = 1 and (expires_at is null or expires_at > ?)
                order by id limit ? for update skip locked
                """)
        .params(club.value(), reward.value(), Timestamp.from(now), limit)
        .query((row, _) -> voucher(row))
        .list();
  }

  long countFree(ClubId club, RewardId reward) {
    return jdbc.sql(
            """
            select count(*) from rewards.voucher
            where club_id = ? and reward_id = ? and state = 1
            """)
        .params(club.value(), reward.value())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** New vouchers whose codes are surely free: a code that is not breaks the transaction. */
  void insert(ClubId club, List<Voucher> vouchers) {
    rows.insert(ROWS.rows(club, vouchers));
  }

  /** New vouchers except those whose code there is already; how many that left. */
  int insertUnlessThere(ClubId club, List<Voucher> vouchers) {
    AtomicInteger inserted = new AtomicInteger();
    rows.write(
        """
        insert into rewards.voucher select * from unnest(?::rewards.voucher[])
        on conflict (club_id, code) do nothing
        """,
        ROWS.rows(club, vouchers),
        inserted::set);
    return inserted.get();
  }

  void update(ClubId club, List<Voucher> vouchers) {
    rows.write(
        """
        update rewards.voucher v set member_id = n.member_id, claim_id = n.claim_id,
          given_by = n.given_by, used_by = n.used_by, left_over = n.left_over,
          issued_at = n.issued_at, expires_at = n.expires_at,
          reserved_until = n.reserved_until, reserved_for = n.reserved_for, state = n.state
        from unnest(?::rewards.voucher[]) n
        where v.club_id = n.club_id and v.id = n.id
        """,
        ROWS.rows(club, vouchers),
        _ -> {});
  }

  void insertSteps(ClubId club, List<Step> steps) {
    rows.insert(STEPS.rows(club, steps));
  }

  /** Vouchers whose time has come, locked; those somebody works on are left for the next round. */
  List<Voucher> due(ClubId club, Instant now, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 and expires_at <= ? and expires_at is not null and state in (1, 2, 3, 4, 8)
                order by expires_at limit ? for update skip locked
                """)
        .params(club.value(), Timestamp.from(now), limit)
        .query((row, _) -> voucher(row))
        .list();
  }

  List<Voucher> openOfMember(ClubId club, MemberId member) {
    return jdbc.sql(SELECT + " and member_id = ? and state in (2, 3, 4) order by code for update")
        .params(club.value(), member.value())
        .query((row, _) -> voucher(row))
        .list();
  }

  void move(ClubId club, MemberId from, MemberId into) {
    jdbc.sql("update rewards.voucher set member_id = ? where club_id = ? and member_id = ?")
        .params(into.value(), club.value(), from.value())
        .update();
  }

  private static Voucher voucher(ResultSet row) throws SQLException {
    UUID claim = row.getObject("claim_id", UUID.class);
    UUID batch = row.getObject("batch_id", UUID.class);
    return new Voucher(
        new VoucherId(row.getObject("id", UUID.class)),
        row.getString("code"),
        row.getString("shown"),
        new RewardId(row.getObject("reward_id", UUID.class)),
        row.getInt("version"),
        Voucher.State.of(row.getInt("state")),
        Columns.member(row),
        claim == null ? null : new ClaimId(claim),
        batch == null ? null : new BatchId(batch),
        row.getObject("given_by", UUID.class),
        row.getObject("used_by", UUID.class),
        row.getLong("left_over"),
        Columns.time(row, "issued_at"),
        time(row, "expires_at"),
        time(row, "reserved_until"),
        row.getString("reserved_for"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
