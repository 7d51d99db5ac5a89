package club.vafa.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.kernel.ClubId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClubScopeModuleTests {
  private static final ClubId CAFE = new ClubId(new UUID(1, 1));
  private static final ClubId GYM = new ClubId(new UUID(2, 2));

  private ClubDataSource pool;
  private JdbcClient sql;
  private TransactionTemplate transaction;

  @BeforeAll
  void twoClubsWithANoteEach() throws SQLException {
    DatabaseLogin owner = TestDatabases.fresh();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create schema trial;
          create table trial.note (club_id uuid, text text, primary key (club_id, text));
          select installation.protect('trial', 'note');
          create table trial.event (club_id uuid, text text, primary key (club_id, text));
          select installation.protect_append_only('trial', 'event');
          create table trial.forgotten (club_id uuid);
          """);
    }
    pool = TestDatabases.pool(owner);
    sql = JdbcClient.create(pool);
    transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    ClubScope.run(CAFE, () -> write(CAFE, "coffee"));
    ClubScope.run(GYM, () -> write(GYM, "weights"));
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @Test
  void outsideAnyScopeThereAreNoRows() {
    assertThat(notes()).isEmpty();
  }

  @Test
  void theInstallationSeesNoClubsRowsUnlessAPolicyAllowsIt() {
    assertThat(ClubScope.callInstallation(this::notes)).isEmpty();
    assertThat(
            ClubScope.callInstallation(
                () -> sql.sql("select installation.is_installation()").query().singleValue()))
        .isEqualTo(true);
  }

  @Test
  void eachClubSeesItsOwnRowsOnly() {
    assertThat(ClubScope.call(CAFE, this::notes)).containsExactly("coffee");
    assertThat(ClubScope.call(GYM, this::notes)).containsExactly("weights");
  }

  @Test
  void writingForAnotherClubFails() {
    assertThatThrownBy(() -> ClubScope.run(CAFE, () -> write(GYM, "stolen")))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void writingOutsideAnyScopeFails() {
    assertThatThrownBy(() -> write(CAFE, "nobody"))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void changingOrDeletingAnotherClubsRowsTouchesNothing() {
    int changed =
        ClubScope.call(
            GYM,
            () ->
                sql.sql("update trial.note set text = 'x' where club_id = ?")
                    .param(CAFE.value())
                    .update());
    int deleted =
        ClubScope.call(
            GYM,
            () -> sql.sql("delete from trial.note where club_id = ?").param(CAFE.value()).update());
    assertThat(changed).isZero();
    assertThat(deleted).isZero();
  }

  @Test
  void theScopeHoldsAfterARollback() {
    for (int round = 0; round < 20; round++) {
      ClubId mine = round % 2 == 0 ? CAFE : GYM;
      ClubScope.run(
          mine,
          () ->
              transaction.executeWithoutResult(status -> {
                write(mine, "undone");
                status.setRollbackOnly();
              }));
      assertThat(ClubScope.call(mine, this::notes)).doesNotContain("undone").hasSize(1);
      assertThat(notes()).isEmpty();
    }
  }

  @Test
  void theScopeHoldsAfterAFailedStatement() {
    assertThatThrownBy(() ->
            ClubScope.run(
                CAFE,
                () ->
                    transaction.executeWithoutResult(
                        status -> sql.sql("select 1/0").query().singleValue())))
        .isInstanceOf(DataAccessException.class);
    assertThat(notes()).isEmpty();
    assertThat(ClubScope.call(GYM, this::notes)).containsExactly("weights");
  }

  @Test
  void aTransactionNeverChangesItsClub() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            ClubScope.run(
                CAFE,
                () -> transaction.executeWithoutResult(status -> ClubScope.run(GYM, this::notes))));
  }

  @Test
  void historyIsReadAndAddedToButNotChanged() {
    ClubScope.run(
        CAFE,
        () -> {
          sql.sql("insert into trial.event values (?, 'opened')").param(CAFE.value()).update();
          assertThatThrownBy(() -> sql.sql("delete from trial.event").update())
              .hasStackTraceContaining("permission denied");
        });
  }

  @Test
  void aTableNobodyProtectedIsOutOfReach() {
    assertThatThrownBy(() ->
            ClubScope.call(
                CAFE, () -> sql.sql("select * from trial.forgotten").query().listOfRows()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void theScopeSaysItsClub() {
    assertThat(ClubScope.current()).isEmpty();
    assertThat(ClubScope.call(CAFE, ClubScope::current)).contains(CAFE);
    assertThat(ClubScope.callInstallation(ClubScope::current)).isEmpty();
  }

  private List<String> notes() {
    return sql.sql("select text from trial.note order by text").query(String.class).list();
  }

  private void write(ClubId club, String text) {
    sql.sql("insert into trial.note values (?, ?)").params(club.value(), text).update();
  }
}
