package club.vafa.campaigns;

import club.vafa.campaigns.CouponCode.State;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of codes and of their redemptions. */
@Component
class CodeStore {
  private static final String SELECT =
      """
      select c.*, k.code as handed_in, k.state, k.member_id, k.hard, k.valid_until as code_until,
        k.held_until, k.held_for, k.purchase_id
      from campaigns.coupon_code k
      join campaigns.coupon c on c.club_id = k.club_id and c.id = k.coupon_id
      where k.club_id = ?
      """;

  private static final RowType<NewCode> NEW =
      RowType.<NewCode>of("campaigns.coupon_code")
          .text("code", NewCode::code)
          .uuid("coupon_id", NewCode::coupon)
          .uuid("batch_id", NewCode::batch)
          .smallint("state", code -> code.state().number())
          .smallint("hard", _ -> 0)
          .time("valid_until", NewCode::until);

  private static final RowType<CouponCode> CHANGED =
      RowType.<CouponCode>of("campaigns.coupon_code")
          .text("code", CouponCode::code)
          .smallint("state", code -> code.state().number())
          .uuid("purchase_id", CouponCode::purchase);

  private static final RowType<Redemption> USED =
      RowType.<Redemption>of("campaigns.redemption")
          .uuid("purchase_id", Redemption::purchase)
          .text("code", row -> row.code().code())
          .uuid("coupon_id", row -> row.code().coupon().id().value())
          .uuid("member_id", row -> row.member().value())
          .time("redeemed_at", Redemption::at);

  private static final RowType<Redemption> UNDONE =
      RowType.<Redemption>of("campaigns.redemption_undone")
          .uuid("purchase_id", Redemption::purchase)
          .text("code", row -> row.code().code())
          .uuid("return_id", Redemption::undoneBy)
          .time("undone_at", Redemption::at);

  private final JdbcClient jdbc;
  private final Rows rows;

  CodeStore(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** A code that did not exist before. */
  record NewCode(
      String code, UUID coupon, @Nullable UUID batch, State state, @Nullable Instant until) {}

  Map<String, CouponCode> find(ClubId club, Collection<String> codes) {
    return read(club, codes, "");
  }

  /**
   * The same, locked where one use ends it. A shared code is not changed by its uses, which are
   * counted elsewhere, and sales that name it do not wait for each other.
   */
  Map<String, CouponCode> take(ClubId club, Collection<String> codes) {
    Map<String, CouponCode> found = find(club, codes);
    List<String> unique =
        found.values().stream().filter(CouponCode::unique).map(CouponCode::code).toList();
    found.putAll(read(club, unique, " for no key update of k"));
    return found;
  }

  private Map<String, CouponCode> read(ClubId club, Collection<String> codes, String locking) {
    Map<String, CouponCode> found = new HashMap<>();
    if (!codes.isEmpty()) {
      jdbc.sql(SELECT + " and k.code = any(?) order by k.code" + locking)
          .params(club.value(), codes.toArray(String[]::new))
          .query((row, _) -> code(row))
          .list()
          .forEach(code -> found.put(code.code(), code));
    }
    return found;
  }

  List<CouponCode> ofCoupon(ClubId club, CouponId coupon, String after, int limit) {
    return jdbc.sql(SELECT + " and k.coupon_id = ? and k.code > ? order by k.code limit ?")
        .params(club.value(), coupon.value(), after, limit)
        .query((row, _) -> code(row))
        .list();
  }

  List<CouponCode> ofMember(ClubId club, MemberId member, String after, int limit) {
    return jdbc.sql(SELECT + " and k.member_id = ? and k.code > ? order by k.code limit ?")
        .params(club.value(), member.value(), after, limit)
        .query((row, _) -> code(row))
        .list();
  }

  /** Inserts those that are not there yet, and says how many that were. */
  int insert(ClubId club, List<NewCode> codes) {
    int[] made = {0};
    rows.write(
        """
        insert into campaigns.coupon_code
        select * from unnest(?::campaigns.coupon_code[])
        on conflict (club_id, code) do nothing
        """,
        NEW.rows(club, codes),
        count -> made[0] = count);
    return made[0];
  }

  void redeem(ClubId club, List<Redemption> changed) {
    List<Redemption> used = changed.stream().filter(one -> one.undoneBy() == null).toList();
    List<Redemption> undone = changed.stream().filter(one -> one.undoneBy() != null).toList();
    List<CouponCode> codes =
        changed.stream().map(Redemption::code).filter(CouponCode::unique).toList();
    rows.write(
        """
        update campaigns.coupon_code k
        set state = n.state, purchase_id = n.purchase_id, held_until = null, held_for = null
        from unnest(?::campaigns.coupon_code[]) n
        where k.club_id = n.club_id and k.code = n.code
        """,
        CHANGED.rows(club, codes),
        _ -> {});
    rows.insert(USED.rows(club, used));
    rows.insert(UNDONE.rows(club, undone));
  }

  void reserve(ClubId club, String code, @Nullable MemberId member, boolean hard) {
    jdbc.sql(
            """
            update campaigns.coupon_code set member_id = ?, hard = ?
            where club_id = ? and code = ?
            """)
        .params(
            Arrays.asList(member == null ? null : member.value(), hard ? 1 : 0, club.value(), code))
        .update();
  }

  void hold(ClubId club, String code, @Nullable Instant until, @Nullable String sale) {
    jdbc.sql(
            """
            update campaigns.coupon_code set held_until = ?, held_for = ?
            where club_id = ? and code = ?
            """)
        .params(Arrays.asList(CouponStore.time(until), sale, club.value(), code))
        .update();
  }

  void cancel(ClubId club, String code) {
    jdbc.sql("update campaigns.coupon_code set state = 4 where club_id = ? and code = ?")
        .params(club.value(), code)
        .update();
  }

  /** What is reserved to a member goes with them when they are merged into another. */
  void move(ClubId club, MemberId from, MemberId into) {
    jdbc.sql("update campaigns.coupon_code set member_id = ? where club_id = ? and member_id = ?")
        .params(into.value(), club.value(), from.value())
        .update();
  }

  /** Codes that only this member could use end with them. */
  void forget(ClubId club, MemberId member) {
    jdbc.sql(
            """
            update campaigns.coupon_code
            set state = case when hard = 1 and state in (1, 2) then 4 else state end,
              member_id = null, hard = 0
            where club_id = ? and member_id = ?
            """)
        .params(club.value(), member.value())
        .update();
  }

  Optional<CouponCode> lock(ClubId club, String code) {
    return take(club, List.of(code)).values().stream().findFirst();
  }

  private static CouponCode code(ResultSet row) throws SQLException {
    UUID member = row.getObject("member_id", UUID.class);
    return new CouponCode(
        row.getString("handed_in"),
        CouponStore.coupon(row),
        State.of(row.getInt("state")),
        member == null ? null : new MemberId(member),
        row.getInt("hard") == 1,
        CouponStore.time(row, "code_until"),
        CouponStore.time(row, "held_until"),
        row.getString("held_for"),
        row.getObject("purchase_id", UUID.class));
  }
}
