package club.vafa.acts;

import club.vafa.api.Json;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of acts. */
@Component
class ActStore {
  /** Said of both tables once more, so that their indexes find them. */
  private static final String SUBJECT =
      """
       and coalesce(a.subject, o.subject) = ?
       and a.id in (
         select id from acts.act where club_id = ? and subject = ?
         union all select act_id from acts.outcome where club_id = ? and subject = ?)
      """;

  private final JdbcClient jdbc;
  private final Json json;

  ActStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(ClubId club, Act act) {
    MemberId member = act.member();
    jdbc.sql(
            """
            insert into acts.act
              (club_id, id, at, actor, kind, console, subject, member_id, details)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """)
        .param(club.value())
        .param(act.id())
        .param(act.at().atOffset(ZoneOffset.UTC))
        .param(act.actor())
        .param(act.kind())
        .param(act.console())
        .param(act.subject())
        .param(member == null ? null : member.value())
        .param(json.text(act.details()))
        .update();
  }

  void finish(ClubId club, UUID act, boolean done, @Nullable String subject) {
    jdbc.sql(
            """
            insert into acts.outcome (club_id, act_id, done, subject) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .param(club.value())
        .param(act)
        .param(done)
        .param(subject)
        .update();
  }

  List<Act> list(ClubId club, ActQuery query, @Nullable UUID after, int most) {
    List<Object> values = new ArrayList<>();
    String sql =
        """
        select a.*, coalesce(a.subject, o.subject) as about
        from acts.act a left join acts.outcome o on o.club_id = a.club_id and o.act_id = a.id
        where
        """
            .concat(conditions(club, query, values));
    if (after != null) {
      sql = sql.concat(" and a.id < ?");
      values.add(after);
    }
    values.add(most);
    return jdbc.sql(sql.concat(" order by a.id desc limit ?"))
        .params(values)
        .query((row, _) -> act(row))
        .list();
  }

  long count(ClubId club, ActQuery query, int most) {
    List<Object> values = new ArrayList<>();
    String sql =
        """
        select count(*) from (select 1
        from acts.act a left join acts.outcome o on o.club_id = a.club_id and o.act_id = a.id
        where %s limit ?) found
        """
            .formatted(conditions(club, query, values));
    values.add(most);
    return jdbc.sql(sql).params(values).query(Long.class).single();
  }

  /** What was refused, or done before and only asked for again, is no act. */
  private static String conditions(ClubId club, ActQuery query, List<Object> values) {
    StringBuilder sql = new StringBuilder("a.club_id = ? and o.done is not false");
    values.add(club.value());
    if (query.actor() != null) {
      sql.append(" and a.actor in (?, ?, ?)");
      values.add(query.actor());
      values.add("staff:" + query.actor());
      values.add("key:" + query.actor());
    }
    if (query.kind() != null) {
      sql.append(query.kind().contains(".") ? " and a.kind = ?" : " and a.part = ?");
      values.add(query.kind());
    }
    if (query.subject() != null) {
      sql.append(SUBJECT);
      values.addAll(
          List.of(query.subject(), club.value(), query.subject(), club.value(), query.subject()));
    }
    if (query.member() != null) {
      sql.append(" and a.member_id = ?");
      values.add(query.member().value());
    }
    if (query.from() != null) {
      sql.append(" and a.at >= ?");
      values.add(query.from().atOffset(ZoneOffset.UTC));
    }
    if (query.until() != null) {
      sql.append(" and a.at < ?");
      values.add(query.until().atOffset(ZoneOffset.UTC));
    }
    return sql.toString();
  }

  private Act act(ResultSet row) throws SQLException {
    UUID member = row.getObject("member_id", UUID.class);
    Map<String, String> details = new HashMap<>();
    json.mapper()
        .readTree(row.getString("details"))
        .properties()
        .forEach(detail -> details.put(detail.getKey(), detail.getValue().asString("")));
    return new Act(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("kind"),
        row.getBoolean("console"),
        row.getString("about"),
        member == null ? null : new MemberId(member),
        details);
  }
}
