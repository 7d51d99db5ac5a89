package club.vafa.bench;

import club.vafa.VafaApplication;
import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.Installation;
import club.vafa.installation.Settings;
import club.vafa.testing.Furniture;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * How long pages take in a club of many: as an owner every link of the console is followed and each
 * kind of page asked for again and again, searches included. Times are of whole answers.
 */
final class FacesBench {
  private static final String CODE = "cafe-1";
  private static final int SEED_MEMBERS = 100;
  private static final int PURCHASES_EACH = 10;
  private static final int OF_A_REGULAR = 5_000;
  private static final int BATCH = 250;
  private static final int ASKED = 20;
  private static final Duration GOAL = Duration.ofMillis(300);
  private static final List<String> NAMES =
      List.of("Sara", "Mehdi", "Anna", "Omar", "Leila", "Jonas", "Reza", "Fatima", "Lukas", "Nur");

  private static final List<String> SEARCHES =
      List.of(
          "/console/search?q=sara",
          "/console/search?q=mehdi+muster",
          "/console/search?q=muster+4711",
          "/console/search?q=0151+071+04711",
          "/console/search?q=nobody+of+this+name",
          "/console/members?q=an",
          "/console/members?q=sara",
          "/console/members?q=muster&sort=name",
          "/console/members?sort=name",
          "/console/members?sort=-name",
          "/console/members?sort=joined",
          "/console/members?state=blocked",
          "/console/members?phone=no",
          "/console/members?phone=yes&sort=name",
          "/console/members?from=2026-01-01&until=2026-06-30");

  private final Options options;
  private final ConfigurableApplicationContext context;
  private final Path data;
  private final int databasePort;
  private final int port;

  private FacesBench(
      Options options, ConfigurableApplicationContext context, Path data, int databasePort) {
    this.options = options;
    this.context = context;
    this.data = data;
    this.databasePort = databasePort;
    this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Tells 0 when every page was quick enough. */
  static int run(Options options) {
    Path data =
        options.data() == null
            ? Path.of(System.getProperty("vafa.bench.folder", "target/bench"))
                .toAbsolutePath()
                .resolve("faces-" + System.nanoTime())
            : options.data();
    int databasePort = Server.freePort();
    Map<String, String> settings = new HashMap<>(System.getenv());
    settings.put("VAFA_DATA", data.toString());
    settings.put("VAFA_DATABASE_PORT", Integer.toString(databasePort));
    SpringApplication application = new SpringApplication(VafaApplication.class);
    application.setDefaultProperties(
        Map.of("server.port", 0, "vafa.api.requests-per-minute", 2_000_000_000));
    application.addInitializers(new Installation(Settings.read(settings, Path.of(""))));
    try (ConfigurableApplicationContext context = application.run()) {
      return new FacesBench(options, context, data, databasePort).measured();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    } finally {
      if (options.data() == null) {
        Bench.delete(data);
      }
    }
  }

  private int measured() throws SQLException {
    Clubs clubs = context.getBean(Clubs.class);
    TestClub testClub = context.getBean(TestClub.class);
    Club club = clubs.byCode(CODE).map(clubs::get).orElse(null);
    if (club == null) {
      club = testClub.cafe();
      fill(club, testClub);
    }
    Visitor owner = new Visitors(testClub, context.getBean(Access.class), port).owner(club);
    return new PageTimes(owner, GOAL).ask(SEARCHES, ASKED) ? 0 : 3;
  }

  private void fill(Club club, TestClub testClub) throws SQLException {
    testClub.live(
        club,
        """
        {'code':'base','trigger':{'on':'purchase'},'name':{'en':'A point for each euro'},
         'rules':[{'code':'main','then':[
           {'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
        """);
    Web web = new Web(port, testClub.key(club));
    String regular = new Furniture(web, "Lindenblatt").put();
    String coffee = reward(web, "coffee");
    List<String> members = new ArrayList<>(List.of(regular));
    for (int at = 1; at < SEED_MEMBERS; at++) {
      members.add(member(web, at));
    }
    Instant day = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.DAYS);
    for (int at = 0; at < SEED_MEMBERS * PURCHASES_EACH; at += BATCH) {
      List<String> wanted = new ArrayList<>();
      for (int one = at; one < at + BATCH; one++) {
        wanted.add(purchase(members.get(one % SEED_MEMBERS), one, day));
      }
      batch(web, wanted);
    }
    for (int at = 1; at < SEED_MEMBERS; at += 10) {
      web.post("/v1/claims", "{'member':'%s','reward':'%s'}".formatted(members.get(at), coffee))
          .expect(201);
      web.post("/v1/memberships", "{'member':'%s','plan':'plus'}".formatted(members.get(at)))
          .expect(201);
      web.post("/v1/gift-cards", "{'amount':'25','active':true}").expect(201);
    }
    multiply(club);
    for (int at = 0; at < OF_A_REGULAR; at += BATCH) {
      List<String> wanted = new ArrayList<>();
      for (int one = at; one < at + BATCH; one++) {
        wanted.add(purchase(regular, SEED_MEMBERS * PURCHASES_EACH + one, day));
      }
      batch(web, wanted);
    }
  }

  private static String reward(Web web, String code) {
    for (JsonNode reward : web.get("/v1/rewards").expect(200).body().at("/data")) {
      if (reward.at("/code").asString().equals(code)) {
        return reward.at("/id").asString();
      }
    }
    throw new IllegalStateException("no reward " + code);
  }

  private static String member(Web web, int at) {
    String id =
        web.post(
                "/v1/members",
                "{'phone':'+4915198765%03d','firstName':'%s','lastName':'Muster'}"
                    .formatted(at, NAMES.get(at % NAMES.size())))
            .expect(201)
            .at("/id");
    web.post(
            "/v1/members/" + id + "/adjustments",
            "{'unit':'points','amount':'100','reason':'welcome'}")
        .expect(201);
    return id;
  }

  private static String purchase(String member, int at, Instant day) {
    return """
    {'source':'bench','externalId':'%d','occurredAt':'%s','member':{'id':'%s'},
     'branch':'main','currency':'EUR',
     'lines':[{'sku':'SKU-%d','quantity':'1','amount':'%d.50'},
              {'sku':'SKU-%d','quantity':'2','amount':'%d.00'}]}
    """
        .formatted(
            at, day.plusSeconds(at % 80_000), member, at % 300, 3 + at % 17, at % 211, 5 + at % 23);
  }

  private static void batch(Web web, List<String> purchases) {
    Web.Answer answer =
        web.post("/v1/purchases:batch", "{'purchases':[" + String.join(",", purchases) + "]}")
            .expect(200);
    for (JsonNode one : answer.body().at("/data")) {
      if (one.at("/status").asInt() != 201) {
        throw new IllegalStateException(one.toString());
      }
    }
  }

  private void multiply(Club club) throws SQLException {
    long copies = Math.max(1, options.past() / (SEED_MEMBERS * PURCHASES_EACH));
    long from = System.nanoTime();
    String url = "jdbc:postgresql://127.0.0.1:%d/vafa".formatted(databasePort);
    try (Connection owner = DriverManager.getConnection(url, "postgres", password())) {
      new Multiplied(owner, club.id().value(), copies).write();
    }
    System.out.printf(
        "Wrote %,d members and %,d purchases in %.0f s%n",
        (copies + 1) * SEED_MEMBERS,
        (copies + 1) * SEED_MEMBERS * PURCHASES_EACH,
        (System.nanoTime() - from) / 1e9);
  }

  private String password() {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return secrets.getProperty("postgres.password", "");
  }
}
