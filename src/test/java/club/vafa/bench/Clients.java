package club.vafa.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Database clients that each repeat one transaction on a connection of their own. */
record Clients(Server server, String database, int count) {

  /** Prepares its statements on a connection. */
  interface Script {
    Transaction on(Connection connection, SplittableRandom random) throws SQLException;
  }

  /** One transaction; it does not commit. */
  interface Transaction {
    void run() throws SQLException;
  }

  /** Rate and answer times of the clients together. */
  record Rate(double perSecond, Latencies.Spread spread) {}

  Rate run(Script script, Duration time) {
    Latencies latencies = new Latencies();
    long began = System.nanoTime();
    long ends = began + time.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<List<Long>>> clients = new ArrayList<>();
      for (int client = 0; client < count; client++) {
        SplittableRandom random = new SplittableRandom(began + client);
        clients.add(threads.submit(() -> repeat(script, random, ends)));
      }
      long all = 0;
      for (Future<List<Long>> client : clients) {
        List<Long> taken = client.get();
        taken.forEach(latencies::add);
        all += taken.size();
      }
      return new Rate(all / ((System.nanoTime() - began) / 1e9), latencies.spread());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private List<Long> repeat(Script script, SplittableRandom random, long ends) throws SQLException {
    List<Long> taken = new ArrayList<>();
    try (Connection connection = server.connect(database)) {
      connection.setAutoCommit(false);
      Transaction transaction = script.on(connection, random);
      for (long begun = System.nanoTime(); begun < ends; ) {
        transaction.run();
        connection.commit();
        long done = System.nanoTime();
        taken.add(done - begun);
        begun = done;
      }
    }
    return taken;
  }

  /** Runs a statement with whole numbers and texts as its parameters. */
  static void run(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int at = 0; at < parameters.length; at++) {
      statement.setObject(at + 1, parameters[at]);
    }
    statement.execute();
  }
}
