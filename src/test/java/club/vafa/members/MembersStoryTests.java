package club.vafa.members;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Members are shown, found, changed, and leave. */
@StoryTest
@Import(TestClub.class)
class MembersStoryTests {
  private static final String SARA =
      """
      {"phone":"0151 12345678","email":" Sara@Example.COM ","source":"shop","externalId":"C-1",
       "firstName":"Sara","lastName":"Ahmadi","birthDate":"1990-05-01","locale":"fa-ir",
       "attributes":{"size":38,"vip":true,"shoe":"Größe 38","ratio":0.10},
       "consents":[{"purpose":"marketing","channel":"sms","given":true,"source":"till"}]}
      """;

  private final TestClub clubs;
  private final Clubs settings;
  private final Members members;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  @LocalServerPort private int port;
  private Club club;
  private ApiClient till;

  MembersStoryTests(
      TestClub clubs,
      Clubs settings,
      Members members,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.clubs = clubs;
    this.settings = settings;
    this.members = members;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void aClub() {
    club = clubs.cafe();
    till = ApiClient.of(port, clubs.key(club));
  }

  private String enrol(String body) {
    Answer answer = till.post("/v1/members", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.at("/id");
  }

  private Answer find(String field, String value) {
    return till.get(
        "/v1/members?" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private List<String> named(String q) {
    List<String> names = new ArrayList<>();
    find("q", q)
        .json()
        .at("/data")
        .forEach(member -> names.add(member.at("/firstName").asString()));
    return names;
  }

  @Test
  void whoJoinsIsShownAsTheyAre() {
    Answer answer = till.post("/v1/members", SARA);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).hasValue("/v1/members/" + answer.at("/id"));
    assertThat(answer.at("/phone")).isEqualTo("+4915112345678");
    assertThat(answer.at("/email")).isEqualTo("sara@example.com");
    assertThat(answer.at("/externalId")).isEqualTo("C-1");
    assertThat(answer.at("/identifiers/2/source")).isEqualTo("shop");
    assertThat(answer.at("/locale")).isEqualTo("fa-IR");
    assertThat(answer.body()).contains("\"ratio\":0.10");
    assertThat(answer.json().at("/attributes/vip").asBoolean()).isTrue();
    assertThat(answer.at("/consents/0/channel")).isEqualTo("sms");
    assertThat(answer.at("/state")).isEqualTo("active");
    assertThat(answer.json().at("/cards").isArray()).isTrue();
    assertThat(till.get("/v1/members/" + answer.at("/id")).body()).isEqualTo(answer.body());
    assertThat(
            ClubScope.call(
                club.id(),
                () ->
                    jdbc.sql("select kind from feed.entry where club_id = ?")
                        .param(club.id().value())
                        .query(String.class)
                        .list()))
        .containsExactly("member.enrolled");
  }

  @Test
  void namesAreFoundInAnyScriptAndSpelling() {
    enrol("{\"firstName\":\"علی‌رضا\",\"lastName\":\"کریمی\"}");
    enrol("{\"firstName\":\"Müller\",\"lastName\":\"Straße\"}");
    enrol("{\"firstName\":\"محمّد\",\"lastName\":\"الأنصاري\"}");

    assertThat(named("علي رضا كريمي")).containsExactly("علی‌رضا");
    assertThat(named("علیرضا")).containsExactly("علی‌رضا");
    assertThat(named("کر")).containsExactly("علی‌رضا");
    assertThat(named("رضا")).containsExactly("علی‌رضا");
    assertThat(named("MULLER")).containsExactly("Müller");
    assertThat(named("strasse mul")).containsExactly("Müller");
    assertThat(named("محمد انصاری")).containsExactly("محمّد");
    assertThat(named("%")).isEmpty();
    assertThat(named("nobody")).isEmpty();
  }

  @Test
  void theListIsReadPartByPartNewestFirst() {
    List<String> ids = new ArrayList<>();
    for (int at = 0; at < 7; at++) {
      ids.addFirst(enrol("{\"firstName\":\"Guest " + at + "\"}"));
    }
    for (String filter : List.of("", "q=guest&")) {
      List<String> read = new ArrayList<>();
      String after = "";
      do {
        Answer part = till.get("/v1/members?" + filter + "limit=3" + after);
        part.json().at("/data").forEach(member -> read.add(member.at("/id").asString()));
        after = part.at("/next").isEmpty() ? "" : "&after=" + part.at("/next");
      } while (!after.isEmpty());
      assertThat(read).isEqualTo(ids);
    }
  }

  @Test
  void onlyWhatIsSentIsChanged() {
    String sara = enrol(SARA);
    enrol("{\"phone\":\"0151 5555555\"}");
    String path = "/v1/members/" + sara;

    Answer changed =
        till.patch(
            path,
            """
            {"version":1,"phone":"0151 7777777","lastName":null,"attributes":{"size":39,"vip":null},
             "consents":[{"purpose":"marketing","channel":"sms","given":false}]}
            """);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.at("/phone")).isEqualTo("+491517777777");
    assertThat(changed.at("/email")).isEqualTo("sara@example.com");
    assertThat(changed.at("/firstName")).isEqualTo("Sara");
    assertThat(changed.at("/lastName")).isEmpty();
    assertThat(changed.at("/attributes/size")).isEqualTo("39");
    assertThat(changed.json().at("/attributes").has("vip")).isFalse();
    assertThat(changed.json().at("/consents/0/given").asBoolean()).isFalse();
    assertThat(changed.at("/version")).isEqualTo("2");
    assertThat(till.patch(path, "{\"version\":1,\"firstName\":\"x\"}").told())
        .isEqualTo("409 member_changed /version");
    assertThat(till.patch(path, "{\"phone\":\"01515555555\",\"firstName\":\"x\"}").told())
        .isEqualTo("409 member_exists /phone");
    assertThat(till.get(path).at("/firstName")).isEqualTo("Sara");
    assertThat(find("phone", "015112345678").json().at("/data").size()).isZero();
    assertThat(named("ahmadi")).isEmpty();
  }

  @Test
  void whoIsErasedLeavesNothingButTheId() {
    String sara = enrol(SARA);
    till.post("/v1/members/" + sara + "/cards", "{\"number\":\"7001\"}");

    assertThat(till.delete("/v1/members/" + sara).status()).isEqualTo(204);
    assertThat(till.delete("/v1/members/" + sara).status()).isEqualTo(204);
    Answer left = till.get("/v1/members/" + sara);
    assertThat(left.at("/state")).isEqualTo("erased");
    // Short numbers may stand in an id by chance, so that no attribute is left is asked for itself.
    assertThat(left.body()).doesNotContain("Sara", "example", "1990-05", "Größe");
    assertThat(left.body()).contains("\"attributes\":{}");
    assertThat(left.at("/cards/0/state")).isEqualTo("blocked");
    assertThat(named("sara")).isEmpty();
    assertThat(till.patch("/v1/members/" + sara, "{\"firstName\":\"x\"}").told())
        .isEqualTo("409 member_erased");
    assertThat(enrol(SARA)).isNotEqualTo(sara);
  }

  @Test
  void aBlockedMemberCanBeUnblocked() {
    String sara = enrol(SARA);

    assertThat(till.post("/v1/members/" + sara + "/block", "").at("/state")).isEqualTo("blocked");
    assertThat(till.post("/v1/members/" + sara + "/block", "").at("/state")).isEqualTo("blocked");
    assertThat(till.post("/v1/members/" + sara + "/unblock", "").at("/state")).isEqualTo("active");
  }

  @Test
  void whatIsCorrectedByHandIsInTheStatement() {
    String sara = enrol(SARA);
    String path = "/v1/members/" + sara;

    Answer up =
        till.post(
            path + "/adjustments",
            "{\"unit\":\"credit\",\"amount\":\"12.50\",\"reason\":\"sorry\"}");
    Answer down =
        till.post(
            path + "/adjustments", "{\"unit\":\"credit\",\"amount\":-2.5,\"reason\":\"too much\"}");
    assertThat(up.status()).as(up.body()).isEqualTo(201);
    assertThat(down.at("/data/0/active")).isEqualTo("10");
    assertThat(till.get(path + "/wallets").at("/data/0/unit")).isEqualTo("credit");
    Answer statement = till.get(path + "/statement?limit=1");
    assertThat(statement.at("/data/0/type")).isEqualTo("adjustment");
    assertThat(statement.at("/data/0/balance")).isEqualTo("10");
    assertThat(statement.at("/data/0/cause/reason")).isEqualTo("too much");
    assertThat(statement.at("/data/0/cause/actor")).isEqualTo("key:test");
    Answer rest = till.get(path + "/statement?limit=1&after=" + statement.at("/next"));
    assertThat(rest.at("/data/0/amount")).isEqualTo("12.5");
    assertThat(rest.at("/next")).isEmpty();
    for (String[] bad :
        new String[][] {
          {"{\"unit\":\"credit\",\"amount\":\"0\",\"reason\":\"x\"}", "422 amount_zero /amount"},
          {
            "{\"unit\":\"credit\",\"amount\":\"0.001\",\"reason\":\"x\"}",
            "422 too_many_decimals /amount"
          },
          {"{\"unit\":\"gold\",\"amount\":\"1\",\"reason\":\"x\"}", "422 unit_unknown /unit"},
          {"{\"unit\":\"credit\",\"amount\":\"1\"}", "422 required /reason"},
          {
            "{\"unit\":\"credit\",\"amount\":1e30,\"reason\":\"x\"}", "422 number_too_large /amount"
          },
        }) {
      assertThat(till.post(path + "/adjustments", bad[0]).told()).isEqualTo(bad[1]);
    }
  }

  @Test
  void twoThatAreOnePersonBecomeOneMember() {
    String old = enrol("{\"phone\":\"0151 1111111\",\"firstName\":\"S.\"}");
    String sara = enrol("{\"phone\":\"0151 2222222\",\"firstName\":\"Sara\"}");
    till.post("/v1/members/" + old + "/cards", "{\"number\":\"7001\"}");
    till.post(
        "/v1/members/" + old + "/adjustments",
        "{\"unit\":\"points\",\"amount\":\"70\",\"reason\":\"x\"}");

    Answer merged = till.post("/v1/members/" + old + "/merge", "{\"into\":\"" + sara + "\"}");
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    assertThat(find("phone", "01511111111").at("/data/0/id")).isEqualTo(sara);
    assertThat(find("card", "7001").at("/data/0/id")).isEqualTo(sara);
    Answer now = till.get("/v1/members/" + sara);
    assertThat(now.at("/phone")).isEqualTo("+491512222222");
    assertThat(now.at("/wallets/0/active")).isEqualTo("70");
    Answer before = till.get("/v1/members/" + old);
    assertThat(before.at("/state")).isEqualTo("merged");
    assertThat(before.at("/mergedInto")).isEqualTo(sara);
    assertThat(before.at("/wallets/0/active")).isEqualTo("0");
    assertThat(till.post("/v1/members/" + old + "/merge", "{\"into\":\"" + sara + "\"}").told())
        .isEqualTo("409 member_merged");
    assertThat(till.post("/v1/members/" + sara + "/merge", "{\"into\":\"" + sara + "\"}").told())
        .isEqualTo("422 member_same /into");
  }

  @Test
  void anotherClubsMembersAreNotThere() {
    String sara = enrol(SARA);
    ApiClient other = ApiClient.of(port, clubs.key(clubs.cafe()));
    String path = "/v1/members/" + sara;

    assertThat(other.get(path).told()).isEqualTo("404 member_not_found");
    assertThat(other.patch(path, "{}").told()).isEqualTo("404 member_not_found");
    assertThat(other.delete(path).told()).isEqualTo("404 member_not_found");
    assertThat(other.get(path + "/statement").told()).isEqualTo("404 member_not_found");
    assertThat(other.get(path + "/cards").told()).isEqualTo("404 member_not_found");
    assertThat(other.post(path + "/block", "").told()).isEqualTo("404 member_not_found");
    assertThat(other.post(path + "/cards", "{\"number\":\"1\"}").told())
        .isEqualTo("404 member_not_found");
    assertThat(
            other
                .post(path + "/adjustments", "{\"unit\":\"points\",\"amount\":1,\"reason\":\"x\"}")
                .told())
        .isEqualTo("404 member_not_found");
    assertThat(other.get("/v1/members").body()).isEqualTo("{\"data\":[]}");
    assertThat(other.get("/v1/members?q=sara").body()).isEqualTo("{\"data\":[]}");
    assertThat(other.post("/v1/members", SARA).status()).isEqualTo(201);
  }

  @Test
  void theDatabaseItselfKeepsClubsApart() {
    enrol(SARA);
    Club other = clubs.cafe();

    for (String table : List.of("member", "identifier", "consent", "name")) {
      assertThat(rows(other, table)).as(table).isZero();
      assertThat(rows(club, table)).as(table).isPositive();
    }
  }

  private int rows(Club asking, String table) {
    return ClubScope.call(
        asking.id(),
        () -> jdbc.sql("select count(*) from members." + table).query(Integer.class).single());
  }

  @Test
  void manyAreRecognisedAndLockedAtOnce() {
    MemberId one = MemberId.parse(enrol("{\"phone\":\"0151 1111111\"}")).orElseThrow();
    MemberId two = MemberId.parse(enrol("{\"email\":\"a@b.de\"}")).orElseThrow();
    Set<IdentifierKey> keys = new HashSet<>();
    keys.add(members.phone("+49 151 1111111", club.region()).orElseThrow());
    keys.add(members.email("A@B.de").orElseThrow());
    keys.add(members.externalId("none").orElseThrow());

    ClubScope.run(
        settings.get(club.id()).id(),
        () ->
            transaction.executeWithoutResult(_ -> {
              Map<IdentifierKey, MemberId> found = members.resolve(club.id(), keys);
              assertThat(found.values()).containsExactlyInAnyOrder(one, two);
              Map<MemberId, MemberRow> rows = members.lock(club.id(), found.values());
              assertThat(rows).hasSize(2);
              assertThat(rows.values()).allMatch(MemberRow::active);
            }));
  }
}
