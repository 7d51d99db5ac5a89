package club.vafa.bench;

import static java.util.stream.Collectors.toMap;

import club.vafa.VafaApplication;
import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.Installation;
import club.vafa.installation.Settings;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long pages and lists take in a club of many: every kind of page of the console and of the
 * members' pages, what the till asks for, and all that the API tells. Times are of whole answers.
 */
final class FacesBench {
  private static final String CODE = "cafe-1";
  private static final AnswerTimes TIMES = new AnswerTimes(Duration.ofMillis(300), 20);
  private static final int OK = 200;

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

  private static final List<String> TILL =
      List.of(
          "/till/data/desk",
          "/till/data/goods",
          "/till/data/join?branch=main",
          "/till/data/members?code=sara",
          "/till/data/members?code=muster+4711",
          "/till/data/members?code=0151+071+04711",
          "/till/data/members?code=nobody",
          "/till/data/members?code=%2$s",
          "/till/data/allowance?member=%2$s&branch=main&terminal=t1");

  private static final List<String> QUESTIONS =
      List.of(
          "/v1/acts?kind=campaign",
          "/v1/acts?kind=member.adjust",
          "/v1/acts?actor=key:faces",
          "/v1/acts?member=%1$s",
          "/v1/acts?from=2026-01-01T00:00:00Z&until=2026-06-30T00:00:00Z",
          "/v1/claims?member=%1$s",
          "/v1/gift-cards?q=4711",
          "/v1/households?member=%2$s",
          "/v1/items?q=torte",
          "/v1/items?category=cake",
          "/v1/items?active=true",
          "/v1/members?q=sara",
          "/v1/members?q=muster+4711",
          "/v1/members?q=nobody",
          "/v1/members?phone=%%2B4915107104711",
          "/v1/memberships?member=%2$s",
          "/v1/members/%1$s/statement?unit=points",
          "/v1/members/%2$s/statement?unit=points",
          "/v1/purchases?source=bench&externalId=71",
          "/v1/referrals?state=open",
          "/v1/referrals?state=blocked",
          "/v1/rewards?member=%1$s");

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

  /** Tells 0 when every answer was quick enough. */
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
    Map<String, Object> properties = new HashMap<>(Server.UNDISTURBED);
    properties.put("server.port", 0);
    application.setDefaultProperties(properties);
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
    TestClub testClub = context.getBean(TestClub.class);
    Clubs clubs = context.getBean(Clubs.class);
    Optional<Club> old = clubs.byCode(CODE).map(clubs::get);
    Club club = old.orElseGet(testClub::cafe);
    Web web = new Web(port, testClub.key(club, "faces"));
    if (old.isEmpty()) {
      FacesClub faces = new FacesClub(club, testClub, web);
      faces.fill();
      multiply(club);
      faces.fillRegular();
    }
    String regular = id(web, FacesClub.REGULAR);
    String usual = id(web, FacesClub.phone(1));
    Visitors visitors = new Visitors(testClub, context.getBean(Access.class), port);
    Visitor owner = visitors.owner(club);
    Map<String, List<String>> console = new Links(owner, "/console", "/console/today").found();
    console.putAll(each(SEARCHES));
    boolean quick = TIMES.ask("The console", console, owner::page);
    quick &= TIMES.ask("The till", each(asked(TILL, regular, usual)), owner::data);
    quick &= member("A member with 5,000 purchases", visitors.member(club, regular));
    quick &= member("A usual member", visitors.member(club, usual));
    ApiReads reads =
        new ApiReads(web, known(web, regular, usual), asked(QUESTIONS, regular, usual));
    quick &= TIMES.ask("The API", reads.found(), path -> web.get(path).expect(OK));
    return quick ? 0 : 3;
  }

  private static boolean member(String who, Visitor visitor) {
    Map<String, List<String>> pages = new Links(visitor, "/me", "/me").found();
    return TIMES.ask(who, pages, visitor::page);
  }

  private static String id(Web web, String phone) {
    return web.get("/v1/members?phone=" + phone.replace("+", "%2B")).expect(OK).at("/data/0/id");
  }

  private static List<String> asked(List<String> questions, String regular, String usual) {
    return questions.stream().map(question -> question.formatted(regular, usual)).toList();
  }

  private static Map<String, List<String>> each(List<String> paths) {
    return paths.stream()
        .collect(toMap(path -> path, List::of, (one, _) -> one, LinkedHashMap::new));
  }

  /** What no list of the API names. */
  private static Map<String, List<String>> known(Web web, String regular, String usual) {
    String purchase = web.get("/v1/purchases?source=bench&externalId=71").expect(OK).at("/id");
    return Map.of("/v1/members", List.of(regular, usual), "/v1/purchases", List.of(purchase));
  }

  private void multiply(Club club) throws SQLException {
    long copies = Math.max(1, options.past() / (FacesClub.MEMBERS * FacesClub.PURCHASES_EACH));
    long from = System.nanoTime();
    String url = "jdbc:postgresql://127.0.0.1:%d/vafa".formatted(databasePort);
    try (Connection owner = DriverManager.getConnection(url, "postgres", password())) {
      new Multiplied(owner, club.id().value(), copies, Multiplied.Of.MEMBERS).write();
    }
    System.out.printf(
        "Wrote %,d members and %,d purchases in %.0f s%n",
        (copies + 1) * FacesClub.MEMBERS,
        (copies + 1) * FacesClub.MEMBERS * FacesClub.PURCHASES_EACH,
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
