package club.vafa.installation;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.RoomTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One Vafa is alone until another begins, whoever of them asks first. */
@RoomTest(ownDatabase = true)
class AloneModuleTests {
  private final JdbcClient jdbc;
  private final Opening opening;
  private final Alone first;

  AloneModuleTests(JdbcClient jdbc, Opening opening, Alone first) {
    this.jdbc = jdbc;
    this.opening = opening;
    this.first = first;
  }

  @Test
  void nobodyIsAloneOnceAnotherBegan() throws SQLException {
    assertThat(first.now()).isTrue();
    try (Alone second = new Alone(jdbc, opening)) {
      assertThat(second.now()).isFalse();
      assertThat(first.now()).isFalse();
    }
    assertThat(first.now()).as("it no longer knows what the other one wrote").isFalse();

    // The lock of the first is lost with its connection: the next one finds nobody there.
    first.close();
    try (Alone third = new Alone(jdbc, opening);
        Alone fourth = new Alone(jdbc, opening)) {
      assertThat(fourth.now()).isFalse();
      assertThat(third.now()).isFalse();
    }
    try (Alone restarted = new Alone(jdbc, opening)) {
      assertThat(restarted.now()).isTrue();
    }
  }

  @Test
  void whoLostTheLockTellsTheOneWhoFoundNobody() throws SQLException {
    Alone lost = new Alone(jdbc, opening);
    lost.close();
    try (Alone next = new Alone(jdbc, opening)) {
      assertThat(lost.now()).isFalse();
      assertThat(next.now()).isFalse();
    }
  }
}
