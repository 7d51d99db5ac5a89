package club.vafa.rewards;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.HoldId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of claims, of what became of them, and of what they took from the stock. */
@Repository
class ClaimStore {
  private static final String SELECT = "select * from rewards.claim where club_id = ?";

  private final JdbcClient jdbc;

  ClaimStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A counter of what is taken: of all, of a period, or of a session. */
  record Counter(RewardId reward, String session, LocalDate since) {}

  Optional<Claim> find(ClubId club, ClaimId id) {
    return jdbc.sql(SELECT + " and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> claim(row))
        .optional();
  }

  /** Claims along their ids, from beyond the given one on. */
  List<Claim> list(ClubId club, ClaimQuery query, @Nullable UUID after, int limit) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select * from rewards.claim where ");
    sql.append(conditions(club, query, values));
    if (after != null) {
      sql.append(query.oldestFirst() ? " and id > ?" : " and id < ?");
      values.add(after);
    }
    sql.append(query.oldestFirst() ? " order by id limit ?" : " order by id desc limit ?");
    values.add(limit);
    return jdbc.sql(sql.toString()).params(values).query((row, _) -> claim(row)).list();
  }

  long count(ClubId club, ClaimQuery query, int most) {
    List<Object> values = new ArrayList<>();
    String sql =
        "select count(*) from (select 1 from rewards.claim where %s limit ?) found"
            .formatted(conditions(club, query, values));
    values.add(most);
    return jdbc.sql(sql).params(values).query(Long.class).single();
  }

  private static String conditions(ClubId club, ClaimQuery query, List<Object> values) {
    StringBuilder sql = new StringBuilder("club_id = ?");
    values.add(club.value());
    if (query.members() != null) {
      sql.append(" and member_id = any(?)");
      values.add(query.members().stream().map(MemberId::value).toArray(UUID[]::new));
    }
    if (query.state() != null) {
      sql.append(" and state = ?");
      values.add(word(query.state()));
    }
    if (query.from() != null) {
      sql.append(" and claimed_at >= ?");
      values.add(Timestamp.from(query.from()));
    }
    if (query.until() != null) {
      sql.append(" and claimed_at < ?");
      values.add(Timestamp.from(query.until()));
    }
    return sql.toString();
  }

  Map<UUID, Rewards.Claimed> claimed(ClubId club, Collection<UUID> ids) {
    Map<UUID, Rewards.Claimed> claimed = HashMap.newHashMap(ids.size());
    jdbc.sql(
            """
            select c.id, r.code, c.claimed_at
            from rewards.claim c
            join rewards.reward r on r.club_id = c.club_id and r.id = c.reward_id
            where c.club_id = ? and c.id = any(?)
            """)
        .params(club.value(), ids.toArray(UUID[]::new))
        .query(row -> {
          claimed.put(
              row.getObject("id", UUID.class),
              new Rewards.Claimed(row.getString("code"), Columns.time(row, "claimed_at")));
        });
    return claimed;
  }

  /** How many pieces a member has claimed since a day and not given back. */
  long claimed(ClubId club, MemberId member, RewardId reward, Instant since) {
    return jdbc.sql(
            """
            select coalesce(sum(quantity), 0) from rewards.claim
            where club_id = ? and member_id = ? and reward_id = ? and claimed_at >= ?
              and state in ('requested', 'fulfilled')
            """)
        .params(club.value(), member.value(), reward.value(), Timestamp.from(since))
        .query((row, _) -> row.getLong(1))
        .single();
  }

  void insert(ClubId club, Claim claim) {
    jdbc.sql(
            """
            insert into rewards.claim (club_id, member_id, id, reward_id, version, quantity,
              session, unit, units, money, state, hold_id, since, claimed_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                claim.member().value(),
                claim.id().value(),
                claim.reward().value(),
                claim.version(),
                claim.quantity(),
                claim.session(),
                claim.unit(),
                claim.units(),
                claim.money(),
                word(claim.state()),
                claim.hold() == null ? null : claim.hold().value(),
                claim.since(),
                Timestamp.from(claim.claimedAt()),
                claim.dueAt() == null ? null : Timestamp.from(claim.dueAt())))
        .update();
  }

  void update(ClubId club, Claim claim) {
    jdbc.sql("update rewards.claim set state = ?, due_at = null where club_id = ? and id = ?")
        .params(word(claim.state()), club.value(), claim.id().value())
        .update();
  }

  void insert(ClubId club, ClaimId claim, UUID id, Claim.Step step) {
    jdbc.sql(
            """
            insert into rewards.claim_step (club_id, claim_id, id, state, at, actor, reason, usable,
              expired)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                claim.value(),
                id,
                word(step.state()),
                Timestamp.from(step.at()),
                step.actor(),
                step.reason(),
                step.usable(),
                step.expired()))
        .update();
  }

  List<Claim.Step> steps(ClubId club, ClaimId claim) {
    return jdbc.sql(
            "select * from rewards.claim_step where club_id = ? and claim_id = ? order by id")
        .params(club.value(), claim.value())
        .query((row, _) ->
            new Claim.Step(
                state(row),
                Columns.time(row, "at"),
                row.getString("actor"),
                row.getString("reason"),
                row.getLong("usable"),
                row.getLong("expired")))
        .list();
  }

  /** Claims that should have been handed over by then. */
  List<Claim> due(ClubId club, Instant now, int limit) {
    return jdbc.sql(SELECT + " and due_at <= ? order by due_at limit ?")
        .params(club.value(), Timestamp.from(now), limit)
        .query((row, _) -> claim(row))
        .list();
  }

  /** What a counter holds, locked: whoever comes next waits and sees what became of it. */
  long take(ClubId club, Counter counter) {
    jdbc.sql(
            """
            insert into rewards.taken (club_id, reward_id, session, since, pieces)
            values (?, ?, ?, ?, 0)
            on conflict do nothing
            """)
        .params(club.value(), counter.reward().value(), counter.session(), counter.since())
        .update();
    return jdbc.sql(
            """
            select pieces from rewards.taken
            where club_id = ? and reward_id = ? and session = ? and since = ?
            for no key update
            """)
        .params(club.value(), counter.reward().value(), counter.session(), counter.since())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  long look(ClubId club, Counter counter) {
    return jdbc.sql(
            """
            select pieces from rewards.taken
            where club_id = ? and reward_id = ? and session = ? and since = ?
            """)
        .params(club.value(), counter.reward().value(), counter.session(), counter.since())
        .query((row, _) -> row.getLong(1))
        .optional()
        .orElse(0L);
  }

  void add(ClubId club, Counter counter, long pieces) {
    jdbc.sql(
            """
            update rewards.taken set pieces = pieces + ?
            where club_id = ? and reward_id = ? and session = ? and since = ?
            """)
        .params(pieces, club.value(), counter.reward().value(), counter.session(), counter.since())
        .update();
  }

  private static String word(Claim.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Claim.State state(ResultSet row) throws SQLException {
    return Claim.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  private static Claim claim(ResultSet row) throws SQLException {
    UUID hold = row.getObject("hold_id", UUID.class);
    Timestamp due = row.getTimestamp("due_at");
    return new Claim(
        new ClaimId(row.getObject("id", UUID.class)),
        new MemberId(row.getObject("member_id", UUID.class)),
        new RewardId(row.getObject("reward_id", UUID.class)),
        row.getInt("version"),
        row.getLong("quantity"),
        row.getString("session"),
        row.getObject("unit", Integer.class),
        row.getLong("units"),
        row.getLong("money"),
        state(row),
        hold == null ? null : new HoldId(hold),
        row.getObject("since", LocalDate.class),
        Columns.time(row, "claimed_at"),
        due == null ? null : due.toInstant());
  }
}
