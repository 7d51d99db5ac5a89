package club.vafa.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules engine alone, beside Drools deciding the same, measured by JMH in JVMs of its own. */
final class RulesRun {
  private static final String BENCH = "club.vafa.rules.bench.RulesBench";

  private RulesRun() {}

  static int run(Path folder, String time) {
    try {
      Files.createDirectories(folder);
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              "org.openjdk.jmh.Main",
              BENCH,
              "-rf",
              "json",
              "-rff",
              folder.resolve(time + "-rules.json").toString());
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
