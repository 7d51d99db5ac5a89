package club.vafa.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A request that is sent again does nothing again. */
@StoryTest
@Import(TestClub.class)
class IdempotencyStoryTests {
  private static final String SARA = "{\"firstName\":\"Sara\"}";

  private final TestClub clubs;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final IdempotencySweep sweep;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private ApiClient till;

  IdempotencyStoryTests(
      TestClub clubs,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      IdempotencySweep sweep,
      Clock clock) {
    this.clubs = clubs;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.sweep = sweep;
    this.clock = clock;
  }

  @BeforeEach
  void aClub() {
    club = clubs.cafe();
    till = ApiClient.of(port, clubs.key(club));
  }

  private Answer create(String key, String body) {
    return till.post("/v1/members", body, Idempotency.HEADER, key);
  }

  private int members() {
    return till.get("/v1/members").json().at("/data").size();
  }

  @Test
  void theSameRequestIsAnsweredTheSameWay() {
    Answer first = create("k1", SARA);
    Answer again = create("k1", SARA);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location")).isPresent();
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(again.header("Content-Type")).hasValue("application/json");
    assertThat(members()).isEqualTo(1);
  }

  @Test
  void anotherBodyOrAddressUnderTheSameKeyIsRefused() {
    String id = create("k1", SARA).at("/id");

    assertThat(create("k1", "{\"firstName\":\"Omid\"}").told())
        .isEqualTo("422 idempotency_mismatch");
    assertThat(till.post("/v1/members/" + id + "/block", SARA, Idempotency.HEADER, "k1").told())
        .isEqualTo("422 idempotency_mismatch");
    assertThat(members()).isEqualTo(1);
  }

  @Test
  void aRefusalIsRepeatedToo() {
    Answer first = create("k1", "{\"phone\":\"12\"}");
    Answer again = create("k1", "{\"phone\":\"12\"}");

    assertThat(again.told()).isEqualTo("422 phone_invalid /phone").isEqualTo(first.told());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Content-Type")).hasValue("application/problem+json");
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
  }

  @Test
  void eachClubHasKeysOfItsOwn() {
    create("k1", SARA);
    till = ApiClient.of(port, clubs.key(clubs.cafe()));

    assertThat(create("k1", "{\"firstName\":\"Omid\"}").status()).isEqualTo(201);
  }

  @Test
  void sixtyFourAtOnceMakeOneMember() throws Exception {
    List<Answer> answers = atOnce(64, () -> create("k1", SARA));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    assertThat(answers)
        .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
        .hasSize(1);
    assertThat(members()).isEqualTo(1);
  }

  @Test
  void whoComesWhileTheFirstStillRunsWaitsAndIsThenToldSo() {
    ClubScope.run(
        club.id(),
        () ->
            transaction.executeWithoutResult(_ -> {
              jdbc.sql(
                      """
                      insert into api.idempotency (club_id, key, hash, created_at)
                      values (?, 'k1', gen_random_uuid(), now())
                      """)
                  .param(club.id().value())
                  .update();
              assertThat(create("k1", SARA).told()).isEqualTo("409 idempotency_in_progress");
            }));
  }

  @Test
  void aSecretIsInTheFirstAnswerOnly() {
    String wanted = "{\"name\":\"shop\",\"scopes\":[\"members:read\"]}";
    Answer first = till.post("/v1/api-keys", wanted, Idempotency.HEADER, "k1");
    Answer again = till.post("/v1/api-keys", wanted, Idempotency.HEADER, "k1");

    assertThat(first.at("/secret")).startsWith("vafa_");
    assertThat(again.at("/secret")).isEmpty();
    assertThat(again.at("/key/id")).isEqualTo(first.at("/key/id"));
  }

  @Test
  void keysAreForgottenAfterThirtyDays() {
    create("k1", SARA);
    clock.setAhead(Duration.ofDays(29));
    sweep.sweep();
    assertThat(create("k1", SARA).header("Idempotent-Replayed")).isPresent();

    clock.setAhead(Duration.ofDays(31));
    sweep.sweep();
    assertThat(create("k1", SARA).header("Idempotent-Replayed")).isEmpty();
  }

  private static List<Answer> atOnce(int callers, Callable<Answer> call) throws Exception {
    CountDownLatch start = new CountDownLatch(callers);
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Future<Answer>> running =
          IntStream.range(0, callers)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return call.call();
                  }))
              .toList();
      List<Answer> answers = new java.util.ArrayList<>();
      for (Future<Answer> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
