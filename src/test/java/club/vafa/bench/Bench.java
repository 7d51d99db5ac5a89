package club.vafa.bench;

import club.vafa.bench.Stages.Club;
import club.vafa.rules.bench.RulesBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** {@code ./vafa bench}: what this machine can carry, in one run. */
public final class Bench {
  private static final List<Long> GROWTH = List.of(10_000L, 1_000_000L, 10_000_000L);

  /** Machines are noisier than what is asked for. */
  private static final int EACH = 3;

  private final Options options;
  private final Path folder;
  private final Path data;
  private final String time;
  private final @Nullable Profile profile;

  private Bench(Options options) {
    this.options = options;
    this.folder = Path.of(System.getProperty("vafa.bench.folder", "target/bench")).toAbsolutePath();
    this.time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
    this.data = options.data() == null ? folder.resolve("data-" + time) : options.data();
    this.profile = options.profile() ? new Profile(recording()) : null;
  }

  public static void main(String[] words) {
    Options options;
    try {
      options = Options.read(List.of(words));
    } catch (IllegalArgumentException misread) {
      System.err.println(misread.getMessage());
      System.exit(2);
      return;
    }
    int code = 0;
    try {
      if (options.rules()) {
        RulesBench.main(new String[0]);
      } else if (options.replay()) {
        ReplayBench.run(options);
      } else if (options.faces()) {
        code = FacesBench.run(options);
      } else {
        code = new Bench(options).run();
      }
    } catch (RuntimeException | RunnerException failed) {
      failed.printStackTrace();
      code = 1;
    }
    System.exit(code);
  }

  private int run() {
    try {
      Files.createDirectories(folder);
      Report report = measured();
      if (profile != null) {
        Path text = folder.resolve(time + "-profile.txt");
        Files.writeString(text, profile.read());
        System.out.println("Profile: " + text);
      }
      System.out.println(report);
      System.out.println("JSON: " + new RunFile(options, report).write(folder, time));
      return report.goals().stream().allMatch(Report.Goal::met) || options.quick() ? 0 : 3;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      if (options.data() == null) {
        delete(data);
      }
    }
  }

  private Report measured() {
    System.out.println("Starting Vafa on " + data);
    Founding founding = new Founding(data);
    founding.key();
    try (Server server = start()) {
      Club club = founding.open(server, options);
      Stages stages = new Stages(server, options, club, profile);
      stages.warmUp();
      if (options.grow()) {
        grow(stages);
      } else {
        all(stages, server, club);
      }
      System.out.print(stages.rows());
      System.out.print(stages.proof());
      stages.close();
      return new Report(stages.results());
    }
  }

  private Server start() {
    List<String> java = profile == null ? List.of() : Profile.javaOptions(recording());
    Server server = Server.start(data, java);
    if (new Statements(server).load(options.explain())) {
      server.close();
      server = Server.start(data, java);
      new Statements(server).load(options.explain());
    }
    return server;
  }

  /** The baselines come before, between and after, because machines are noisy. */
  private void all(Stages stages, Server server, Club club) {
    Tpcb tpcb = new Tpcb(server, options.scale());
    NaivePurchase naive = new NaivePurchase(server, club.members());
    if (options.wants("baselines")) {
      System.out.println("Filling the tables of the baselines");
      tpcb.make();
      naive.make();
      warmUp(tpcb, naive);
    }
    baselines(stages, tpcb, naive);
    for (int callers : List.of(1, 8, 64, 256)) {
      stages.singles(callers, "");
    }
    if (!options.quick()) {
      baselines(stages, tpcb, naive);
    }
    stages.batches(100, "");
    stages.batches(1000, "");
    stages.quotes(8);
    if (!options.quick()) {
      baselines(stages, tpcb, naive);
    }
  }

  private void warmUp(Tpcb tpcb, NaivePurchase naive) {
    Duration time = Duration.ofSeconds(options.warmUp());
    tpcb.overJdbc(time);
    naive.run(time);
  }

  private void baselines(Stages stages, Tpcb tpcb, NaivePurchase naive) {
    Duration time = Duration.ofSeconds(options.seconds());
    if (tpcb.hasProgram()) {
      stages.baseline(Report.PGBENCH, Tpcb.CLIENTS, () -> tpcb.byProgram(time, "simple"));
      stages.baseline(Report.PREPARED, Tpcb.CLIENTS, () -> tpcb.byProgram(time, "prepared"));
    }
    stages.baseline(Report.JDBC, Tpcb.CLIENTS, () -> tpcb.overJdbc(time));
    stages.baseline(Report.NAIVE, NaivePurchase.CLIENTS, () -> naive.run(time));
  }

  private void grow(Stages stages) {
    for (long wanted : GROWTH) {
      if (wanted <= options.most()) {
        stages.fill(wanted);
        for (int time = 0; time < EACH; time++) {
          stages.singles(64, "@" + brief(wanted));
          stages.batches(1000, "@" + brief(wanted));
        }
      }
    }
  }

  private static String brief(long number) {
    return number >= 1_000_000 ? number / 1_000_000 + "M" : number / 1000 + "k";
  }

  private Path recording() {
    return folder.resolve(time + ".jfr");
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList())) {
        Files.delete(path);
      }
    } catch (IOException kept) {
      System.err.println("Not all of " + folder + " could be deleted: " + kept);
    }
  }
}
