package club.vafa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The transaction every PostgreSQL is measured by: pgbench's, like TPC-B, with eight clients. With
 * pgbench itself where it is installed, and with the same statements over JDBC.
 */
final class Tpcb {
  static final int CLIENTS = 8;
  private static final String DATABASE = "bench_tpcb";
  private static final int ACCOUNTS = 100_000;
  private static final int TELLERS = 10;
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final Server server;
  private final int scale;
  private final Optional<Path> program;

  Tpcb(Server server, int scale) {
    this.server = server;
    this.scale = scale;
    this.program = program();
  }

  private static Optional<Path> program() {
    List<Path> places = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      places.add(Path.of(folder, "pgbench"));
    }
    return places.stream().filter(Files::isExecutable).findFirst();
  }

  boolean hasProgram() {
    return program.isPresent();
  }

  /** The tables as {@code pgbench -i} makes them, and of the same size. */
  void make() {
    try (Connection postgres = server.connect("postgres");
        Statement statement = postgres.createStatement()) {
      statement.execute("drop database if exists " + DATABASE + " with (force)");
      statement.execute("create database " + DATABASE);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    try (Connection connection = server.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table pgbench_history(tid int, bid int, aid int, delta int, mtime timestamp,
            filler char(22));
          create table pgbench_tellers(tid int not null, bid int, tbalance int, filler char(84))
            with (fillfactor=100);
          create table pgbench_accounts(aid int not null, bid int, abalance int, filler char(84))
            with (fillfactor=100);
          create table pgbench_branches(bid int not null, bbalance int, filler char(88))
            with (fillfactor=100);
          insert into pgbench_branches select b, 0, '' from generate_series(1, %1$d) b;
          insert into pgbench_tellers
            select t, (t - 1) / %2$d + 1, 0, '' from generate_series(1, %1$d * %2$d) t;
          insert into pgbench_accounts
            select a, (a - 1) / %3$d + 1, 0, '' from generate_series(1, %1$d * %3$d) a;
          alter table pgbench_branches add primary key (bid);
          alter table pgbench_tellers add primary key (tid);
          alter table pgbench_accounts add primary key (aid);
          """
              .formatted(scale, TELLERS, ACCOUNTS));
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** What pgbench does before it measures, so that earlier runs weigh nothing. */
  private void tidy() {
    try (Connection connection = server.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("truncate pgbench_history");
      statement.execute("vacuum pgbench_branches");
      statement.execute("vacuum pgbench_tellers");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * Transactions per second by pgbench itself.
   *
   * @param protocol how it sends statements: {@code simple}, as it comes, or {@code prepared}
   */
  Clients.Rate byProgram(Duration time, String protocol) {
    tidy();
    List<String> command =
        List.of(
            program.orElseThrow().toString(),
            "--client=" + CLIENTS,
            "--jobs=2",
            "--protocol=" + protocol,
            "--no-vacuum",
            "--time=" + time.toSeconds(),
            "--host=127.0.0.1",
            "--port=" + server.databasePort(),
            "--username=postgres",
            DATABASE);
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("PGPASSWORD", server.password());
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes());
      Matcher rate = RATE.matcher(said);
      if (process.waitFor() != 0 || !rate.find()) {
        throw new IllegalStateException("pgbench failed: " + said);
      }
      return new Clients.Rate(Double.parseDouble(rate.group(1)), Latencies.Spread.NONE);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The same transaction from Java. */
  Clients.Rate overJdbc(Duration time) {
    tidy();
    return new Clients(server, DATABASE, CLIENTS).run(this::script, time);
  }

  private Clients.Transaction script(Connection connection, SplittableRandom random)
      throws SQLException {
    PreparedStatement pay =
        connection.prepareStatement(
            "update pgbench_accounts set abalance = abalance + ? where aid = ?");
    PreparedStatement look =
        connection.prepareStatement("select abalance from pgbench_accounts where aid = ?");
    PreparedStatement teller =
        connection.prepareStatement(
            "update pgbench_tellers set tbalance = tbalance + ? where tid = ?");
    PreparedStatement branch =
        connection.prepareStatement(
            "update pgbench_branches set bbalance = bbalance + ? where bid = ?");
    PreparedStatement note =
        connection.prepareStatement(
            "insert into pgbench_history (tid, bid, aid, delta, mtime)"
                + " values (?, ?, ?, ?, current_timestamp)");
    return () -> {
      int aid = 1 + random.nextInt(ACCOUNTS * scale);
      int bid = 1 + random.nextInt(scale);
      int tid = 1 + random.nextInt(TELLERS * scale);
      int delta = random.nextInt(-5000, 5001);
      Clients.run(pay, delta, aid);
      Clients.run(look, aid);
      Clients.run(teller, delta, tid);
      Clients.run(branch, delta, bid);
      Clients.run(note, tid, bid, aid, delta);
    };
  }
}
