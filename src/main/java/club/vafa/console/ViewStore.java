package club.vafa.console;

import club.vafa.api.Caller;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of views. */
@Component
class ViewStore {
  private final JdbcClient jdbc;

  ViewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<View> of(Caller caller, String list, int most) {
    return jdbc.sql(
            """
            select id, list, name, query, actor = ?, shared from console.view
            where club_id = ? and list = ? and (actor = ? or shared)
            order by actor <> ?, lower(name), id limit ?
            """)
        .params(caller.actor(), caller.club().value(), list, caller.actor(), caller.actor(), most)
        .query((row, _) ->
            new View(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getBoolean(6)))
        .list();
  }

  int count(Caller caller) {
    return jdbc.sql("select count(*) from console.view where club_id = ? and actor = ?")
        .params(caller.club().value(), caller.actor())
        .query(Integer.class)
        .single();
  }

  void insert(Caller caller, View view, Instant now) {
    jdbc.sql(
            """
            insert into console.view (club_id, id, list, name, query, actor, shared, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            caller.club().value(),
            view.id(),
            view.list(),
            view.name(),
            view.query(),
            caller.actor(),
            view.shared(),
            Timestamp.from(now))
        .update();
  }

  /** Only who made it takes it away. */
  boolean delete(Caller caller, UUID id) {
    return jdbc.sql("delete from console.view where club_id = ? and id = ? and actor = ?")
            .params(caller.club().value(), id, caller.actor())
            .update()
        == 1;
  }
}
