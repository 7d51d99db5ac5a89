package club.vafa.memberships;

import club.vafa.installation.Columns;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of plans and of what they said when. */
@Repository
class PlanStore {
  private static final String SELECT = "select * from memberships.plan where club_id = ?";

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  PlanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Plan> find(ClubId club, PlanId id) {
    return one(SELECT + " and id = ?", club, id.value());
  }

  Optional<Plan> byCode(ClubId club, String code) {
    return jdbc.sql(SELECT + " and code = ?")
        .params(club.value(), code)
        .query((row, _) -> plan(row))
        .optional();
  }

  Optional<Plan> lock(ClubId club, PlanId id) {
    return one(SELECT + " and id = ? for no key update", club, id.value());
  }

  private Optional<Plan> one(String sql, ClubId club, UUID id) {
    return jdbc.sql(sql).params(club.value(), id).query((row, _) -> plan(row)).optional();
  }

  List<Plan> list(ClubId club, String afterCode, int limit) {
    return jdbc.sql(SELECT + " and code > ? order by code limit ?")
        .params(club.value(), afterCode, limit)
        .query((row, _) -> plan(row))
        .list();
  }

  /** All plans there ever were, by code. */
  List<Plan> all(ClubId club) {
    return jdbc.sql(SELECT + " order by code")
        .param(club.value())
        .query((row, _) -> plan(row))
        .list();
  }

  /** All plans that were ever live. */
  List<Plan> published(ClubId club) {
    return jdbc.sql(SELECT + " and version > 0")
        .param(club.value())
        .query((row, _) -> plan(row))
        .list();
  }

  PlanTerms terms(ClubId club, PlanId plan, int version) {
    return jdbc.sql(
            """
            select terms from memberships.plan_version
            where club_id = ? and plan_id = ? and version = ?
            """)
        .params(club.value(), plan.value(), version)
        .query((row, _) -> terms(row))
        .single();
  }

  /** Whether the code was free and is now the plan's. */
  boolean insert(ClubId club, Plan plan) {
    return jdbc.sql(
                """
                insert into memberships.plan (club_id, id, code, state, version, terms, created_at,
                  updated_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict (club_id, code) do nothing
                """)
            .params(
                club.value(),
                plan.id().value(),
                plan.code(),
                word(plan),
                plan.version(),
                json.writeValueAsString(plan.terms()),
                Timestamp.from(plan.createdAt()),
                Timestamp.from(plan.updatedAt()))
            .update()
        == 1;
  }

  void update(ClubId club, Plan plan) {
    jdbc.sql(
            """
            update memberships.plan set state = ?, version = ?, terms = ?::jsonb, updated_at = ?
            where club_id = ? and id = ?
            """)
        .params(
            word(plan),
            plan.version(),
            json.writeValueAsString(plan.terms()),
            Timestamp.from(plan.updatedAt()),
            club.value(),
            plan.id().value())
        .update();
  }

  void keep(ClubId club, Plan plan, String actor, Instant at) {
    jdbc.sql(
            """
            insert into memberships.plan_version (club_id, plan_id, version, terms, actor, at)
            values (?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            club.value(),
            plan.id().value(),
            plan.version(),
            json.writeValueAsString(plan.terms()),
            actor,
            Timestamp.from(at))
        .update();
  }

  private static String word(Plan plan) {
    return plan.state().name().toLowerCase(Locale.ROOT);
  }

  private Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        new PlanId(row.getObject("id", UUID.class)),
        row.getString("code"),
        Plan.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("version"),
        terms(row),
        Columns.time(row, "created_at"),
        Columns.time(row, "updated_at"));
  }

  private PlanTerms terms(ResultSet row) throws SQLException {
    return json.readValue(row.getString("terms"), PlanTerms.class);
  }
}
