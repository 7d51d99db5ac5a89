package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.ApiDescription.Operation;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A storm of seeded requests over every operation the API describes. {@code -Dvafa.storm.seconds},
 * {@code -Dvafa.storm.requests} (of each operation) and {@code -Dvafa.storm.seed} make it longer or
 * repeat it; {@code -Dvafa.storm.report=true} tells what each operation answered.
 */
@StoryTest
@Import(TestClub.class)
class ApiPropertyStoryTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CALLERS = 4;
  private static final int MOST_FAULTS = 60;

  /** What only the other club's data says. */
  private static final String MARK = "zebra";

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ARABIC = Pattern.compile("\\p{InArabic}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");

  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  @LocalServerPort private int port;
  private Club club;
  private Club other;
  private Web web;
  private Web nobody;
  private Web others;
  private ApiDescription description;
  private Questions questions;
  private final Map<String, String> faults = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final Map<String, Set<Integer>> seen = new ConcurrentHashMap<>();

  /** How often each operation was answered with which code. */
  private final Map<String, Map<String, Integer>> codes = new ConcurrentSkipListMap<>();

  ApiPropertyStoryTests(TestClub founding, Clubs clubs, Ledger ledger) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
  }

  @BeforeEach
  void foundClubs() {
    club = founding.cafe();
    other = founding.cafe();
    nobody = new Web(port, null);
    web = new Web(port, founding.key(club));
    others = new Web(port, founding.key(other));
  }

  @Test
  void noInputWhateverBreaksVafaOrShowsAnotherClub() {
    long seed = Long.getLong("vafa.storm.seed", System.nanoTime());
    System.out.println("ApiPropertyStoryTests seed " + seed);
    description = new ApiDescription(nobody.get("/v1/openapi.json").expect(200).body());
    questions = new Questions(description, furnish());
    base();
    Map<String, JsonNode> before = snapshot();

    storm(description.operations(), seed);

    System.out.println(new TreeMap<>(statuses));
    System.out.println("never answered well: " + neverWell());
    if (Boolean.getBoolean("vafa.storm.report")) {
      codes.forEach((operation, counts) -> System.out.println(operation + " " + counts));
    }
    assertThat(faults.entrySet().stream().map(fault -> fault.getKey() + "\n  " + fault.getValue()))
        .as("faults of seed %d", seed)
        .isEmpty();
    assertThat(snapshot()).as("what the other club has").isEqualTo(before);
    for (Club one : List.of(club, other)) {
      ClubScope.run(
          one.id(),
          () -> assertThat(ledger.verify(clubs.get(one.id())).text()).as("findings").isEmpty());
    }
  }

  private List<String> neverWell() {
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue().stream().noneMatch(status -> status < 300))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private void base() {
    founding.live(
        club,
        """
        {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[{'code':'per-euro','when':[],
           'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'2'}}],
           'caps':[{'per':'all','period':'ever','units':'100000'}]}]}
        """);
    web.send("PUT", "/v1/branches/b1", "{'name':'First'}").expect(200);
    web.send(
            "PUT",
            "/v1/event-types/visit",
            "{'names':{'en':'Visit'},'attributes':{'rating':{'type':'number'}}}")
        .expect(200);
    for (int member = 0; member < 30; member++) {
      String id = founding.member(club, "+491511234%04d".formatted(member)).toString();
      web.post(
              "/v1/members/" + id + "/adjustments",
              "{'unit':'points','amount':'1000','reason':'start'}")
          .expect(201);
      questions.keep(id);
    }
  }

  /** Gives the other club something of everything; answers with its ids by collection. */
  private Map<String, List<String>> furnish() {
    String member =
        others
            .post(
                "/v1/members",
                "{'phone':'+4915177777777','firstName':'zebra','externalId':'zebra-1'}")
            .expect(201)
            .at("/id");
    String sale =
        "{'source':'zebra','externalId':'1','member':{'id':'%s'},'currency':'EUR','lines':[{'sku':'zebra','amount':'5.00'}]}";
    others.send("PUT", "/v1/branches/zebra", "{'name':'zebra'}").expect(200);
    others.send("PUT", "/v1/event-types/zebra", "{'names':{'en':'zebra'}}").expect(200);
    others
        .post(
            "/v1/members/" + member + "/adjustments",
            "{'unit':'points','amount':'77','reason':'zebra'}")
        .expect(201);
    Map<String, List<String>> ids = new TreeMap<>();
    ids.put("members", List.of(member));
    ids.put("purchases", made("/v1/purchases", sale.formatted(member)));
    ids.put(
        "events",
        made(
            "/v1/events",
            "{'type':'zebra','source':'zebra','externalId':'1','member':{'id':'%s'}}"
                .formatted(member)));
    ids.put(
        "holds",
        made(
            "/v1/holds",
            "{'member':{'id':'%s'},'unit':'points','amount':'7','expiresIn':'P3D'}"
                .formatted(member)));
    ids.put("cards", made("/v1/members/" + member + "/cards", "{'number':'ZEBRA-1'}"));
    ids.put(
        "campaigns",
        made(
            "/v1/campaigns",
            "{'code':'zebra','name':{'en':'zebra'},'trigger':{'on':'purchase'},'rules':[{'code':'zebra','then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'1'}}]}]}"));
    ids.put("api-keys", List.of(others.get("/v1/api-keys").expect(200).at("/data/0/id")));
    ids.put(
        "staff",
        made(
            "/v1/staff",
            "{'name':'zebra','login':'zebra','password':'correct horse battery staple','role':'manager'}"));
    ids.put(
        "rewards",
        made(
            "/v1/rewards",
            "{'code':'zebra','kind':'product','names':{'en':'zebra'},'prices':[{'unit':'points','amount':'1'}],'voucher':{'sku':'zebra'}}"));
    String reward = ids.get("rewards").getFirst();
    others.post("/v1/rewards/" + reward + "/publish", "").expect(200);
    Answer claim =
        others.post("/v1/claims", "{'member':'%s','reward':'zebra'}".formatted(member)).expect(201);
    ids.put("claims", List.of(claim.at("/id")));
    ids.put("vouchers", List.of(claim.at("/vouchers/0/id")));
    ids.put(
        "voucher-batches",
        made("/v1/voucher-batches", "{'reward':'%s','count':1}".formatted(reward)));
    ids.put(
        "stamp-cards",
        made(
            "/v1/stamp-cards",
            "{'code':'zebra','unit':'stamps','holes':10,'names':{'en':'zebra'},'reward':'zebra'}"));
    return ids;
  }

  private List<String> made(String path, String body) {
    return List.of(others.post(path, body).expect(201).at("/id"));
  }

  /** All that can be read of the other club. */
  private Map<String, JsonNode> snapshot() {
    Map<String, JsonNode> read = new TreeMap<>();
    for (String path :
        List.of(
            "club",
            "units",
            "branches",
            "terminals",
            "campaigns",
            "event-types",
            "members",
            "staff")) {
      read.put(path, others.get("/v1/" + path).expect(200).body());
    }
    for (JsonNode member : read.get("members").get("data")) {
      String id = member.get("id").asString();
      for (String of : List.of("", "/wallets", "/statement", "/cards")) {
        read.put(id + of, others.get("/v1/members/" + id + of).expect(200).body());
      }
    }
    read.put("sale", others.get("/v1/purchases?source=zebra&externalId=1").expect(200).body());
    return read;
  }

  private void storm(List<Operation> operations, long seed) {
    int each = Integer.getInteger("vafa.storm.requests", 250);
    long end = System.nanoTime() + Integer.getInteger("vafa.storm.seconds", 40) * 1_000_000_000L;
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int caller = 0; caller < CALLERS; caller++) {
        callers.submit(() -> {
          int number = next.getAndIncrement();
          while (number < operations.size() * each && System.nanoTime() - end < 0) {
            Operation operation = operations.get(number % operations.size());
            one(questions.ask(operation, new SplittableRandom(seed + number)));
            number = next.getAndIncrement();
          }
        });
      }
    }
    System.out.printf("%d operations, %d requests%n", operations.size(), next.get());
  }

  private void one(Question question) {
    List<String> headers = new ArrayList<>();
    question.headers().forEach((name, value) -> headers.addAll(List.of(name, value)));
    try {
      HttpRequest request =
          (question.operation().path().equals("/v1/sessions") || question.anonymous()
                  ? nobody
                  : web)
              .request(
                  question.operation().method(),
                  question.path(),
                  question.operation().takesBody()
                      ? BodyPublishers.ofByteArray(question.body())
                      : BodyPublishers.noBody(),
                  headers.toArray(String[]::new));
      judge(question, web.exchange(request));
    } catch (IOException | IllegalArgumentException broken) {
      fault(question, "no answer", broken.toString());
    } catch (RuntimeException | Error broken) {
      fault(question, "the test itself", broken.toString());
    }
  }

  private void judge(Question question, Answer answer) {
    statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
    seen.computeIfAbsent(question.operation().name(), _ -> ConcurrentHashMap.newKeySet())
        .add(answer.status());
    String code =
        answer.status() < 300 || !answer.text().startsWith("{") ? "well" : answer.at("/code");
    codes
        .computeIfAbsent(question.operation().name(), _ -> new ConcurrentSkipListMap<>())
        .merge(code, 1, Integer::sum);
    if (answer.status() >= 500 || answer.status() < 200) {
      fault(question, "status " + answer.status(), answer.text());
    } else if (answer.status() >= 400) {
      problem(question, answer);
    } else {
      well(question, answer);
    }
    if (answer.text().contains(MARK)) {
      fault(question, "another club's data", answer.text());
    }
  }

  private void well(Question question, Answer answer) {
    String operation = question.operation().name();
    if (question.foreign() && !operation.equals("POST /v1/purchases:batch")) {
      fault(question, "answered about another club", answer.status() + " " + answer.text());
    }
    JsonNode schema = question.operation().answers().get(answer.status());
    if (schema == null) {
      fault(question, "not described: status " + answer.status(), answer.text());
      return;
    }
    String type = answer.raw().headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("application/json")) {
      JsonNode body = answer.body();
      for (String wrong : description.faults(schema, body)) {
        fault(question, "not as described: " + wrong.replaceAll(" and is.*|/\\d+", ""), wrong);
      }
      learn(question, body);
    }
  }

  /** Ids are learned from what was made, so that the storm never ends its own key. */
  private void learn(Question question, JsonNode body) {
    if (question.operation().method().equals("POST")) {
      String collection = question.operation().path().replaceFirst(".*/", "");
      for (String pointer : List.of("/id", "/key/id")) {
        String id = body.at(pointer).asString("");
        if (!id.isEmpty()) {
          questions.learn(collection, id);
        }
      }
    }
  }

  private void problem(Question question, Answer answer) {
    String type = answer.raw().headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      fault(question, "no problem but " + type, answer.text());
      return;
    }
    JsonNode problem;
    try {
      problem = answer.body();
    } catch (JacksonException unreadable) {
      fault(question, "unreadable problem", answer.text());
      return;
    }
    String code = problem.path("code").asString("");
    String detail = problem.path("detail").asString("");
    expect(question, problem, "code", CODE.matcher(code).matches());
    expect(question, problem, "type", problem.path("type").asString("").endsWith(":" + code));
    expect(question, problem, "status", problem.path("status").asInt(0) == answer.status());
    expect(question, problem, "title", !problem.path("title").asString("").isBlank());
    expect(
        question, problem, "trace", TRACE.matcher(problem.path("traceId").asString("")).matches());
    boolean replayed = answer.raw().headers().firstValue("Idempotent-Replayed").isPresent();
    sentence(question, problem, detail, replayed);
    for (JsonNode error : problem.path("errors")) {
      sentence(question, problem, error.path("detail").asString(""), replayed);
      String pointer = error.path("pointer").asString("missing");
      expect(question, problem, "pointer", pointer.isEmpty() || pointer.startsWith("/"));
    }
  }

  /** A stored answer is told word for word as the first time, in the language of that time. */
  private void sentence(Question question, JsonNode problem, String detail, boolean replayed) {
    boolean arabic = !question.language().equals("en") && !replayed;
    boolean told = !detail.isBlank() && !detail.startsWith("problem.");
    expect(question, problem, "detail", told);
    expect(question, problem, "language", !arabic || ARABIC.matcher(detail).find());
    boolean echo = question.bodyText().contains("{limit}") || question.path().contains("%7B");
    // What a link must hold is a placeholder.
    boolean link = problem.path("code").asString("").equals("referral_link_invalid");
    String plain = link ? detail.replace("{code}", "") : detail;
    expect(question, problem, "placeholder", echo || !PLACEHOLDER.matcher(plain).find());
  }

  private void expect(Question question, JsonNode problem, String what, boolean holds) {
    if (!holds) {
      String code = problem.path("code").asString("");
      fault(question, "problem without its " + what + " (" + code + ")", problem.toString());
    }
  }

  /** The first of each kind is kept. */
  private void fault(Question question, String kind, String answer) {
    if (faults.size() < MOST_FAULTS) {
      String shortened = answer.length() > 900 ? answer.substring(0, 900) + "…" : answer;
      faults.putIfAbsent(
          question.operation().name() + ": " + kind, question + "\n  → " + shortened);
    }
  }
}
