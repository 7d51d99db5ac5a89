package club.vafa.bench;

import club.vafa.VafaApplication;
import club.vafa.access.ApiKeys;
import club.vafa.api.Scope;
import club.vafa.bench.Callers.Bounds;
import club.vafa.bench.Callers.Load;
import club.vafa.bench.Stages.Club;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.clubs.Unit;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Installation;
import club.vafa.installation.Settings;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Opens a club for business: founded on the data folder before Vafa starts on it, then given its
 * campaigns and members over HTTP. A folder that has its club already is gone on with.
 */
final class Founding {
  private static final String FILE = "bench-club.properties";
  private static final int DOORS = 16;

  private final Path data;

  Founding(Path data) {
    this.data = data;
  }

  /** Founds the club unless the folder has one; returns its key. */
  String key() {
    Properties known = known();
    String key = known.getProperty("key");
    if (key != null) {
      return key;
    }
    String made = founded();
    known.setProperty("key", made);
    keep(known);
    return made;
  }

  private String founded() {
    Map<String, String> environment =
        Map.of(
            "VAFA_DATA",
            data.toString(),
            "VAFA_PORT",
            Integer.toString(Server.freePort()),
            "VAFA_DATABASE_PORT",
            Integer.toString(Server.freePort()));
    Settings settings = Settings.read(environment, data);
    SpringApplication application = new SpringApplication(VafaApplication.class);
    application.setDefaultProperties(
        Map.of("vafa.command", "bench", "server.port", settings.port()));
    application.addInitializers(new Installation(settings));
    try (ConfigurableApplicationContext context = application.run()) {
      ClubId club = club(context.getBean(Clubs.class));
      ApiKeys keys = context.getBean(ApiKeys.class);
      return ClubScope.call(
          club, () -> keys.makeFor(club, "bench", EnumSet.allOf(Scope.class)).secret());
    }
  }

  private static ClubId club(Clubs clubs) {
    ClubId id =
        done(clubs.found(
                new NewClub(
                    "bench",
                    "Bench",
                    Currency.getInstance(Shop.CURRENCY),
                    "Europe/Berlin",
                    CalendarKind.GREGORIAN,
                    Language.EN,
                    "DE")))
            .id();
    ClubScope.run(
        id,
        () -> {
          done(clubs.addUnit(id, unit("points", Unit.Kind.POINTS, 0)));
          done(clubs.addUnit(id, unit("credit", Unit.Kind.CREDIT, 2)));
          done(clubs.addUnit(id, unit("stamps", Unit.Kind.STAMPS, 0)));
          for (int branch = 1; branch <= Shop.BRANCHES; branch++) {
            clubs.putBranch(id, new Branch("b" + branch, "Branch " + branch));
          }
        });
    return id;
  }

  private static Unit unit(String code, Unit.Kind kind, int decimals) {
    @Nullable Rate worth = kind == Unit.Kind.STAMPS ? null : new Rate(1, 1);
    return new Unit(
        1,
        code,
        kind,
        Map.of(Language.EN, code),
        decimals,
        RoundingMode.DOWN,
        false,
        worth,
        new Unit.Expiry.Rolling(12, 0, Unit.EndOf.MONTH),
        new Unit.Waiting.None());
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T>(List<Refusal> refusals) -> throw new IllegalStateException("" + refusals);
    };
  }

  /**
   * Publishes the campaigns, lays cards out, lets members in and gives them a past, unless that was
   * done before.
   */
  Club open(Server server, Options options) {
    Properties known = known();
    String key = Objects.requireNonNull(known.getProperty("key"));
    String members = known.getProperty("members");
    if (members == null) {
      Api api = new Api(server.port(), key);
      campaigns(api);
      if (options.cards()) {
        cards(api);
      }
      members(server, key, options);
      if (options.tierDays() > 0) {
        tiers(server, api, options.tierDays());
      }
      members = Integer.toString(options.members());
      known.setProperty("members", members);
      keep(known);
    }
    String run = Long.toString(System.currentTimeMillis() / 1000, 36);
    return new Club(key, Integer.parseInt(members), run);
  }

  private static void campaigns(Api api) {
    try (InputStream file =
        Objects.requireNonNull(Founding.class.getResourceAsStream("/bench/campaigns.json"))) {
      JsonNode campaigns = Api.json(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      for (JsonNode campaign : campaigns) {
        JsonNode draft = api.post("/v1/campaigns", campaign);
        api.call("POST", "/v1/campaigns/" + draft.get("id").asString() + "/publish", "{}");
      }
      System.out.println(campaigns.size() + " campaigns are live");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void cards(Api api) {
    String coffee =
        """
        {"code":"coffee","kind":"product","names":{"en":"A coffee"},
         "voucher":{"money":"3.00","days":30}}
        """;
    String card =
        """
        {"code":"card","unit":"stamps","holes":10,"names":{"en":"Coffee card"},"reward":"coffee"}
        """;
    JsonNode draft = api.post("/v1/rewards", Api.json(coffee));
    api.call("POST", "/v1/rewards/" + draft.get("id").asString() + "/publish", "{}");
    api.post("/v1/stamp-cards", Api.json(card));
    System.out.println("Stamps fill cards");
  }

  /** Everybody came every third day, as often as that. */
  private static void tiers(Server server, Api api, int days) {
    String set =
        """
        {"names":{"en":"Rewards"},"period":{"kind":"rolling","months":12},
         "keep":{"until":"months","months":12},"down":{"mode":"one_step","graceDays":10},
         "tiers":[{"code":"green","names":{"en":"Green"}},
           {"code":"gold","names":{"en":"Gold"},"needs":[{"by":"spend","atLeast":"5000"}]},
           {"code":"reserve","names":{"en":"Reserve"},
            "needs":[{"by":"spend","atLeast":"25000"}]}]}
        """;
    api.call("PUT", "/v1/tier-sets/rewards", set);
    try (Connection owner = server.connect("vafa");
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          insert into tiers.member
          select club_id, id, current_date - 1, null, 1,
            '{"joined":"' || (current_date - 1000) || '","sets":{}}'
          from members.member
          """);
      for (int day = 1; day <= days; day++) {
        statement.execute(
            """
            insert into tiers.progress
            select club_id, id, current_date - 3 * %d, 0, 2000 from members.member
            """
                .formatted(day));
      }
      statement.execute("vacuum analyze tiers.member, tiers.progress");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    System.out.println(days + " days of everybody count towards tiers");
  }

  private static void members(Server server, String key, Options options) {
    Shop shop = new Shop("doors", options.members(), options.seed());
    Callers callers = new Callers(server.port(), "/v1/members", key);
    Load load =
        callers.run(shop::nextMember, new Bounds(DOORS, Duration.ofHours(1), options.members()));
    if (load.accepted() < options.members()) {
      throw new IllegalStateException("Members were refused: " + load.firstRefusal());
    }
    System.out.printf(
        "%s members joined, %s a second%n",
        Table.number(options.members()), Table.number(load.perSecond()));
  }

  private Properties known() {
    Properties known = new Properties();
    Path file = data.resolve(FILE);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return known;
  }

  private void keep(Properties known) {
    try (Writer writer = Files.newBufferedWriter(data.resolve(FILE))) {
      known.store(writer, null);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
