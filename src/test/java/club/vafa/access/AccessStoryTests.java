package club.vafa.access;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access.FirstOwner;
import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets in, with what rights, and who does not. */
@StoryTest
@Import(TestClub.class)
class AccessStoryTests {
  private final TestClub clubs;
  private final Access access;
  private final JdbcClient jdbc;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private ApiClient anybody;

  AccessStoryTests(TestClub clubs, Access access, JdbcClient jdbc, Clock clock) {
    this.clubs = clubs;
    this.access = access;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @BeforeEach
  void aClub() {
    club = clubs.cafe();
    anybody = ApiClient.fromElsewhere(port);
  }

  private Answer login(String club, String login, String password) {
    return anybody.post(
        "/v1/sessions",
        "{\"club\":\"%s\",\"login\":\"%s\",\"password\":\"%s\"}".formatted(club, login, password));
  }

  private ApiClient owner() {
    FirstOwner owner = access.firstOwner(club.id()).orElseThrow();
    return anybody.with(login(club.code(), owner.login(), owner.password()).at("/token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic abc",
        "Bearer",
        "Bearer vafa_",
        "Bearer vafa_0123456789012345678901234567890123456789012",
        "Bearer vafas_0123456789012345678901234567890123456789012",
        "Bearer vafa_012345678901234567890123456789012345678901é",
        "Bearer null",
      })
  void whoIsNotKnownGetsNothing(String authorization) {
    for (String path : List.of("/v1/members", "/v1/api-keys", "/v1/staff", "/v1/purchases/x")) {
      Answer answer =
          authorization.isEmpty()
              ? anybody.get(path)
              : anybody.send("GET", path, null, "Authorization", authorization);
      assertThat(answer.told()).isEqualTo("401 unauthenticated");
      assertThat(answer.header("WWW-Authenticate")).isPresent();
    }
  }

  @Test
  void theFirstOwnerIsMadeOnceAndLogsIn() {
    FirstOwner owner = access.firstOwner(club.id()).orElseThrow();
    Answer session = login(club.code(), " OWNER ", owner.password());

    assertThat(access.firstOwner(club.id())).isEmpty();
    assertThat(session.status()).as(session.body()).isEqualTo(201);
    assertThat(session.at("/token")).startsWith("vafas_");
    assertThat(session.at("/staff/role")).isEqualTo("owner");
    assertThat(session.body()).doesNotContain(owner.password());
    ApiClient console = anybody.with(session.at("/token"));
    assertThat(console.get("/v1/staff").at("/data/0/login")).isEqualTo("owner");
    assertThat(console.delete("/v1/sessions").status()).isEqualTo(204);
    assertThat(console.get("/v1/staff").told()).isEqualTo("401 unauthenticated");
  }

  @Test
  void aLoginEndsTwelveHoursAfterItWasLastUsed() {
    ApiClient console = owner();

    clock.setAhead(Duration.ofHours(11));
    // What is trusted for seconds is trusted by the machine's clock, so a fresh look is forced.
    clubs.key(club);
    assertThat(console.get("/v1/staff").status()).isEqualTo(200);
    clock.setAhead(Duration.ofHours(30));
    assertThat(console.get("/v1/staff").told()).isEqualTo("401 unauthenticated");
  }

  @Test
  void whoGuessesIsStoppedAndLearnsNothing() {
    FirstOwner owner = access.firstOwner(club.id()).orElseThrow();
    Answer wrong = login(club.code(), "owner", "wrong-password");
    Answer nobody = login(club.code(), "nobody", "wrong-password");
    Answer nowhere = login("no-such-club", "owner", "wrong-password");

    assertThat(List.of(wrong, nobody, nowhere))
        .extracting(Answer::told)
        .containsOnly("401 login_failed");
    assertThat(wrong.at("/detail"))
        .isEqualTo(nobody.at("/detail"))
        .isEqualTo(nowhere.at("/detail"));
    for (int more = 0; more < 4; more++) {
      login(club.code(), "owner", "wrong-password");
    }
    Answer stopped = login(club.code(), "owner", owner.password());
    assertThat(stopped.told()).isEqualTo("429 too_many_attempts");
    assertThat(stopped.header("Retry-After")).isPresent();
    clock.setAhead(Duration.ofMinutes(16));
    assertThat(login(club.code(), "owner", owner.password()).status()).isEqualTo(201);
  }

  @Test
  void unknownLoginsTakeAsLongAsKnownOnes() {
    access.firstOwner(club.id()).orElseThrow();
    long known = nanos(() -> login(club.code(), "owner", "x"));
    long unknown = nanos(() -> login(club.code(), "nobody", "x"));
    long nowhere = nanos(() -> login("none", "owner", "x"));

    // A bcrypt takes tens of milliseconds; without it an answer takes a few.
    assertThat(unknown).isGreaterThan(known / 4);
    assertThat(nowhere).isGreaterThan(known / 4);
  }

  private static long nanos(Supplier<Answer> call) {
    long best = Long.MAX_VALUE;
    for (int times = 0; times < 3; times++) {
      long start = System.nanoTime();
      call.get();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void aKeyMayDoWhatItsScopesSayAndNoMore() {
    ApiClient console = owner();
    Answer made =
        console.post(
            "/v1/api-keys", "{\"name\":\"till-3\",\"scopes\":[\"members:read\",\"keys:write\"]}");
    ApiClient till = anybody.with(made.at("/secret"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(till.get("/v1/members").status()).isEqualTo(200);
    Answer refused = till.post("/v1/members", "{\"firstName\":\"a\"}");
    assertThat(refused.told()).isEqualTo("403 scope_missing");
    assertThat(refused.at("/detail")).contains("members:write");
    assertThat(till.post("/v1/api-keys", "{\"name\":\"x\",\"scopes\":[\"staff:write\"]}").told())
        .isEqualTo("403 scope_not_held /scopes");
    assertThat(console.get("/v1/api-keys/" + made.at("/key/id")).body())
        .doesNotContain(made.at("/secret"));
    assertThat(console.get("/v1/api-keys").at("/data/0/hint"))
        .isEqualTo(made.at("/secret").substring(made.at("/secret").length() - 4));
    assertThat(console.delete("/v1/api-keys/" + made.at("/key/id")).status()).isEqualTo(204);
    assertThat(till.get("/v1/members").told()).isEqualTo("401 unauthenticated");
    assertThat(console.get("/v1/api-keys").at("/data/0/revokedAt")).isNotEmpty();
  }

  @Test
  void aKeyEndsAtItsTime() {
    ApiClient console = owner();
    String until = clock.instant().plus(Duration.ofHours(1)).toString();
    Answer made =
        console.post(
            "/v1/api-keys",
            "{\"name\":\"x\",\"scopes\":[\"members:read\"],\"expiresAt\":\"%s\"}".formatted(until));
    ApiClient till = anybody.with(made.at("/secret"));

    assertThat(till.get("/v1/members").status()).isEqualTo(200);
    clock.setAhead(Duration.ofHours(2));
    assertThat(till.get("/v1/members").told()).isEqualTo("401 unauthenticated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "{} -> 422 required /name",
        "{\"name\":\"x\"} -> 422 required /scopes",
        "{\"name\":\"x\",\"scopes\":[]} -> 422 required /scopes",
        "{\"name\":\"x\",\"scopes\":[null]} -> 422 required /scopes/0",
        "{\"name\":\"x\",\"scopes\":[\"all\"]} -> 422 unknown_value /scopes/0",
        "{\"name\":\"x\",\"scopes\":\"members:read\"} -> 400 wrong_type /scopes",
        "{\"name\":\"x\",\"scopes\":[\"keys:read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"} -> 422 expiry_passed /expiresAt",
      })
  void aKeyThatIsNotRightIsRefusedByName(String body, String told) {
    assertThat(owner().post("/v1/api-keys", body).told()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "{} -> 422 required /login",
        "{\"login\":\"a b\",\"name\":\"x\",\"role\":\"cashier\",\"password\":\"12345678\"} -> 422 login_form /login",
        "{\"login\":\"a\",\"name\":\"x\",\"role\":\"king\",\"password\":\"12345678\"} -> 422 unknown_value /role",
        "{\"login\":\"a\",\"name\":\"x\",\"role\":\"cashier\",\"password\":\"1234567\"} -> 422 password_too_short /password",
        "{\"login\":\"a\",\"name\":\"x\",\"role\":\"cashier\",\"password\":\"12345678\",\"branch\":\"moon\"} -> 422 branch_unknown /branch",
        "{\"login\":\"owner\",\"name\":\"x\",\"role\":\"cashier\",\"password\":\"12345678\"} -> 409 login_taken /login",
      })
  void staffThatIsNotRightIsRefusedByName(String body, String told) {
    assertThat(owner().post("/v1/staff", body).told()).isEqualTo(told);
  }

  @Test
  void rolesDecideWhatStaffMayDo() {
    ApiClient owner = owner();
    String cashier = staff(owner, "sara", "cashier").at("/id");
    staff(owner, "omid", "manager");
    ApiClient sara = anybody.with(login(club.code(), "sara", "12345678").at("/token"));
    ApiClient omid = anybody.with(login(club.code(), "omid", "12345678").at("/token"));

    assertThat(sara.post("/v1/members", "{\"firstName\":\"a\"}").status()).isEqualTo(201);
    assertThat(sara.get("/v1/staff").told()).isEqualTo("403 scope_missing");
    assertThat(omid.get("/v1/staff").status()).isEqualTo(200);
    assertThat(staff(omid, "mina", "owner").told()).isEqualTo("403 role_not_held /role");
    assertThat(omid.patch("/v1/staff/" + cashier, "{\"role\":\"owner\"}").told())
        .isEqualTo("403 role_not_held /role");
    assertThat(omid.patch("/v1/staff/" + cashier, "{\"state\":\"blocked\"}").status())
        .isEqualTo(200);
    assertThat(sara.get("/v1/members").told()).isEqualTo("401 unauthenticated");
    assertThat(login(club.code(), "sara", "12345678").told()).isEqualTo("401 login_failed");
  }

  @Test
  void aNewPasswordEndsOldLogins() {
    ApiClient owner = owner();
    String cashier = staff(owner, "sara", "cashier").at("/id");
    ApiClient sara = anybody.with(login(club.code(), "sara", "12345678").at("/token"));
    String path = "/v1/staff/" + cashier;

    assertThat(owner.patch(path, "{\"password\":\"correct horse\"}").status()).isEqualTo(200);
    assertThat(sara.get("/v1/members").told()).isEqualTo("401 unauthenticated");
    assertThat(login(club.code(), "sara", "12345678").told()).isEqualTo("401 login_failed");
    assertThat(login(club.code(), "sara", "correct horse").status()).isEqualTo(201);
  }

  private static Answer staff(ApiClient client, String login, String role) {
    return client.post(
        "/v1/staff",
        "{\"login\":\"%s\",\"name\":\"%s\",\"role\":\"%s\",\"password\":\"12345678\"}"
            .formatted(login, login, role));
  }

  @Test
  void aClubKeepsAnOwner() {
    ApiClient owner = owner();
    String path = "/v1/staff/" + owner.get("/v1/staff").at("/data/0/id");

    assertThat(owner.patch(path, "{\"role\":\"cashier\"}").told()).isEqualTo("409 last_owner");
    assertThat(owner.patch(path, "{\"state\":\"blocked\"}").told()).isEqualTo("409 last_owner");
    staff(owner, "mina", "owner");
    assertThat(owner.patch(path, "{\"state\":\"blocked\"}").status()).isEqualTo(200);
  }

  @Test
  void everyChangeIsWrittenDownForGood() {
    ApiClient owner = owner();
    String sara = staff(owner, "sara", "cashier").at("/id");
    owner.patch("/v1/staff/" + sara, "{\"name\":\"Sara A.\",\"password\":\"correct horse\"}");
    String key =
        owner.post("/v1/api-keys", "{\"name\":\"x\",\"scopes\":[\"keys:read\"]}").at("/key/id");
    owner.delete("/v1/api-keys/" + key);

    List<String> lines =
        ClubScope.call(
            club.id(),
            () ->
                jdbc.sql("select actor || ' ' || action from access.audit order by id")
                    .query(String.class)
                    .list());
    assertThat(lines)
        .containsExactly(
            "installation staff.added",
            "staff:owner staff.added",
            "staff:owner staff.password_changed",
            "staff:owner staff.changed",
            "staff:owner key.made",
            "staff:owner key.revoked");
    List<String> kept =
        ClubScope.call(
            club.id(),
            () ->
                jdbc.sql("select coalesce(before::text, '') || after::text from access.audit")
                    .query(String.class)
                    .list());
    assertThat(kept).noneMatch(text -> text != null && text.contains("horse"));
  }

  @Test
  void anotherClubsStaffAndKeysAreNotThere() {
    ApiClient owner = owner();
    String staff = owner.get("/v1/staff").at("/data/0/id");
    String key =
        owner.post("/v1/api-keys", "{\"name\":\"x\",\"scopes\":[\"keys:read\"]}").at("/key/id");
    ApiClient other = ApiClient.of(port, clubs.key(clubs.cafe()));

    assertThat(other.get("/v1/staff/" + staff).told()).isEqualTo("404 staff_not_found");
    assertThat(other.patch("/v1/staff/" + staff, "{\"name\":\"x\"}").told())
        .isEqualTo("404 staff_not_found");
    assertThat(other.get("/v1/api-keys/" + key).told()).isEqualTo("404 key_not_found");
    assertThat(other.delete("/v1/api-keys/" + key).told()).isEqualTo("404 key_not_found");
    assertThat(other.get("/v1/staff").body()).isEqualTo("{\"data\":[]}");
  }

  @Test
  void noSecretIsKeptInTheClear() {
    ApiClient owner = owner();
    String secret =
        owner.post("/v1/api-keys", "{\"name\":\"x\",\"scopes\":[\"keys:read\"]}").at("/secret");
    List<String> rows =
        ClubScope.call(
            club.id(),
            () ->
                jdbc.sql(
                        """
                        select k::text from access.api_key k
                        union all select s::text from access.session s
                        union all select p::text from access.staff p
                        """)
                    .query(String.class)
                    .list());

    assertThat(rows).hasSize(3).noneMatch(row -> row.contains(secret));
    assertThat(rows).noneMatch(row -> row.contains(owner.token()));
  }
}
