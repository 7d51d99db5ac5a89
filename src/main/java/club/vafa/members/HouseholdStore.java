package club.vafa.members;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.Household.Resident;
import club.vafa.members.Household.Role;
import club.vafa.members.Household.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of households. */
@Repository
class HouseholdStore {
  private static final String COLUMNS =
      """
      select h.id, h.name, h.primary_id, h.max_adults, h.max_children, h.opened_at, h.closed_at,
        r.member_id, r.role, r.state, r.since
      """;

  private static final String ROWS =
      COLUMNS
          + """
          from members.household h
          left join members.resident r on r.club_id = h.club_id and r.household_id = h.id
          where h.club_id = ?
          """;

  /** Those that are wanted are found first, else all would be put in order for each of them. */
  private static final String SOME =
      COLUMNS
          + """
          from (
            select * from members.household
            where club_id = ? and closed_at is null and id > ? order by id limit ?) h
          left join members.resident r on r.club_id = h.club_id and r.household_id = h.id
          order by h.id, r.since, r.member_id
          """;

  private final JdbcClient jdbc;

  HouseholdStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A line of a household's history. */
  record Noted(UUID id, HouseholdId household, @Nullable MemberId member, String kind) {}

  /** Locks the household's row until the transaction ends. */
  Optional<Household> lock(ClubId club, HouseholdId id) {
    jdbc.sql("select id from members.household where club_id = ? and id = ? for no key update")
        .params(club.value(), id.value())
        .query((row, _) -> true)
        .optional();
    return find(club, id);
  }

  Optional<Household> find(ClubId club, HouseholdId id) {
    return read(ROWS + " and h.id = ? order by h.id, r.since, r.member_id", club, id.value())
        .stream()
        .findFirst();
  }

  /** The open households that these members have joined. */
  List<Household> joined(ClubId club, Collection<MemberId> members) {
    return read(
        ROWS
            + """
             and h.id in (
               select household_id from members.resident
               where club_id = h.club_id and member_id = any (?::uuid[]) and state = 'joined')
            order by h.id, r.since, r.member_id
            """,
        club,
        Columns.uuids(members, MemberId::value));
  }

  /** The open households that a member has joined or is invited to. */
  List<Household> with(ClubId club, MemberId member) {
    return read(
        ROWS
            + """
             and h.id in (
               select household_id from members.resident
               where club_id = h.club_id and member_id = ?)
            order by h.id, r.since, r.member_id
            """,
        club,
        member.value());
  }

  /** Open households by id, those after the given one. */
  List<Household> list(ClubId club, @Nullable UUID after, int limit) {
    return read(SOME, club, after == null ? new UUID(0, 0) : after, limit);
  }

  private List<Household> read(String sql, ClubId club, Object... more) {
    List<Object> params = new ArrayList<>(List.of(club.value()));
    params.addAll(List.of(more));
    Map<UUID, Household> found = new LinkedHashMap<>();
    jdbc.sql(sql)
        .params(params)
        .query(row -> {
          Household read = household(row);
          found.merge(read.id().value(), read, HouseholdStore::together);
        });
    return List.copyOf(found.values());
  }

  private static Household together(Household one, Household other) {
    List<Resident> residents = new ArrayList<>(one.residents());
    residents.addAll(other.residents());
    return new Household(
        one.id(),
        one.name(),
        one.primary(),
        one.maxAdults(),
        one.maxChildren(),
        residents,
        one.openedAt(),
        one.closedAt());
  }

  private static Household household(ResultSet row) throws SQLException {
    UUID resident = row.getObject("member_id", UUID.class);
    Timestamp closed = row.getTimestamp("closed_at");
    return new Household(
        new HouseholdId(row.getObject("id", UUID.class)),
        row.getString("name"),
        new MemberId(row.getObject("primary_id", UUID.class)),
        row.getInt("max_adults"),
        row.getInt("max_children"),
        resident == null ? List.of() : List.of(resident(new MemberId(resident), row)),
        Columns.time(row, "opened_at"),
        closed == null ? null : closed.toInstant());
  }

  private static Resident resident(MemberId member, ResultSet row) throws SQLException {
    return new Resident(
        member,
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Columns.time(row, "since"));
  }

  void insert(ClubId club, Household household) {
    jdbc.sql(
            """
            insert into members.household (club_id, id, name, primary_id, max_adults, max_children,
              opened_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                club.value(),
                household.id().value(),
                household.name(),
                household.primary().value(),
                household.maxAdults(),
                household.maxChildren(),
                Timestamp.from(household.openedAt())))
        .update();
  }

  /** Adds somebody, or has who was invited join. */
  void put(ClubId club, HouseholdId id, Resident resident) {
    jdbc.sql(
            """
            insert into members.resident (club_id, household_id, member_id, role, state, since)
            values (?, ?, ?, ?, ?, ?)
            on conflict (club_id, household_id, member_id) do update
              set role = excluded.role, state = excluded.state, since = excluded.since
            """)
        .params(
            club.value(),
            id.value(),
            resident.member().value(),
            resident.role().name().toLowerCase(Locale.ROOT),
            resident.state().name().toLowerCase(Locale.ROOT),
            Timestamp.from(resident.since()))
        .update();
  }

  void remove(ClubId club, HouseholdId id, MemberId member) {
    jdbc.sql(
            """
            delete from members.resident
            where club_id = ? and household_id = ? and member_id = ?
            """)
        .params(club.value(), id.value(), member.value())
        .update();
  }

  void handOver(ClubId club, HouseholdId id, MemberId next) {
    jdbc.sql("update members.household set primary_id = ? where club_id = ? and id = ?")
        .params(next.value(), club.value(), id.value())
        .update();
  }

  void close(ClubId club, HouseholdId id, Instant at) {
    jdbc.sql("delete from members.resident where club_id = ? and household_id = ?")
        .params(club.value(), id.value())
        .update();
    jdbc.sql("update members.household set closed_at = ? where club_id = ? and id = ?")
        .params(Timestamp.from(at), club.value(), id.value())
        .update();
  }

  void note(ClubId club, Noted noted, String actor, Instant at) {
    jdbc.sql(
            """
            insert into members.household_change (club_id, id, household_id, member_id, kind, actor,
              at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                club.value(),
                noted.id(),
                noted.household().value(),
                Columns.value(noted.member()),
                noted.kind(),
                actor,
                Timestamp.from(at)))
        .update();
  }
}
