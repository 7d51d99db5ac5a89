package club.vafa.referrals;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of referrals and of what became of them. */
@Repository
class ReferralStore {
  private static final String ROWS =
      """
      select id, friend_id, advocate_id, state, joined_at, terminal, signals, score, cleared,
             purchase_id, event_id
      from referrals.referral
      """;

  private final JdbcClient jdbc;
  private final Ids ids;

  ReferralStore(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  boolean any(ClubId club) {
    return jdbc.sql("select exists (select from referrals.referral where club_id = ?)")
        .param(club.value())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  void insert(ClubId club, Referral row) {
    jdbc.sql(
            """
            insert into referrals.referral
              (club_id, id, friend_id, advocate_id, state, joined_at, terminal, signals, score)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(club.value())
        .param(row.id().value())
        .param(row.friend().value())
        .param(row.advocate().value())
        .param(row.state().word())
        .param(row.joinedAt().atOffset(ZoneOffset.UTC))
        .param(row.terminal())
        .param(row.signals().toArray(String[]::new))
        .param(row.score())
        .update();
  }

  /** Writes down what became of a referral. */
  void step(ClubId club, ReferralId referral, ReferralStep step) {
    jdbc.sql(
            """
            insert into referrals.step (club_id, referral_id, id, state, at, actor, reason)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(club.value())
        .param(referral.value())
        .param(ids.next())
        .param(step.state().word())
        .param(step.at().atOffset(ZoneOffset.UTC))
        .param(step.actor())
        .param(step.reason())
        .update();
  }

  void update(ClubId club, Referral row) {
    jdbc.sql(
            """
            update referrals.referral
            set friend_id = ?, advocate_id = ?, state = ?, signals = ?, score = ?, cleared = ?,
                purchase_id = ?, event_id = ?
            where club_id = ? and id = ?
            """)
        .param(row.friend().value())
        .param(row.advocate().value())
        .param(row.state().word())
        .param(row.signals().toArray(String[]::new))
        .param(row.score())
        .param(row.cleared())
        .param(row.purchase())
        .param(row.event())
        .param(club.value())
        .param(row.id().value())
        .update();
  }

  Optional<Referral> find(ClubId club, ReferralId id) {
    return one("where club_id = ? and id = ?", club, id.value());
  }

  Optional<Referral> lock(ClubId club, ReferralId id) {
    return one("where club_id = ? and id = ? for update", club, id.value());
  }

  Optional<Referral> ofFriend(ClubId club, MemberId friend) {
    return one("where club_id = ? and friend_id = ?", club, friend.value());
  }

  private Optional<Referral> one(String where, ClubId club, UUID id) {
    return jdbc.sql(ROWS + where)
        .params(club.value(), id)
        .query((row, _) -> referral(row))
        .optional();
  }

  /** All in which one of these members is friend or advocate, locked in the order of their ids. */
  List<Referral> about(ClubId club, List<MemberId> members) {
    Object ids = Columns.uuids(members, MemberId::value);
    return jdbc.sql(
            ROWS
                + """
                where club_id = ? and (friend_id = any(?) or advocate_id = any(?))
                order by id for update
                """)
        .params(club.value(), ids, ids)
        .query((row, _) -> referral(row))
        .list();
  }

  /** Those that qualified by one of these purchases. */
  List<Referral> byPurchases(ClubId club, Collection<UUID> purchases) {
    return jdbc.sql(ROWS + "where club_id = ? and purchase_id = any(?)")
        .params(club.value(), purchases.toArray(UUID[]::new))
        .query((row, _) -> referral(row))
        .list();
  }

  /** Who of these came along with somebody, in one of these states. */
  Set<MemberId> friends(
      ClubId club, Collection<MemberId> members, Collection<ReferralState> states) {
    return new HashSet<>(
        jdbc.sql(
                """
                select friend_id from referrals.referral
                where club_id = ? and friend_id = any(?) and state = any(?)
                """)
            .params(
                club.value(),
                Columns.uuids(members, MemberId::value),
                states.stream().map(ReferralState::word).toArray(String[]::new))
            .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
            .list());
  }

  List<Referral> list(ClubId club, ReferralQuery query, @Nullable UUID before, int most) {
    return jdbc.sql(
            ROWS
                + """
                where club_id = ? and (?::text is null or state = ?)
                  and (?::uuid is null or advocate_id = ?)
                  and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                order by id desc limit ?
                """)
        .param(club.value())
        .param(query.state() == null ? null : query.state().word())
        .param(query.state() == null ? null : query.state().word())
        .param(Columns.value(query.advocate()))
        .param(Columns.value(query.advocate()))
        .param(before)
        .param(most)
        .query((row, _) -> referral(row))
        .list();
  }

  Map<ReferralState, Long> counts(ClubId club, MemberId advocate) {
    Map<ReferralState, Long> counts = new EnumMap<>(ReferralState.class);
    jdbc.sql(
            """
            select state, count(*) from referrals.referral
            where club_id = ? and advocate_id = ? group by state
            """)
        .params(club.value(), advocate.value())
        .query(row -> {
          counts.put(state(row.getString(1)), row.getLong(2));
        });
    return counts;
  }

  /** How many others the advocate had brought along since then when this friend joined. */
  long others(ClubId club, Referral referral, Instant from) {
    return jdbc.sql(
            """
            select count(*) from referrals.referral
            where club_id = ? and advocate_id = ? and joined_at > ? and joined_at <= ?
              and id < ?
            """)
        .params(
            club.value(),
            referral.advocate().value(),
            from.atOffset(ZoneOffset.UTC),
            referral.joinedAt().atOffset(ZoneOffset.UTC),
            referral.id().value())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  List<ReferralStep> steps(ClubId club, ReferralId id) {
    return jdbc.sql(
            """
            select state, at, actor, reason from referrals.step
            where club_id = ? and referral_id = ? order by id
            """)
        .params(club.value(), id.value())
        .query((row, _) ->
            new ReferralStep(
                state(row.getString(1)),
                Columns.time(row, "at"),
                row.getString(3),
                row.getString(4)))
        .list();
  }

  private static ReferralState state(String word) {
    return ReferralState.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        new ReferralId(row.getObject("id", UUID.class)),
        new MemberId(row.getObject("friend_id", UUID.class)),
        new MemberId(row.getObject("advocate_id", UUID.class)),
        state(row.getString("state")),
        row.getObject("joined_at", OffsetDateTime.class).toInstant(),
        row.getString("terminal"),
        List.of((String[]) row.getArray("signals").getArray()),
        row.getInt("score"),
        row.getBoolean("cleared"),
        row.getObject("purchase_id", UUID.class),
        row.getObject("event_id", UUID.class));
  }
}
