package club.vafa.members;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of members' own days. */
@Component
class OwnDayStore {
  private final JdbcClient jdbc;

  OwnDayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who did something, and when. */
  record By(String actor, Instant at) {}

  Optional<OwnDayRule> rule(ClubId club) {
    return jdbc.sql(
            """
            select days, period from members.own_day_rule
            where club_id = ? order by version desc limit 1
            """)
        .param(club.value())
        .query(
            (row, _) -> new OwnDayRule(row.getInt(1), OwnDayRule.Period.valueOf(row.getString(2))))
        .optional();
  }

  void put(ClubId club, OwnDayRule rule, By by) {
    jdbc.sql(
            """
            insert into members.own_day_rule (club_id, version, days, period, changed_at,
              changed_by)
            select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?
            from members.own_day_rule where club_id = ?
            """)
        .params(
            club.value(),
            rule.days(),
            rule.period().name(),
            Timestamp.from(by.at()),
            by.actor(),
            club.value())
        .update();
  }

  List<LocalDate> of(ClubId club, MemberId member) {
    return jdbc.sql(
            "select day from members.own_day where club_id = ? and member_id = ? order by day")
        .params(club.value(), member.value())
        .query((row, _) -> row.getObject(1, LocalDate.class))
        .list();
  }

  Map<MemberId, Set<LocalDate>> of(ClubId club, Collection<MemberId> members) {
    Map<MemberId, Set<LocalDate>> days = new HashMap<>();
    jdbc.sql("select member_id, day from members.own_day where club_id = ? and member_id = any(?)")
        .params(club.value(), Columns.uuids(members, MemberId::value))
        .query(row -> {
          days.computeIfAbsent(new MemberId(row.getObject(1, UUID.class)), _ -> new HashSet<>())
              .add(row.getObject(2, LocalDate.class));
        });
    return days;
  }

  void add(ClubId club, MemberId member, LocalDate day, By by) {
    jdbc.sql(
            """
            insert into members.own_day (club_id, member_id, day, chosen_at, chosen_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(club.value(), member.value(), day, Timestamp.from(by.at()), by.actor())
        .update();
  }

  void copy(ClubId club, MemberId from, MemberId into) {
    jdbc.sql(
            """
            insert into members.own_day (club_id, member_id, day, chosen_at, chosen_by)
            select club_id, ?, day, chosen_at, chosen_by from members.own_day
            where club_id = ? and member_id = ?
            on conflict do nothing
            """)
        .params(into.value(), club.value(), from.value())
        .update();
  }

  void removeAll(ClubId club, MemberId member) {
    jdbc.sql("delete from members.own_day where club_id = ? and member_id = ?")
        .params(club.value(), member.value())
        .update();
  }

  boolean remove(ClubId club, MemberId member, LocalDate day) {
    return jdbc.sql("delete from members.own_day where club_id = ? and member_id = ? and day = ?")
            .params(club.value(), member.value(), day)
            .update()
        > 0;
  }
}
