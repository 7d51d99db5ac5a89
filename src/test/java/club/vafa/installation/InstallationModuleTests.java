package club.vafa.installation;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.RoomTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class InstallationModuleTests {
  private final JdbcClient sql;

  InstallationModuleTests(JdbcClient sql) {
    this.sql = sql;
  }

  @Test
  void theApplicationWorksAsTheRoleThatOwnsNothing() {
    assertThat(sql.sql("select current_user").query(String.class).single()).isEqualTo("vafa_app");
    assertThat(owned()).isEmpty();
  }

  @Test
  void everyTableTheApplicationMayTouchIsBehindTheWall() {
    List<String> open =
        sql.sql(
                """
                select c.oid::regclass::text from pg_class c
                where c.relkind in ('r', 'p')
                  and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
                  and has_schema_privilege('vafa_app', c.relnamespace, 'usage')
                  and has_table_privilege('vafa_app', c.oid, 'select, insert, update, delete')
                  -- The wall of names lets its owner through, for a search that names the club itself.
                  and not (c.relrowsecurity
                    and (c.relforcerowsecurity or c.oid::regclass::text = 'members.name'))
                """)
            .query(String.class)
            .list();
    assertThat(open).isEmpty();
  }

  private List<String> owned() {
    return sql.sql("select relname from pg_class where relowner = 'vafa_app'::regrole")
        .query(String.class)
        .list();
  }
}
