package club.vafa.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads what the processes of a run have used: processor time from {@code /proc}, log written and
 * commits from PostgreSQL. Where there is no {@code /proc}, processor times are zero.
 */
final class Meter implements AutoCloseable {
  private static final Path PROC = Path.of("/proc");

  /** Linux counts processor time in hundredths of a second, whatever the kernel's own tick is. */
  private static final double TICKS = 100;

  private final Server server;
  private final Connection connection;

  Meter(Server server) {
    this.server = server;
    try {
      this.connection = server.connect("postgres");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * Seconds of processor time of Vafa, in it of the garbage collector and of the compiler, of
   * PostgreSQL, of the bench with its helpers, and of the whole machine while busy and in all;
   * bytes of log written, whole pages in it, commits.
   */
  record Used(
      double vafa,
      double collector,
      double compiler,
      double postgres,
      double client,
      double busy,
      double all,
      long walBytes,
      long pageImages,
      long commits) {
    Used since(Used before) {
      return new Used(
          vafa - before.vafa,
          collector - before.collector,
          compiler - before.compiler,
          postgres - before.postgres,
          client - before.client,
          busy - before.busy,
          all - before.all,
          walBytes - before.walBytes,
          pageImages - before.pageImages,
          commits - before.commits);
    }

    /** Others on this machine, which make a measurement worth less. */
    double others() {
      return Math.max(0, busy - vafa - postgres - client);
    }

    /** A share of the whole machine, in per cent. */
    long percent(double seconds) {
      return all == 0 ? 0 : Math.round(100 * seconds / all);
    }
  }

  /** What was measured, and what it used. */
  record Metered<T>(T result, Used used) {}

  <T> Metered<T> during(Supplier<T> work) {
    Used before = now();
    T result = work.get();
    return new Metered<>(result, now().since(before));
  }

  private Used now() {
    double[] machine = machine();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal,
                       (select wal_fpi from pg_stat_wal) as images,
                       (select sum(xact_commit) from pg_stat_database) as commits
                """)) {
      row.next();
      return new Used(
          cpu(server.pid(), false),
          threads("GC Thread", "G1 "),
          threads("C1 Compiler", "C2 Compiler"),
          postgres(),
          cpu(ProcessHandle.current().pid(), true),
          machine[0],
          machine[1],
          row.getLong("wal"),
          row.getLong("images"),
          row.getLong("commits"));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Vafa's threads whose names begin so. */
  private double threads(String... names) {
    Path tasks = PROC.resolve(Long.toString(server.pid())).resolve("task");
    double seconds = 0;
    for (long thread : numbered(tasks)) {
      try {
        String name = Files.readString(tasks.resolve(thread + "/comm"));
        if (Stream.of(names).anyMatch(name::startsWith)) {
          seconds += time(stat(tasks.resolve(thread + "/stat")), false);
        }
      } catch (IOException ended) {
        // Compiler threads come and go.
      }
    }
    return seconds;
  }

  private double postgres() {
    long postmaster = server.postgresPid();
    double seconds = cpu(postmaster, true);
    for (long pid : numbered(PROC)) {
      List<String> stat = stat(PROC.resolve(pid + "/stat"));
      if (stat.size() > 15 && Long.parseLong(stat.get(1)) == postmaster) {
        seconds += time(stat, false);
      }
    }
    return seconds;
  }

  private static List<Long> numbered(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .map(Long::valueOf)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double cpu(long pid, boolean withEndedChildren) {
    return time(stat(PROC.resolve(pid + "/stat")), withEndedChildren);
  }

  private static double time(List<String> stat, boolean withEndedChildren) {
    double ticks = 0;
    for (int at = 11; at < (withEndedChildren ? 15 : 13) && stat.size() > 15; at++) {
      ticks += Long.parseLong(stat.get(at));
    }
    return ticks / TICKS;
  }

  /** The fields from the state on: parent is 1, user and system time 11 and 12, children 13, 14. */
  private static List<String> stat(Path file) {
    try {
      String line = Files.readString(file);
      return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    } catch (IOException ended) {
      return List.of();
    }
  }

  /** Seconds the machine was busy, and seconds there were, over all processors. */
  private static double[] machine() {
    try {
      String[] times = Files.readAllLines(PROC.resolve("stat")).getFirst().split(" +");
      double all = 0;
      for (int at = 1; at <= 8; at++) {
        all += Long.parseLong(times[at]);
      }
      double idle = Long.parseLong(times[4]) + Long.parseLong(times[5]);
      return new double[] {(all - idle) / TICKS, all / TICKS};
    } catch (IOException noProc) {
      return new double[2];
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
