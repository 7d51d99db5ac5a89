package club.vafa.bench;

import club.vafa.bench.Callers.Bounds;
import club.vafa.bench.Callers.Load;
import club.vafa.bench.Callers.Source;
import club.vafa.bench.Meter.Metered;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs one stage after the other against a club, and keeps what each measured. */
final class Stages {
  private static final long NO_END = 5_000_000;
  private static final int BATCH_CALLERS = 4;
  private static final int FILLING = 1000;
  private static final int WARM_UP_CALLERS = 64;
  private static final long COPIED_FROM = 1_000_000;

  private final Server server;
  private final Options options;
  private final Meter meter;
  private final Shop shop;
  private final String key;
  private final Statements statements;
  private final @Nullable Profile profile;
  private final List<Result> results = new ArrayList<>();
  private long stored;

  Stages(Server server, Options options, Club club, @Nullable Profile profile) {
    this.server = server;
    this.options = options;
    this.meter = new Meter(server);
    this.key = club.key();
    this.shop = new Shop(club.run(), club.members(), options.seed());
    this.statements = new Statements(server);
    this.profile = profile;
    this.stored = count();
  }

  /** A club that is open for business. */
  record Club(String key, int members, String run) {}

  List<Result> results() {
    return List.copyOf(results);
  }

  /** Until the compiler has seen everything, nothing is worth measuring. */
  void warmUp() {
    say("Warming up");
    Callers singles = new Callers(server.port(), "/v1/purchases", key);
    stored += accepted(singles, shop::nextPurchase, WARM_UP_CALLERS, 4 * options.warmUp(), true);
    Callers batches = new Callers(server.port(), "/v1/purchases:batch", key);
    stored += accepted(batches, shop.batches(100), BATCH_CALLERS, 2 * options.warmUp(), true);
  }

  void singles(int callers, String suffix) {
    load("singles-" + callers + suffix, "/v1/purchases", shop::nextPurchase, callers, 1, true);
  }

  void quotes(int callers) {
    String path = "/v1/purchases/quote";
    load("quotes-" + callers, path, shop::nextPurchase, callers, 1, false);
  }

  void batches(int size, String suffix) {
    String path = "/v1/purchases:batch";
    load("batch-" + size + suffix, path, shop.batches(size), BATCH_CALLERS, size, true);
  }

  private void load(
      String stage, String path, Source source, int callers, int together, boolean storing) {
    if (!options.wants(stage.replaceAll("@.*", ""))) {
      return;
    }
    say(stage + ": warming up");
    Callers load = new Callers(server.port(), path, key);
    long before = stored;
    stored += accepted(load, source, callers, options.warmUp(), storing);
    if (options.explain()) {
      statements.reset();
    }
    Instant from = Instant.now();
    Metered<Load> measured =
        meter.during(() ->
            load.run(source, new Bounds(callers, Duration.ofSeconds(options.seconds()), NO_END)));
    if (profile != null) {
      profile.stage(stage, from);
    }
    Load result = requireGood(stage, measured.result());
    stored += storing ? result.accepted() : 0;
    keep(
        new Result(
            stage,
            callers,
            together,
            result.perSecond(),
            result.spread(),
            measured.used(),
            result.items(),
            before));
    if (options.explain()) {
      say(statements.dearest(result.items()));
    }
  }

  private long accepted(Callers load, Source source, int callers, int seconds, boolean storing) {
    Bounds bounds = new Bounds(callers, Duration.ofSeconds(seconds), NO_END);
    Load result = requireGood("warm-up", load.run(source, bounds));
    return storing ? result.accepted() : 0;
  }

  /** A refusal would be quick and worth nothing: whoever measures refusals is told. */
  private static Load requireGood(String stage, Load load) {
    String fault = load.firstRefusal();
    if (fault == null && load.firstBody().startsWith("{\"data\"")) {
      for (JsonNode item : Api.json(load.firstBody()).get("data")) {
        fault = item.get("status").asInt() < 300 ? fault : item.toString();
      }
    }
    if (fault != null) {
      throw new IllegalStateException(
          "%s: %d refused, the first: %s".formatted(stage, load.refused(), fault));
    }
    return load;
  }

  /** Fills the books until so many purchases are stored, beyond the first million by copying. */
  void fill(long wanted) {
    if (stored >= COPIED_FROM && wanted >= 2 * stored) {
      multiply(Math.ceilDiv(wanted, stored) - 1);
    } else {
      fillByBatches(wanted);
    }
  }

  private void multiply(long copies) {
    say("Copying what is stored %d times".formatted(copies));
    try (Connection owner = server.connect("vafa");
        Statement statement = owner.createStatement()) {
      UUID club;
      try (ResultSet row = statement.executeQuery("select club_id from clubs.club")) {
        row.next();
        club = row.getObject(1, UUID.class);
      }
      new Multiplied(owner, club, copies, Multiplied.Of.PURCHASES).write();
      statement.execute("checkpoint");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    stored = count();
  }

  private void fillByBatches(long wanted) {
    Callers load = new Callers(server.port(), "/v1/purchases:batch", key);
    long began = System.nanoTime();
    long first = stored;
    while (stored < wanted) {
      long batches = Math.min(200, Math.ceilDiv(wanted - stored, FILLING));
      Bounds bounds = new Bounds(BATCH_CALLERS, Duration.ofHours(1), batches);
      stored += requireGood("filling", load.run(shop.batches(FILLING), bounds)).accepted();
      double rate = (stored - first) / ((System.nanoTime() - began) / 1e9);
      System.out.printf(
          "\r  %s of %s stored, %s a second   ",
          Table.number(stored), Table.number(wanted), Table.number(rate));
    }
    System.out.println();
  }

  void baseline(String stage, int clients, Supplier<Clients.Rate> work) {
    if (!options.wants("baselines")) {
      return;
    }
    Metered<Clients.Rate> measured = meter.during(work);
    Clients.Rate rate = measured.result();
    long items = Math.round(rate.perSecond() * options.seconds());
    keep(new Result(stage, clients, 1, rate.perSecond(), rate.spread(), measured.used(), items, 0));
  }

  private void keep(Result result) {
    results.add(result);
    say(
        "%s: %s a second, p99 %s ms"
            .formatted(
                result.stage(),
                Table.number(result.perSecond()),
                Table.fixed(result.spread().p99(), 1)));
  }

  /** Whatever was acknowledged must be there, and nothing else. */
  String proof() {
    long found = count();
    return found == stored
        ? "every acknowledged purchase is stored once: " + Table.number(found) + "\n"
        : "WRONG: %d purchases acknowledged, %d stored%n".formatted(stored, found);
  }

  private long count() {
    try (Connection connection = server.connect("vafa");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from activity.purchase")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** How many rows a purchase made on average, table by table. */
  String rows() {
    StringBuilder text = new StringBuilder("rows written per purchase:");
    try (Connection connection = server.connect("vafa");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select schemaname || '.' || relname as name, n_tup_ins, n_tup_upd,
                       (select n_tup_ins from pg_stat_user_tables
                         where schemaname = 'activity' and relname = 'purchase') as purchases
                  from pg_stat_user_tables
                 where schemaname not in ('members', 'clubs', 'access')
                 order by n_tup_ins + n_tup_upd desc limit 12
                """)) {
      while (row.next()) {
        double purchases = Math.max(1, row.getLong("purchases"));
        double inserts = row.getLong("n_tup_ins") / purchases;
        double updates = row.getLong("n_tup_upd") / purchases;
        if (inserts + updates > 0.01) {
          text.append(
              " %s %s".formatted(row.getString("name"), Table.fixed(inserts, 2))
                  + (updates > 0.01 ? " (+%s updated)".formatted(Table.fixed(updates, 2)) : ""));
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return text.append('\n').toString();
  }

  void close() {
    meter.close();
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
