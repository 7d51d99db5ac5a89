package club.vafa.tiers;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The tables of standings. */
@Component
class StandingStore {
  private static final ObjectWriter WRITER = JsonMapper.builder().build().writerFor(Doc.class);
  private static final ObjectReader READER = JsonMapper.builder().build().readerFor(Doc.class);

  private static final String READ =
      """
      select m.member_id, m.as_of, m.program, m.doc, m.days
      from unnest(?::uuid[]) k (id)
      cross join lateral (
        select * from tiers.member where club_id = ? and member_id = k.id offset 0
      ) m
      """;

  private final JdbcClient jdbc;
  private final Rows rows;
  private final DayStore days;
  private final RowType<Written> members;
  private final RowType<Told> standings;

  StandingStore(JdbcClient jdbc, Rows rows, DayStore days, Ids ids) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.days = days;
    this.members =
        RowType.<Written>of("tiers.member")
            .uuid("member_id", row -> row.member().value())
            .date("as_of", Written::asOf)
            .time("due_at", Written::dueAt)
            .bigint("program", Written::program)
            .text("doc", row -> WRITER.writeValueAsString(row.doc()))
            .bytes("days", row -> row.days().pack());
    this.standings =
        RowType.<Told>of("tiers.standing")
            .uuid("member_id", row -> row.member().value())
            .uuid("id", _ -> ids.next())
            .text("set_code", row -> row.change().set())
            .text("tier", row -> row.change().tier())
            .time("since", row -> row.change().since())
            .text("until", row -> text(row.change().until()))
            .text("reason", row -> row.change().reason().name())
            .text("actor", row -> row.change().actor())
            .text("note", row -> row.change().note())
            .uuid("document", row -> row.change().document())
            .time("recorded_at", Told::at);
  }

  /** What is kept of a member: since when they are one, and their place in each set. */
  record Doc(LocalDate joined, Map<String, SetState> sets) {
    Doc(LocalDate joined, @Nullable Map<String, SetState> sets) {
      this.joined = joined;
      this.sets = sets == null ? Map.of() : Map.copyOf(sets);
    }
  }

  /** What is on record of a member. */
  record MemberRow(LocalDate asOf, long program, Doc doc, Progress progress) {
    /** The program of somebody of whom there is no record. */
    static final long UNJUDGED = -1;

    static MemberRow nobody(LocalDate joined) {
      return new MemberRow(joined, UNJUDGED, new Doc(joined, null), new Progress());
    }
  }

  /** A member's row as it is to be written. */
  record Written(
      MemberId member, LocalDate asOf, @Nullable Instant dueAt, long program, Doc doc, Days days) {}

  private record Told(MemberId member, Change change, Instant at) {}

  /** A change as it was written down. */
  record Entry(UUID id, Change change, Instant recordedAt) {}

  /** Members by id, with what they did as far back as is asked for. */
  Map<MemberId, MemberRow> read(ClubId club, Collection<MemberId> wanted, Reach reach) {
    Map<MemberId, MemberRow> found = new HashMap<>();
    Map<MemberId, LocalDate> unpacked = new HashMap<>();
    jdbc.sql(READ)
        .params(Columns.uuids(wanted, MemberId::value), club.value())
        .query(row -> {
          MemberId member = new MemberId(row.getObject(1, UUID.class));
          LocalDate asOf = row.getObject(2, LocalDate.class);
          LocalDate from = reach.from(asOf);
          Doc doc = READER.readValue(row.getString(4));
          Optional<Progress> packed = Days.unpack(row.getBytes(5), from, reach.ever());
          if (packed.isEmpty()) {
            unpacked.put(member, from);
          }
          Progress progress = packed.orElseGet(Progress::new);
          found.put(member, new MemberRow(asOf, row.getLong(3), doc, progress));
        });
    days.load(
        club,
        unpacked,
        reach.ever(),
        member -> Objects.requireNonNull(found.get(member)).progress());
    return found;
  }

  void writeMembers(ClubId club, List<Written> written) {
    rows.write(
        """
        insert into tiers.member select * from unnest(?::tiers.member[])
        on conflict (club_id, member_id) do update
          set as_of = excluded.as_of, due_at = excluded.due_at, program = excluded.program,
            doc = excluded.doc, days = excluded.days
        """,
        members.rows(club, written),
        _ -> {});
  }

  void writeStandings(ClubId club, Map<MemberId, List<Change>> changes, Instant now) {
    List<Told> told =
        changes.entrySet().stream()
            .flatMap(of -> of.getValue().stream().map(one -> new Told(of.getKey(), one, now)))
            .toList();
    rows.insert(standings.rows(club, told));
  }

  /** Members for whom something is due, or whom nobody judged by the program as it is now. */
  List<MemberId> due(ClubId club, Instant now, long program, int most) {
    return jdbc.sql(
            """
            select distinct member_id from (
              (select member_id from tiers.member
                where club_id = :club and due_at <= :now::timestamptz
                order by due_at limit :most)
              union all
              (select member_id from tiers.member
                where club_id = :club and program < :program
                order by program limit :most)
            ) d
            limit :most
            """)
        .param("club", club.value())
        .param("now", now.toString())
        .param("program", program)
        .param("most", most)
        .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
        .list();
  }

  void forget(ClubId club, MemberId member) {
    days.forget(club, member);
    jdbc.sql("delete from tiers.member where club_id = ? and member_id = ?")
        .params(club.value(), member.value())
        .update();
  }

  Crowd crowd(ClubId club, String set) {
    return new Crowd(crowds(club, set), areMoreThan(club, Crowd.MOST));
  }

  /** By the tier held last, how many members; who never held any counts under no name. */
  private Map<String, Long> crowds(ClubId club, String set) {
    Map<String, Long> crowds = new HashMap<>();
    jdbc.sql(
            """
            select coalesce(tier, ''), count(*) from (
              select doc::jsonb -> 'sets' -> ?::text -> 'past' -> -1 ->> 'tier' as tier
              from (select doc from tiers.member where club_id = ? limit ?) docs
            ) held
            group by tier
            """)
        .params(set, club.value(), Crowd.MOST)
        .query(row -> {
          crowds.put(row.getString(1), row.getLong(2));
        });
    return crowds;
  }

  /** Whether there are more members than so many. */
  private boolean areMoreThan(ClubId club, int many) {
    return jdbc.sql("select 1 from tiers.member where club_id = ? offset ? limit 1")
        .params(club.value(), many)
        .query((row, _) -> true)
        .optional()
        .orElse(false);
  }

  /** A member's changes, newest first. */
  List<Entry> history(ClubId club, MemberId member, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from tiers.standing
            where club_id = ? and member_id = ? and id < ?
            order by id desc limit ?
            """)
        .params(club.value(), member.value(), before == null ? new UUID(-1L, -1L) : before, limit)
        .query((row, _) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    String until = row.getString("until");
    return new Entry(
        row.getObject("id", UUID.class),
        new Change(
            row.getString("set_code"),
            null,
            row.getString("tier"),
            Columns.time(row, "since"),
            until == null ? null : LocalDate.parse(until),
            Reason.valueOf(row.getString("reason")),
            row.getString("actor"),
            row.getString("note"),
            row.getObject("document", UUID.class)),
        row.getObject("recorded_at", Timestamp.class).toInstant());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
