package club.vafa.replay;

import club.vafa.activity.PastReturn;
import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.replay.NewPast.Person;
import club.vafa.replay.NewPast.RefusedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of files that can be replayed. */
@Component
class PastStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<PastReturn>> RETURNS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  PastStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(ClubId club, PastFile file, List<PastReturn> back) {
    jdbc.sql(
            """
            insert into replay.past (club_id, id, name, columns, kept_by, kept_at, rows, purchases,
              returns, people, refused, first_at, last_at, back)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                file.id().value(),
                file.name(),
                file.columns(),
                file.keptBy(),
                Timestamp.from(file.keptAt()),
                file.rows(),
                file.purchases(),
                file.returns(),
                file.people(),
                file.refused(),
                time(file.first()),
                time(file.last()),
                JSON.writeValueAsString(back)))
        .update();
  }

  void insertPages(ClubId club, PastId id, Map<Integer, byte[]> pages) {
    pages.forEach((bucket, page) ->
        jdbc.sql("insert into replay.past_page values (?, ?, ?, ?)")
            .params(club.value(), id.value(), bucket, page)
            .update());
  }

  void insertPeople(ClubId club, PastId id, List<Person> people) {
    jdbc.sql(
            """
            insert into replay.past_person (club_id, past_id, member_id, called, first_at)
            select ?, ?, t.member_id, t.called, t.first_at::timestamptz
            from unnest(?::uuid[], ?::text[], ?::text[]) as t (member_id, called, first_at)
            """)
        .params(
            club.value(),
            id.value(),
            Columns.uuids(people, one -> one.id().value()),
            Columns.texts(people, Person::called),
            Columns.times(people, Person::first))
        .update();
  }

  void insertRefused(ClubId club, PastId id, List<RefusedRow> rows) {
    jdbc.sql(
            """
            insert into replay.past_refused (club_id, past_id, place, line, field, code, reason)
            select ?, ?, t.*
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[]) t
            """)
        .params(
            club.value(),
            id.value(),
            Columns.longs(rows, RefusedRow::place),
            Columns.longs(rows, RefusedRow::line),
            Columns.texts(rows, RefusedRow::field),
            Columns.texts(rows, RefusedRow::code),
            Columns.texts(rows, RefusedRow::reason))
        .update();
  }

  Optional<PastFile> find(ClubId club, PastId id) {
    return jdbc.sql(
            """
            select id, name, columns, kept_by, kept_at, rows, purchases, returns, people, refused,
              first_at, last_at
            from replay.past where club_id = ? and id = ?
            """)
        .params(club.value(), id.value())
        .query((row, _) -> file(row))
        .optional();
  }

  boolean hold(ClubId club, PastId id) {
    return jdbc.sql("select id from replay.past where club_id = ? and id = ? for key share")
        .params(club.value(), id.value())
        .query((_, _) -> true)
        .optional()
        .isPresent();
  }

  private static PastFile file(ResultSet row) throws SQLException {
    return new PastFile(
        new PastId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("columns"),
        row.getString("kept_by"),
        row.getTimestamp("kept_at").toInstant(),
        row.getLong("rows"),
        row.getLong("purchases"),
        row.getLong("returns"),
        row.getLong("people"),
        row.getLong("refused"),
        instant(row.getTimestamp("first_at")),
        instant(row.getTimestamp("last_at")));
  }

  List<RefusedRow> refused(ClubId club, PastId id, long after, int limit) {
    return jdbc.sql(
            """
            select place, line, field, code, reason from replay.past_refused
            where club_id = ? and past_id = ? and place > ? order by place limit ?
            """)
        .params(club.value(), id.value(), after, limit)
        .query((row, _) ->
            new RefusedRow(
                row.getLong("place"),
                row.getLong("line"),
                row.getString("field"),
                row.getString("code"),
                row.getString("reason")))
        .list();
  }

  /** What came back, by the purchase whose goods it was. */
  Map<UUID, List<PastReturn>> returns(ClubId club, PastId id) {
    String back =
        jdbc.sql("select back from replay.past where club_id = ? and id = ?")
            .params(club.value(), id.value())
            .query(String.class)
            .single();
    return JSON.readValue(back, RETURNS).stream()
        .collect(Collectors.groupingBy(PastReturn::purchase));
  }

  Map<MemberId, Person> people(ClubId club, PastId id) {
    Map<MemberId, Person> people = new LinkedHashMap<>();
    jdbc.sql(
            """
            select member_id, called, first_at from replay.past_person
            where club_id = ? and past_id = ? order by member_id
            """)
        .params(club.value(), id.value())
        .query(row -> {
          MemberId member = new MemberId(row.getObject("member_id", UUID.class));
          Instant first = row.getTimestamp("first_at").toInstant();
          people.put(member, new Person(member, row.getString("called"), first));
        });
    return people;
  }

  Map<Integer, byte[]> pages(ClubId club, PastId id) {
    Map<Integer, byte[]> pages = new HashMap<>();
    jdbc.sql("select bucket, packed from replay.past_page where club_id = ? and past_id = ?")
        .params(club.value(), id.value())
        .query(row -> {
          pages.put(row.getInt("bucket"), row.getBytes("packed"));
        });
    return pages;
  }

  /** Forgets those without a replay that are older, or more than may lie there. */
  void forgetUnused(ClubId club, Instant before, int most) {
    jdbc.sql(
            """
            select id from (
              select p.id, p.kept_at, row_number() over (order by p.kept_at desc, p.id desc) as at
              from replay.past p
              where p.club_id = ? and not exists (
                select from replay.run r where r.club_id = p.club_id and r.past_id = p.id)) unused
            where kept_at < ? or at > ?
            """)
        .params(club.value(), Timestamp.from(before), most)
        .query((row, _) -> new PastId(row.getObject(1, UUID.class)))
        .list()
        .forEach(id -> forget(club, id));
  }

  /** Forgets a file, unless a replay is on it. */
  void forget(ClubId club, PastId id) {
    boolean used =
        jdbc.sql(
                """
                select exists (select from replay.run where club_id = ? and past_id = ?)
                from replay.past where club_id = ? and id = ? for update
                """)
            .params(club.value(), id.value(), club.value(), id.value())
            .query(Boolean.class)
            .optional()
            .orElse(true);
    if (!used) {
      for (String table : List.of("past_page", "past_person", "past_refused")) {
        jdbc.sql("delete from replay." + table + " where club_id = ? and past_id = ?")
            .params(club.value(), id.value())
            .update();
      }
      jdbc.sql("delete from replay.past where club_id = ? and id = ?")
          .params(club.value(), id.value())
          .update();
    }
  }

  private static @Nullable Timestamp time(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
