package club.vafa.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.api.AnsweredLater;
import club.vafa.api.Caller;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.installation.NoWaiting;
import club.vafa.testing.RawHttp;
import club.vafa.testing.RawHttp.Answer;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;

/**
 * What is answered where connections are polled. The endpoint of these stories has no controller,
 * so that whatever goes another way is not found.
 */
@StoryTest
@Import({TestClub.class, PolledWayStoryTests.Endpoint.class})
class PolledWayStoryTests {
  private static final String PATH = "/v1/later";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";

  /**
   * A document of the endpoint.
   *
   * @param say what is answered
   * @param times how often
   */
  record Note(String say, int times) {}

  /** A request that waits for its answer. */
  record Begun(
      Note note, @Nullable String key, CompletableFuture<Supplier<ResponseEntity<?>>> answer) {
    void end() {
      answer.complete(() -> ResponseEntity.status(202).body(note.say().repeat(note.times())));
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Endpoint {
    @Bean
    Later later(Clubs clubs) {
      return new Later(clubs);
    }
  }

  static final class Later implements AnsweredLater<Note> {
    final BlockingQueue<Begun> begun = new LinkedBlockingQueue<>();
    private final Clubs clubs;
    private volatile @Nullable RuntimeException fault;

    Later(Clubs clubs) {
      this.clubs = clubs;
    }

    @Override
    public String path() {
      return PATH;
    }

    @Override
    public Class<Note> takes() {
      return Note.class;
    }

    @Override
    public Scope needs() {
      return Scope.PURCHASES_WRITE;
    }

    @Override
    public @Nullable CompletableFuture<Supplier<ResponseEntity<?>>> begin(
        Note note, @Nullable String key, Caller caller) {
      switch (note.say()) {
        case "busy" -> {
          return null;
        }
        case "at once" -> {
          return CompletableFuture.completedFuture(() -> ResponseEntity.status(202).body(note));
        }
        case "asks" -> {
          try {
            clubs.branches(caller.club());
          } catch (RuntimeException why) {
            fault = why;
            throw why;
          }
          throw new AssertionError("the database was asked");
        }
        case "broken" -> throw new IllegalStateException("broken");
        default -> {
          Begun one = new Begun(note, key, new CompletableFuture<>());
          begun.add(one);
          return one.answer();
        }
      }
    }
  }

  private final TestClub clubs;
  private final Later later;
  private final PolledWay way;
  @LocalServerPort private int port;
  private Club club;
  private String key;

  PolledWayStoryTests(TestClub clubs, Later later, PolledWay way) {
    this.clubs = clubs;
    this.later = later;
    this.way = way;
  }

  /** Keys are looked up with a thread; from then on they are known for a while. */
  @BeforeEach
  void aKeyThatIsKnown() {
    club = clubs.cafe();
    key = clubs.key(club);
    try (RawHttp line = new RawHttp(port)) {
      assertThat(line.send(note("first", 1)).answer().status()).isEqualTo(404);
    }
  }

  @AfterEach
  void nothingIsLeft() {
    way.finish();
    assertThat(way.inFlight()).isZero();
  }

  @Test
  void nobodyWaitsForAnother() throws InterruptedException {
    try (RawHttp one = new RawHttp(port);
        RawHttp other = new RawHttp(port)) {
      Begun first = begin(one, note("one", 1));
      Begun second = begin(other, note("other", 2, "Idempotency-Key: k"));

      second.end();
      assertThat(other.answer().body()).isEqualTo("\"otherother\"");
      first.end();
      Answer told = one.answer();
      assertThat(told.status()).isEqualTo(202);
      assertThat(told.body()).isEqualTo("\"one\"");
      assertThat(told.headers())
          .containsOnlyKeys(
              "content-type", "content-length", "date", "ratelimit", "ratelimit-policy");
      assertThat(first.key()).isNull();
      assertThat(second.key()).isEqualTo("k");
    }
  }

  @Test
  void aConnectionStays() throws InterruptedException {
    try (RawHttp line = new RawHttp(port)) {
      for (int time = 1; time < 300; time++) {
        begin(line, note("a", time, "Connection: keep-alive")).end();
        Answer told = line.answer();
        assertThat(told.body()).hasSize(time + 2);
        assertThat(told.headers()).containsEntry("connection", "keep-alive");
        if (time % 50 == 0) {
          line.send("GET /v1/openapi.json HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n\r\n");
          assertThat(line.answer().status()).isEqualTo(406);
        }
      }
    }
  }

  /** Whichever way it goes, which depends on when the pieces are seen: nothing is lost. */
  @Test
  void whatComesInPiecesIsAnswered() {
    String note = note("at once", 1);
    try (RawHttp line = new RawHttp(port)) {
      for (int at = 1; at < note.length(); at += 7) {
        line.send(note.substring(0, at)).send(note.substring(at));
        assertThat(line.answer().status()).isIn(202, 404);
      }
      for (char sign : note.toCharArray()) {
        line.send(String.valueOf(sign));
      }
      assertThat(line.answer().status()).isIn(202, 404);
      line.send(note + note + note);
      for (int time = 0; time < 3; time++) {
        assertThat(line.answer().status()).isIn(202, 404);
      }
      line.send(note("x".repeat(20_000), 1));
      assertThat(line.answer().status()).isEqualTo(404);
      int full = 8 * 1024 - note("at once", 1, "X-Pad: ").length();
      for (int more = -2; more <= 2; more++) {
        line.send(note("at once", 1, "X-Pad: " + "x".repeat(full + more)));
        assertThat(line.answer().status()).as("%s more than fit", more).isIn(202, 404);
      }
      // Whatever can't be read at all is left to Tomcat too, which takes this for HTTP/0.9.
      line.send("POST HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
      assertThat(line.rest()).doesNotContain("202");
    }
    assertThat(later.begun).isEmpty();
  }

  @Test
  void nothingIsRefusedHere() {
    try (RawHttp line = new RawHttp(port)) {
      List<String> otherwise =
          List.of(
              note("busy", 1),
              note("broken", 1),
              note("a", 1, "Accept: text/html"),
              RawHttp.post(PATH, key, "{\"say\":1}"),
              RawHttp.post(PATH, key, "{"),
              RawHttp.post(PATH, clubs.key(club, Scope.MEMBERS_READ), "{\"say\":\"a\"}"));
      for (String request : otherwise) {
        assertThat(line.send(request).answer().status()).as(request).isEqualTo(404);
      }
      String unknown = RawHttp.post(PATH, "vafa_" + "x".repeat(43), "{\"say\":\"a\"}");
      assertThat(line.send(unknown).answer().status()).isEqualTo(401);
      assertThat(line.send(RawHttp.post(PATH, "", "{}")).answer().status()).isEqualTo(401);
    }
    assertThat(later.begun).isEmpty();
  }

  @Test
  void whatFailsIsTold() throws InterruptedException {
    try (RawHttp line = new RawHttp(port)) {
      begin(line, note("fails", 1, "Accept-Language: fa", "Traceparent: 00-" + TRACE + "-01"))
          .answer()
          .completeExceptionally(new IllegalStateException("for the story"));
      Answer told = line.answer();
      assertThat(told.status()).isEqualTo(500);
      assertThat(told.headers())
          .containsAllEntriesOf(
              Map.of(
                  "content-type", "application/problem+json",
                  "content-language", "fa",
                  "connection", "close"));
      assertThat(told.body())
          .contains("\"internal\"", TRACE.substring(0, 32))
          .doesNotContain("for the story");
      assertThat(line.rest()).isEmpty();
    }
    try (RawHttp line = new RawHttp(port)) {
      begin(line, note("fails later", 1))
          .answer()
          .complete(() -> {
            throw new IllegalStateException("for the story");
          });
      assertThat(line.answer().status()).isEqualTo(500);
    }
  }

  /** What makes an answer may have to look something up, and that may take long. */
  @Test
  void whatAsksTheDatabaseIsAnsweredWhereThereIsTime() throws InterruptedException {
    CompletableFuture<String> time = new CompletableFuture<>();
    try (RawHttp slow = new RawHttp(port);
        RawHttp quick = new RawHttp(port)) {
      begin(slow, note("slow", 1))
          .answer()
          .complete(() -> {
            ClubScope.run(club.id(), () -> later.clubs.branches(club.id()));
            return ResponseEntity.status(202).body(time.join());
          });
      begin(quick, note("quick", 1)).end();
      assertThat(quick.answer().body()).isEqualTo("\"quick\"");
      assertThat(way.inFlight()).isPositive();
      time.complete("at last");
      assertThat(slow.answer().body()).isEqualTo("\"at last\"");
    }
  }

  @Test
  void whatWouldAskTheDatabaseIsNotBegun() {
    try (RawHttp line = new RawHttp(port)) {
      assertThat(line.send(note("asks", 1)).answer().status()).isEqualTo(404);
    }
    assertThat(later.fault).isNotNull().matches(NoWaiting::isWhy);
  }

  @Test
  void whoReadsSlowlyHoldsNobodyUp() throws InterruptedException {
    try (RawHttp slow = new RawHttp(port, 2_000);
        RawHttp quick = new RawHttp(port)) {
      begin(slow, note("0123456789", 1_000_000)).end();
      for (int time = 0; time < 20; time++) {
        begin(quick, note("quick", 1)).end();
        assertThat(quick.answer().status()).isEqualTo(202);
      }
      assertThat(slow.answer().body()).hasSize(10_000_002);
      begin(slow, note("again", 1)).end();
      assertThat(slow.answer().body()).isEqualTo("\"again\"");
    }
  }

  @Test
  void whoHasGoneIsNotMissed() throws InterruptedException {
    Begun left;
    try (RawHttp gone = new RawHttp(port)) {
      left = begin(gone, note("gone", 100_000));
    }
    left.end();
    try (RawHttp line = new RawHttp(port)) {
      begin(line, note("here", 1)).end();
      assertThat(line.answer().status()).isEqualTo(202);
    }
  }

  @Test
  void whatComesMeanwhileIsNext() throws InterruptedException {
    try (RawHttp line = new RawHttp(port)) {
      Begun first = begin(line, note("first", 1));
      line.send(note("at once", 2));
      first.end();
      assertThat(line.answer().body()).isEqualTo("\"first\"");
      assertThat(line.answer().status()).isIn(202, 404);
    }
  }

  @Test
  void aStopWaitsForWhatWasBegun() throws InterruptedException {
    try (RawHttp line = new RawHttp(port)) {
      Begun begun = begin(line, note("last", 1));
      Thread stop = Thread.ofPlatform().start(way::finish);
      assertThat(stop.join(Duration.ofMillis(200))).isFalse();
      begun.end();
      assertThat(stop.join(Duration.ofSeconds(5))).isTrue();
      assertThat(line.answer().status()).isEqualTo(202);
    }
  }

  /**
   * Sends what is begun here; again when a thread has met it, as happens when the key has to be
   * looked up, or while the thread of the last request still looks for another.
   */
  private Begun begin(RawHttp line, String note) throws InterruptedException {
    for (int time = 0; time < 5; time++) {
      line.send(note);
      Begun begun = later.begun.poll(2, TimeUnit.SECONDS);
      if (begun != null) {
        return begun;
      }
      assertThat(line.answer().status()).isEqualTo(404);
    }
    throw new AssertionError("nothing was begun");
  }

  private String note(String say, int times, String... headers) {
    return RawHttp.post(PATH, key, "{\"say\":\"%s\",\"times\":%d}".formatted(say, times), headers);
  }
}
