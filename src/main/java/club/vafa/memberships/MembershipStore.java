package club.vafa.memberships;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.memberships.Membership.Dunning;
import club.vafa.memberships.Membership.Pause;
import club.vafa.memberships.Membership.Rhythm;
import club.vafa.memberships.Membership.Span;
import club.vafa.memberships.Membership.State;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of memberships and their periods. */
@Repository
class MembershipStore {
  private static final UUID FIRST = new UUID(0, 0);

  private static final String SELECT =
      """
      select m.*,
        p.number as p_number, p.begins as p_begins, p.ends as p_ends, p.version as p_version,
        p.trial as p_trial, p.fee as p_fee, p.paid as p_paid,
        a.number as a_number, a.begins as a_begins, a.ends as a_ends, a.version as a_version,
        a.trial as a_trial, a.fee as a_fee, a.paid as a_paid
      from memberships.membership m
      join memberships.period p
        on p.club_id = m.club_id and p.membership_id = m.id and p.number = m.period
      left join memberships.period a
        on m.ahead and a.club_id = m.club_id and a.membership_id = m.id and a.number = m.period + 1
      where m.club_id = ?
      """;

  private final JdbcClient jdbc;

  MembershipStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When something happens by itself, and until when benefits hold. */
  record Times(@Nullable Instant coveredUntil, @Nullable Instant dueAt) {}

  /** A membership that is due, and whose it is. */
  record Due(MembershipId id, MemberId member) {}

  Optional<Membership> find(ClubId club, MembershipId id) {
    return jdbc.sql(SELECT + " and m.id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> membership(row))
        .optional();
  }

  /** Locks the row first and then reads: what was read before the lock might be of yesterday. */
  Optional<Membership> lock(ClubId club, MembershipId id) {
    jdbc.sql(
            """
            select id from memberships.membership where club_id = ? and id = ? for no key update
            """)
        .params(club.value(), id.value())
        .query((_, _) -> true)
        .optional();
    return find(club, id);
  }

  /** Memberships by id, those after the given one; of one member when it is named. */
  List<Membership> list(ClubId club, @Nullable MemberId member, @Nullable UUID after, int limit) {
    UUID of = Columns.value(member);
    return jdbc.sql(
            SELECT + " and (?::uuid is null or m.member_id = ?) and m.id > ? order by m.id limit ?")
        .params(Arrays.asList(club.value(), of, of, after == null ? FIRST : after, limit))
        .query((row, _) -> membership(row))
        .list();
  }

  List<Membership> in(ClubId club, Membership.State state, @Nullable UUID after, int limit) {
    return jdbc.sql(SELECT + " and m.state = ? and m.id > ? order by m.id limit ?")
        .params(club.value(), word(state), after == null ? FIRST : after, limit)
        .query((row, _) -> membership(row))
        .list();
  }

  /** The membership of a plan that a member has and that may still go on. */
  Optional<MembershipId> open(ClubId club, MemberId member, PlanId plan) {
    return jdbc.sql(
            """
            select id from memberships.membership
            where club_id = ? and member_id = ? and plan_id = ?
              and state not in ('expired', 'cancelled')
            """)
        .params(club.value(), member.value(), plan.value())
        .query((row, _) -> new MembershipId(row.getObject(1, UUID.class)))
        .optional();
  }

  boolean hadTrial(ClubId club, MemberId member, PlanId plan) {
    return jdbc.sql(
            """
            select exists (select 1 from memberships.membership
              where club_id = ? and member_id = ? and plan_id = ? and trial)
            """)
        .params(club.value(), member.value(), plan.value())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** What is due, the longest first; not locked. */
  List<Due> due(ClubId club, Instant now, int most) {
    return jdbc.sql(
            """
            select id, member_id from memberships.membership
            where club_id = ? and due_at <= ? order by due_at, id limit ?
            """)
        .params(club.value(), Timestamp.from(now), most)
        .query((row, _) ->
            new Due(
                new MembershipId(row.getObject(1, UUID.class)),
                new MemberId(row.getObject(2, UUID.class))))
        .list();
  }

  void insert(ClubId club, Membership one, Times times) {
    jdbc.sql(
            """
            insert into memberships.membership (state, trial, period, begins, version, anchor,
              steps, ahead, tries, grace_ends, paused_on, pause_ends, paused_days, ending, refund,
              covered_until, due_at, club_id, id, member_id, plan_id, joined_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(columns(one, times))
        .param(club.value())
        .param(one.id().value())
        .param(one.member().value())
        .param(one.plan().value())
        .param(Timestamp.from(one.joinedAt()))
        .update();
    spans(club, one);
  }

  void update(ClubId club, Membership one, Times times) {
    jdbc.sql(
            """
            update memberships.membership set state = ?, trial = ?, period = ?, begins = ?,
              version = ?, anchor = ?, steps = ?, ahead = ?, tries = ?, grace_ends = ?,
              paused_on = ?, pause_ends = ?, paused_days = ?, ending = ?, refund = ?,
              covered_until = ?, due_at = ?
            where club_id = ? and id = ?
            """)
        .params(columns(one, times))
        .param(club.value())
        .param(one.id().value())
        .update();
    spans(club, one);
  }

  private static List<@Nullable Object> columns(Membership one, Times times) {
    return Arrays.asList(
        word(one.state()),
        one.trial(),
        one.span().number(),
        one.span().begins(),
        one.span().version(),
        one.rhythm().anchor(),
        one.rhythm().steps(),
        one.ahead() != null,
        one.dunning().tries(),
        day(one.dunning().graceEnds()),
        day(one.pause().since()),
        day(one.pause().ends()),
        one.pause().days(),
        one.ending(),
        one.refund(),
        time(times.coveredUntil()),
        time(times.dueAt()));
  }

  private void spans(ClubId club, Membership one) {
    span(club, one.id(), one.span());
    Span ahead = one.ahead();
    if (ahead != null) {
      span(club, one.id(), ahead);
    }
  }

  private void span(ClubId club, MembershipId id, Span span) {
    jdbc.sql(
            """
            insert into memberships.period (club_id, membership_id, number, begins, ends, version,
              trial, fee, paid)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (club_id, membership_id, number) do update
              set begins = excluded.begins, ends = excluded.ends, version = excluded.version,
                fee = excluded.fee, paid = excluded.paid
            """)
        .params(
            club.value(),
            id.value(),
            span.number(),
            span.begins(),
            span.ends(),
            span.version(),
            span.trial(),
            span.fee(),
            span.paid())
        .update();
  }

  void move(ClubId club, MembershipId id, MemberId into) {
    jdbc.sql("update memberships.membership set member_id = ? where club_id = ? and id = ?")
        .params(into.value(), club.value(), id.value())
        .update();
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static State state(String word) {
    return State.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Date day(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static @Nullable Timestamp time(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        new MembershipId(row.getObject("id", UUID.class)),
        new MemberId(row.getObject("member_id", UUID.class)),
        new PlanId(row.getObject("plan_id", UUID.class)),
        state(row.getString("state")),
        row.getBoolean("trial"),
        span(row, "p_"),
        row.getBoolean("ahead") ? span(row, "a_") : null,
        new Rhythm(row.getObject("anchor", LocalDate.class), row.getInt("steps")),
        new Dunning(row.getInt("tries"), row.getObject("grace_ends", LocalDate.class)),
        new Pause(
            row.getObject("paused_on", LocalDate.class),
            row.getObject("pause_ends", LocalDate.class),
            row.getInt("paused_days")),
        row.getBoolean("ending"),
        row.getLong("refund"),
        Columns.time(row, "joined_at"));
  }

  private static Span span(ResultSet row, String of) throws SQLException {
    return new Span(
        row.getInt(of + "number"),
        row.getObject(of + "begins", LocalDate.class),
        row.getObject(of + "ends", LocalDate.class),
        row.getInt(of + "version"),
        row.getBoolean(of + "trial"),
        row.getLong(of + "fee"),
        row.getLong(of + "paid"));
  }
}
