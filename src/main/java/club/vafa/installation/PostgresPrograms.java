package club.vafa.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs as this user. PostgreSQL refuses to run as root, so root runs it in a
 * user namespace of its own ({@code unshare -U}), where the same user has no special rights.
 */
final class PostgresPrograms {
  private static final String KEPT_BYTES = Integer.toString(16 << 20);

  private static final Path PROCESS = Path.of("/proc/self");

  private final PostgresBinaries binaries;
  private final List<String> namespace;

  PostgresPrograms(PostgresBinaries binaries) throws IOException {
    this.binaries = binaries;
    this.namespace = root() ? List.of("unshare", "-U") : List.of();
    if (root() && !namespacesAllowed()) {
      throw new CannotStart(
          "PostgreSQL refuses to run as root and this machine allows root no user namespace:"
              + " start Vafa as an ordinary user, or set VAFA_DATABASE_URL to a server.");
    }
  }

  /** A command that is waited for; its output is part of the complaint when it fails. */
  void run(Path log, String program, List<String> arguments) throws IOException {
    Process process = builder(log, List.of(), program, arguments).start();
    if (await(process) != 0) {
      throw new IOException(program + " failed: " + tail(log));
    }
  }

  /**
   * The server itself, as a child in a session of its own, so that Ctrl-C in the terminal reaches
   * Vafa only and the database outlives the last request.
   */
  Process start(Path log, List<String> arguments) throws IOException {
    List<String> session =
        Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("setsid") : List.of();
    return builder(log, session, "postgres", arguments).start();
  }

  static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  static int await(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for PostgreSQL", interrupted);
    }
  }

  private ProcessBuilder builder(
      Path log, List<String> session, String program, List<String> arguments) {
    List<String> command = new ArrayList<>(session);
    command.addAll(namespace);
    command.add(binaries.program(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    // A backend keeps the memory of a large statement for the next one, instead of asking the
    // kernel for cleared pages each time.
    builder.environment().put("MALLOC_MMAP_THRESHOLD_", KEPT_BYTES);
    builder.environment().put("MALLOC_TRIM_THRESHOLD_", KEPT_BYTES);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile());
  }

  private static boolean root() throws IOException {
    return Files.exists(PROCESS)
        && Integer.valueOf(0).equals(Files.getAttribute(PROCESS, "unix:uid"));
  }

  private static boolean namespacesAllowed() {
    try {
      Process trial = new ProcessBuilder("unshare", "-U", "true").start();
      return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
