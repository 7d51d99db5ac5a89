package club.vafa.trials;

import club.vafa.VafaApplication;
import club.vafa.clubs.Club;
import club.vafa.installation.Installation;
import club.vafa.installation.Settings;
import club.vafa.ledger.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole year of Online Retail against the clock: mapped, imported by {@code ./vafa import} in a
 * process and a data folder of its own, fully durable, and proved. With {@code --kill} the import
 * is killed in the middle and begun again. {@code src/test/sh/online-retail.sh} starts it.
 */
public final class OnlineRetailTrial {
  private static final Path FOLDER = Path.of("target", "online-retail");
  private static final Path FILE = FOLDER.resolve("year.csv");
  private static final String CLUB = "online-retail";

  private OnlineRetailTrial() {}

  public static void main(String[] words) throws Exception {
    List<String> wanted = List.of(words);
    if (wanted.contains("found")) {
      application(clubs -> clubs.found(CLUB));
    } else if (wanted.contains("prove")) {
      application(OnlineRetailTrial::prove);
    } else {
      run(wanted.contains("--kill"));
    }
  }

  private static void run(boolean kill) throws IOException, InterruptedException {
    Path data = OnlineRetail.folder().orElseThrow(() -> new IllegalStateException("no data set"));
    clear();
    long from = System.nanoTime();
    OnlineRetail.write(data, FILE, "");
    say("mapped", from);
    echo(start(OnlineRetailTrial.class, "found"), line -> false);
    List<String> command = new ArrayList<>(List.of("import"));
    command.addAll(RetailClub.command(CLUB, FILE));
    String[] words = command.toArray(String[]::new);
    from = System.nanoTime();
    if (kill) {
      killHalfway(start(VafaApplication.class, words));
      say("killed", from);
    }
    echo(start(VafaApplication.class, words), line -> false);
    say("imported, with start and stop", from);
    from = System.nanoTime();
    echo(start(VafaApplication.class, words), line -> false);
    say("imported again, which changes nothing", from);
    int proved = echo(start(OnlineRetailTrial.class, "prove"), line -> false);
    System.exit(proved);
  }

  /** Kills the process as soon as it says that half of the file is done. */
  private static void killHalfway(Process process) throws IOException, InterruptedException {
    echo(
        process,
        line -> {
          boolean half = line.matches("[5-9]\\d %.*");
          if (half) {
            process.destroyForcibly();
          }
          return half;
        });
  }

  private interface Watching {
    boolean enough(String line);
  }

  private static int echo(Process process, Watching watching)
      throws IOException, InterruptedException {
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null) {
        System.out.println("  " + line);
        if (watching.enough(line)) {
          break;
        }
        line = lines.readLine();
      }
    }
    return process.waitFor();
  }

  private static Process start(Class<?> main, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("VAFA_DATA", FOLDER.resolve("data").toString());
    return builder.start();
  }

  private static void application(Consumer<RetailClub> work) {
    SpringApplication application = new SpringApplication(VafaApplication.class, RetailClub.class);
    application.setDefaultProperties(Map.of("server.port", 0));
    application.addInitializers(new Installation(Settings.read(System.getenv(), Path.of(""))));
    try (ConfigurableApplicationContext context = application.run()) {
      work.accept(context.getBean(RetailClub.class));
    }
  }

  private static void prove(RetailClub clubs) {
    Club club = clubs.get(CLUB);
    Verification books = clubs.verify(club);
    System.out.printf(
        "books: %s, %,d entries proved in %s%n",
        books.holds() ? "hold" : "DO NOT HOLD", books.entries(), books.took());
    Recomputation expected = Recomputation.of(OnlineRetail.folder().orElseThrow(), "");
    Map<String, Long> points = clubs.points(club.id());
    boolean equal = points.equals(expected.points());
    System.out.printf(
        "points of %,d members, %,d tenths: %s%n",
        points.size(),
        points.values().stream().mapToLong(Long::longValue).sum(),
        equal ? "as reckoned from the file" : "NOT AS RECKONED FROM THE FILE");
    boolean listed = refused().equals(expected.refused);
    System.out.printf(
        "refused rows: %,d, %s%n",
        expected.refused.size(), listed ? "each listed with its reason" : "NOT AS EXPECTED");
    System.out.println("rows: " + clubs.rows(club.id()));
    if (!books.holds() || !equal || !listed) {
      throw new IllegalStateException("the trial failed");
    }
  }

  private static Map<Long, String> refused() {
    try {
      return OnlineRetailStoryTests.refused(Path.of(FILE + ".refused.csv"));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static void clear() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> old = Files.walk(FOLDER)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(FOLDER);
  }

  private static void say(String what, long from) {
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    System.out.printf("%s: %d.%03d s%n", what, took.toSeconds(), took.toMillisPart());
  }
}
