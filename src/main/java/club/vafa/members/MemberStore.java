package club.vafa.members;

import club.vafa.installation.Columns;
import club.vafa.installation.Warm;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Members by id and by what they are recognised by: the statements of the main act. */
@Repository
class MemberStore {
  private final JdbcTemplate jdbc;
  private final Warm<IdentifierKey, Known> warm = new Warm<>((_, said) -> said);

  MemberStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<IdentifierKey, MemberId> resolve(ClubId club, Collection<IdentifierKey> keys) {
    Map<IdentifierKey, MemberId> found = HashMap.newHashMap(keys.size());
    jdbc.query(
        """
        select i.kind, i.value, i.member_id
        from unnest(?::smallint[], ?::text[]) k(kind, value)
        cross join lateral (
          select * from members.identifier
          where club_id = ? and kind = k.kind and value = k.value
          offset 0
        ) i
        """,
        row -> {
          IdentifierKey key = new IdentifierKey(IdentifierKind.of(row.getInt(1)), row.getString(2));
          found.put(key, new MemberId(row.getObject(3, UUID.class)));
        },
        keys.stream().map(key -> (short) key.kind().number()).toArray(Short[]::new),
        keys.stream().map(IdentifierKey::value).toArray(String[]::new),
        club.value());
    return found;
  }

  /** The same, with the versions that the members have; those asked for lately are remembered. */
  Map<IdentifierKey, Known> remembered(ClubId club, Collection<IdentifierKey> keys) {
    return warm.get(club, keys, others -> known(club, others));
  }

  void forget(ClubId club, Collection<IdentifierKey> keys) {
    warm.forget(club, keys);
  }

  private Map<IdentifierKey, Known> known(ClubId club, Collection<IdentifierKey> keys) {
    Map<IdentifierKey, Known> found = HashMap.newHashMap(keys.size());
    jdbc.query(
        """
        select i.kind, i.value, i.member_id, m.version
        from unnest(?::smallint[], ?::text[]) k(kind, value)
        cross join lateral (
          select * from members.identifier
          where club_id = ? and kind = k.kind and value = k.value
          offset 0
        ) i
        cross join lateral (
          select version from members.member where club_id = i.club_id and id = i.member_id offset 0
        ) m
        """,
        row -> {
          IdentifierKey key = new IdentifierKey(IdentifierKind.of(row.getInt(1)), row.getString(2));
          found.put(key, new Known(new MemberId(row.getObject(3, UUID.class)), row.getInt(4)));
        },
        keys.stream().map(key -> (short) key.kind().number()).toArray(Short[]::new),
        keys.stream().map(IdentifierKey::value).toArray(String[]::new),
        club.value());
    return found;
  }

  /**
   * Active members born on any of these days, those after the given one, by id. The days come
   * first, so that each is read from its texts once and not once for every member.
   */
  List<MemberId> bornOn(ClubId club, Collection<LocalDate> days, @Nullable UUID after, int limit) {
    return jdbc.query(
        """
        select m.id from unnest(?::date[]) born(day)
        join members.member m on m.club_id = ? and m.birth_date = born.day
        where m.state = 'active' and m.id > ?
        order by m.id limit ?
        """,
        (row, _) -> new MemberId(row.getObject(1, UUID.class)),
        days.stream().map(LocalDate::toString).toArray(String[]::new),
        club.value(),
        after == null ? new UUID(0, 0) : after,
        limit);
  }

  long joined(ClubId club, Instant from, Instant until) {
    Long joined =
        jdbc.queryForObject(
            """
            select count(*) from members.member
            where club_id = ? and joined_at >= ? and joined_at < ?
            """,
            Long.class,
            club.value(),
            from.atOffset(ZoneOffset.UTC),
            until.atOffset(ZoneOffset.UTC));
    return joined == null ? 0 : joined;
  }

  /** Active members after the given one, by id. */
  List<MemberId> active(ClubId club, @Nullable UUID after, int limit) {
    return jdbc.query(
        """
        select id from members.member
        where club_id = ? and state = 'active' and id > ?
        order by id limit ?
        """,
        (row, _) -> new MemberId(row.getObject(1, UUID.class)),
        club.value(),
        after == null ? new UUID(0, 0) : after,
        limit);
  }

  /** The members, locked until the transaction ends, in the order of their ids. */
  Map<MemberId, MemberRow> lock(ClubId club, Collection<MemberId> ids) {
    return rows(ROWS + " order by m.id for no key update", club, ids);
  }

  /** Those of the members that nobody else holds, locked until the transaction ends. */
  Map<MemberId, MemberRow> lockFree(ClubId club, Collection<MemberId> ids) {
    return rows(ROWS + " order by m.id for no key update skip locked", club, ids);
  }

  Map<MemberId, MemberRow> look(ClubId club, Collection<MemberId> ids) {
    return rows(ROWS, club, ids);
  }

  List<MemberRow> everybody(ClubId club, @Nullable UUID after, int limit) {
    return jdbc.query(
        """
        select m.id, m.state, m.joined_at, m.birth_date, m.locale, m.merged_into, m.version
        from members.member m
        where m.club_id = ? and m.id > ? order by m.id limit ?
        """,
        (row, _) -> row(row),
        club.value(),
        after == null ? new UUID(0, 0) : after,
        limit);
  }

  private static final String ROWS =
      """
      select m.id, m.state, m.joined_at, m.birth_date, m.locale, m.merged_into, m.version
      from members.member m
      where m.club_id = ? and m.id = any(?)
      """;

  private Map<MemberId, MemberRow> rows(String sql, ClubId club, Collection<MemberId> ids) {
    List<MemberRow> rows = new ArrayList<>(ids.size());
    jdbc.query(
        sql,
        row -> {
          rows.add(row(row));
        },
        club.value(),
        Columns.uuids(ids, MemberId::value));
    Map<MemberId, MemberRow> byId = HashMap.newHashMap(rows.size());
    rows.forEach(row -> byId.put(row.id(), row));
    return byId;
  }

  private static MemberRow row(ResultSet row) throws SQLException {
    return new MemberRow(
        new MemberId(row.getObject(1, UUID.class)),
        state(row.getString(2)),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getObject(4, LocalDate.class),
        row.getString(5),
        id(row.getObject(6, UUID.class)),
        row.getInt(7));
  }

  static MemberState state(String text) {
    return MemberState.valueOf(text.toUpperCase(Locale.ROOT));
  }

  static @Nullable MemberId id(@Nullable UUID id) {
    return id == null ? null : new MemberId(id);
  }
}
