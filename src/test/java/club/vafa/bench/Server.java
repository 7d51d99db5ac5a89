package club.vafa.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole Vafa as an owner would run it: its own process, started by the launcher, with its own
 * PostgreSQL on a data folder of its own.
 */
final class Server implements AutoCloseable {
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 90;

  /**
   * What counts requests per key would measure itself, and the daily proof of the books goes
   * through all of them, whichever stage is measured just then; so both are put off.
   */
  static final Map<String, Object> UNDISTURBED =
      Map.of("vafa.api.requests-per-minute", 2_000_000_000, "vafa.ledger.prove-after", "7d");

  private final Path data;
  private final Process process;
  private final int port;
  private final int databasePort;

  private Server(Path data, Process process, int port, int databasePort) {
    this.data = data;
    this.process = process;
    this.port = port;
    this.databasePort = databasePort;
  }

  static Server start(Path data, List<String> javaOptions) {
    try {
      Files.createDirectories(data);
      int port = freePort();
      int databasePort = freePort();
      Map<String, String> settings = new TreeMap<>();
      settings.put("VAFA_DATA", data.toString());
      settings.put("VAFA_PORT", Integer.toString(port));
      settings.put("VAFA_DATABASE_PORT", Integer.toString(databasePort));
      Stream<String> undisturbed =
          UNDISTURBED.entrySet().stream().map(one -> "-D" + one.getKey() + "=" + one.getValue());
      settings.put(
          "VAFA_JAVA_OPTS",
          Stream.concat(undisturbed, javaOptions.stream()).collect(Collectors.joining(" ")));
      Server server = new Server(data, launch(data, "run", settings), port, databasePort);
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      server.awaitReady();
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Process launch(Path data, String command, Map<String, String> settings)
      throws IOException {
    Path launcher = Path.of(System.getProperty("vafa.launcher", "vafa")).toAbsolutePath();
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), command);
    builder.directory(data.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("VAFA_"));
    builder.environment().putAll(settings);
    return builder.redirectOutput(data.resolve("vafa.log").toFile()).start();
  }

  private void awaitReady() throws IOException {
    Api api = new Api(port, null);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!api.answers("/actuator/health")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        stop();
        throw new IllegalStateException("Vafa did not start:\n" + log());
      }
      pause(100);
    }
  }

  int port() {
    return port;
  }

  /** What Vafa has said since it started. */
  String log() throws IOException {
    return Files.readString(data.resolve("vafa.log"));
  }

  long pid() {
    return process.pid();
  }

  long postgresPid() {
    try {
      Path file = data.resolve("postgres").resolve("postmaster.pid");
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  int databasePort() {
    return databasePort;
  }

  String password() {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return secrets.getProperty("postgres.password", "");
  }

  /** As the owner of the database server. */
  Connection connect(String database) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(databasePort, database);
    return DriverManager.getConnection(url, "postgres", password());
  }

  @Override
  public void close() {
    stop();
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
