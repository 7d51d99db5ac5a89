package club.vafa.bench;

import club.vafa.VafaApplication;
import club.vafa.activity.Activity;
import club.vafa.activity.PastQuery;
import club.vafa.activity.PastQuery.Along;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.clubs.Unit;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Installation;
import club.vafa.installation.Settings;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Rate;
import club.vafa.replay.NewReplay;
import club.vafa.replay.Replay;
import club.vafa.replay.ReplayId;
import club.vafa.replay.Replays;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast a past is replayed: purchases of three lines are written straight into a database of
 * their own, and lived through under ten live campaigns and twenty of a draft.
 */
final class ReplayBench {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PURCHASES_A_MEMBER = 25;
  private static final int LIVE = 10;
  private static final int DRAFT = 20;

  private static final String MEMBERS =
      """
      insert into members.member (club_id, id, joined_at)
      select ?, md5('member ' || n)::uuid, '2024-01-01Z' from generate_series(0, ? - 1) n
      """;

  private static final String PURCHASES =
      """
      insert into activity.purchase (club_id, id, member_id, occurred_at, recorded_at, total,
        discount, paid_by_wallets, program, source, external_id, input_hash, branch, terminal,
        lines, detail)
      select ?, ('0190' || lpad(to_hex(n), 12, '0') || '8000000000000000')::uuid,
        md5('member ' || (n * 7919 % ?))::uuid,
        timestamptz '2025-01-01Z' + make_interval(secs => 31536000.0 * n / ?),
        now(), 1500 + n % 1000, 0, 0, 1, 'bench', n::text, md5(n::text)::uuid, 'b' || n % 5, null,
        format('[["SKU-%s","Something to drink","cat-%s",1000,500,500,200,0,0],'
          || '["SKU-%s","Something to eat","cat-%s",2000,400,%s,300,0,0],'
          || '["SKU-%s","Something sweet","cat-%s",1000,200,200,null,0,0]]',
          n % 300, n % 20, n % 211, n % 19, 800 + n % 1000, n % 97, n % 7),
        '{"person":{"joined":"2024-01-01","standing":{},"visits":12,"spent":45210,'
          || '"firstVisit":"2024-02-01T10:00:00Z","lastVisit":"2024-12-01T10:00:00Z"},'
          || '"given":[{"type":"EARN","campaign":"01900000-0000-7000-8000-000000000000",'
          || '"version":1,"rule":"r","unit":"points","wanted":15,"granted":15}],'
          || '"wallets":[{"unit":"points","active":420,"pending":0,"owed":0}]}'
      from generate_series(?, ? - 1) n
      """;

  private ReplayBench() {}

  /** Nanoseconds of processor time that Vafa, its compiler in it, and its PostgreSQL have taken. */
  private record Processors(long vafa, long compiler, long postgres) {
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final long TICK = 10_000_000;

    static Processors now() {
      return new Processors(
          cpu(ProcessHandle.current()),
          compiling(),
          ProcessHandle.current().descendants().mapToLong(Processors::cpu).sum());
    }

    private static long cpu(ProcessHandle process) {
      return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** Nothing where there is no {@code /proc}. */
    private static long compiling() {
      long ticks = 0;
      try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
        for (Path thread : threads) {
          String stat = Files.readString(thread.resolve("stat"));
          if (stat.contains(" Compiler")) {
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Long.parseLong(words[11]) + Long.parseLong(words[12]);
          }
        }
      } catch (IOException none) {
        return ticks * TICK;
      }
      return ticks * TICK;
    }

    String since(Processors before, long purchases) {
      return "of each %.1f µs of a processor in Vafa (%.1f of it its compiler) and %.1f in PostgreSQL"
          .formatted(
              (vafa - before.vafa) / 1000.0 / purchases,
              (compiler - before.compiler) / 1000.0 / purchases,
              (postgres - before.postgres) / 1000.0 / purchases);
    }
  }

  static void run(Options options) {
    Path data =
        options.data() == null
            ? Path.of(System.getProperty("vafa.bench.folder", "target/bench"))
                .toAbsolutePath()
                .resolve("replay-" + System.nanoTime())
            : options.data();
    Map<String, String> settings = new HashMap<>(System.getenv());
    settings.put("VAFA_DATA", data.toString());
    SpringApplication application = new SpringApplication(VafaApplication.class);
    application.setDefaultProperties(Map.of("server.port", 0));
    application.addInitializers(new Installation(Settings.read(settings, Path.of(""))));
    try (ConfigurableApplicationContext context = application.run()) {
      new Run(
              context.getBean(Clubs.class),
              context.getBean(Campaigns.class),
              context.getBean(Activity.class),
              context.getBean(Replays.class),
              context.getBean(JdbcClient.class))
          .all(options);
    }
  }

  private record Run(
      Clubs clubs, Campaigns campaigns, Activity activity, Replays replays, JdbcClient jdbc) {
    void all(Options options) {
      long purchases = options.past();
      String code = "replay-" + purchases;
      Club club =
          clubs
              .byCode(code)
              .map(clubs::get)
              .orElseGet(() -> {
                Club made = found(code);
                fill(made, purchases);
                return made;
              });
      if (options.wants("reading")) {
        for (Along along : Along.values()) {
          read(club, along, purchases);
        }
      }
      if (options.wants("by-member")) {
        replayed(club, "by member", "", purchases);
        replayed(club, "by member, again", "", purchases);
      }
      if (options.wants("by-time")) {
        replayed(club, "by time, with a budget", ",'budget':{'units':'9000000'}", purchases);
      }
    }

    private Club found(String code) {
      Club club =
          done(
              clubs.found(
                  new NewClub(
                      code,
                      "Replay",
                      Currency.getInstance("EUR"),
                      "Europe/Berlin",
                      CalendarKind.GREGORIAN,
                      Language.EN,
                      "DE")));
      ClubScope.run(
          club.id(),
          () -> {
            done(clubs.addUnit(club.id(), points()));
            for (int at = 0; at < LIVE; at++) {
              Campaign draft = done(campaigns.draft(clubs.get(club.id()), campaign("c", at, "")));
              done(campaigns.publish(clubs.get(club.id()), draft.id(), null, "bench"));
            }
          });
      return clubs.get(club.id());
    }

    private static Unit points() {
      return new Unit(
          1,
          "points",
          Unit.Kind.POINTS,
          Map.of(Language.EN, "points"),
          0,
          RoundingMode.DOWN,
          true,
          new Rate(1, 1),
          new Unit.Expiry.AtEndOf(Unit.EndOf.YEAR, 1),
          new Unit.Waiting.None());
    }

    private static JsonNode campaign(String code, int at, String more) {
      String when =
          switch (at % 5) {
            case 0 -> "{'is':'category','any':['cat-%d']}".formatted(at);
            case 1 -> "{'is':'minimum','amount':'%d'}".formatted(10 + at);
            case 2 ->
                "{'is':'weekday','any':['sat','sun']},{'is':'item','any':['SKU-%d']}".formatted(at);
            case 3 -> "{'is':'visit','every':%d}".formatted(at);
            default -> "{'is':'spent','atLeast':'%d'}".formatted(at * 20);
          };
      return JSON.readTree(
          ("{'code':'%s-%d','name':{'en':'C'},'trigger':{'on':'purchase'},"
                  + "'rules':[{'code':'r','when':[%s],'then':[{'do':'earn','unit':'points',"
                  + "'amount':{'by':'step','each':'5','give':'%d'}}]}]%s}")
              .formatted(code, at, when, 1 + at, more)
              .replace('\'', '"'));
    }

    private void fill(Club club, long purchases) {
      long members = Math.max(1, purchases / PURCHASES_A_MEMBER);
      long from = System.nanoTime();
      ClubScope.run(
          club.id(),
          () -> {
            jdbc.sql(MEMBERS).params(club.id().value(), members).update();
            for (long at = 0; at < purchases; at += 500_000) {
              jdbc.sql(PURCHASES)
                  .params(
                      club.id().value(), members, purchases, at, Math.min(purchases, at + 500_000))
                  .update();
            }
          });
      System.out.printf(
          "Wrote %,d purchases of %,d members in %s%n", purchases, members, since(from));
    }

    private void replayed(Club club, String what, String more, long purchases) {
      List<JsonNode> documents = new ArrayList<>();
      for (int at = LIVE; at < DRAFT; at++) {
        documents.add(campaign("d", at, at == LIVE ? more : ""));
      }
      NewReplay asked = NewReplay.PLAIN.with(documents);
      Processors before = Processors.now();
      ReplayId id = done(ClubScope.call(club.id(), () -> replays.ask(club, asked, "bench"))).id();
      Replay now = find(club, id);
      while (!now.state().over()) {
        LockSupport.parkNanos(200_000_000);
        now = find(club, id);
      }
      Duration took = Duration.between(now.startedAt(), now.endedAt());
      System.out.printf(
          "%s: %s, %,d purchases in %.1f s, %,.0f a second; %s; heap %,d MB; %s%n",
          what,
          now.state(),
          now.done(),
          took.toMillis() / 1000.0,
          purchases * 1000.0 / took.toMillis(),
          Processors.now().since(before, purchases),
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
          now.result() == null ? now.failure() : now.result().draft().units());
    }

    /** What it costs to have the past at all. */
    private void read(Club club, Along along, long purchases) {
      LongAdder bytes = new LongAdder();
      Processors before = Processors.now();
      long from = System.nanoTime();
      PastQuery all = new PastQuery(along, null, Set.of(), false, PastQuery.Details.NONE);
      ClubScope.run(
          club.id(), () -> activity.past(club.id(), all, row -> bytes.add(row.rest().remaining())));
      double took = (System.nanoTime() - from) / 1e9;
      System.out.printf(
          "Only read along %s: %.1f s, %,.0f a second, %s, %,d bytes each%n",
          along,
          took,
          purchases / took,
          Processors.now().since(before, purchases),
          bytes.sum() / purchases);
    }

    private Replay find(Club club, ReplayId id) {
      return ClubScope.call(club.id(), () -> replays.find(club.id(), id)).orElseThrow();
    }

    private static String since(long from) {
      return "%.1f s".formatted((System.nanoTime() - from) / 1e9);
    }

    private static <T> T done(Outcome<T> outcome) {
      if (outcome instanceof Done<T>(T value)) {
        return value;
      }
      throw new IllegalStateException("refused: " + outcome);
    }
  }
}
