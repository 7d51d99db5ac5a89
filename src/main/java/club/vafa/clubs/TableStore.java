package club.vafa.clubs;

import club.vafa.kernel.ClubId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of what units are worth and what they are turned into. */
@Component
class TableStore {
  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  TableStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who made a version, and when. */
  record Made(String actor, Instant at) {}

  private record Version(int unit, Worth worth) {}

  /** The versions of each unit that has any, in the order in which they hold. */
  Map<Integer, List<Worth>> worths(ClubId club) {
    Map<Integer, List<Worth>> worths = new TreeMap<>();
    jdbc.sql(
            """
            select unit, definition from clubs.unit_worth where club_id = ? order by unit, version
            """)
        .param(club.value())
        .query(
            (row, _) -> new Version(row.getInt(1), json.readValue(row.getString(2), Worth.class)))
        .list()
        .forEach(version ->
            add(worths.computeIfAbsent(version.unit(), _ -> new ArrayList<>()), version.worth()));
    return worths;
  }

  /** A version takes the place of those made before it that would begin no earlier. */
  private static void add(List<Worth> versions, Worth next) {
    versions.removeIf(before -> !before.from().isBefore(next.from()));
    versions.add(next);
  }

  void addWorth(ClubId club, Unit unit, Worth worth, Made made) {
    jdbc.sql(
            """
            insert into clubs.unit_worth (club_id, unit, version, valid_from, made_at, actor,
              definition)
            select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?
            from clubs.unit_worth where club_id = ? and unit = ?
            """)
        .params(
            club.value(),
            unit.number(),
            Timestamp.from(worth.from()),
            Timestamp.from(made.at()),
            made.actor(),
            json.writeValueAsString(worth),
            club.value(),
            unit.number())
        .update();
  }

  List<Conversion> conversions(ClubId club) {
    return jdbc.sql(
            """
            select distinct on (from_unit, to_unit) definition
            from clubs.conversion
            where club_id = ?
            order by from_unit, to_unit, version desc
            """)
        .param(club.value())
        .query((row, _) -> json.readValue(row.getString(1), Conversion.class))
        .list();
  }

  void addConversion(Club club, Conversion conversion, Made made) {
    int from = club.unit(conversion.from()).orElseThrow().number();
    int to = club.unit(conversion.to()).orElseThrow().number();
    jdbc.sql(
            """
            insert into clubs.conversion (club_id, from_unit, to_unit, version, made_at, actor,
              definition)
            select ?, ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?
            from clubs.conversion where club_id = ? and from_unit = ? and to_unit = ?
            """)
        .params(
            club.id().value(),
            from,
            to,
            Timestamp.from(made.at()),
            made.actor(),
            json.writeValueAsString(conversion),
            club.id().value(),
            from,
            to)
        .update();
  }
}
