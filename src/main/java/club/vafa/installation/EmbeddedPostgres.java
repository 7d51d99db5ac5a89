package club.vafa.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that Vafa brings: a child process, durable, reachable from this machine only. A
 * server left behind by a killed Vafa is stopped and its folder taken over; a server that dies is
 * started again on the same port, so that the pool finds it.
 */
final class EmbeddedPostgres implements AutoCloseable {
  /** Where it lives, where its programs are kept, its port (0: any free), its promises. */
  record Options(
      Path folder, Path binaries, Path logs, int port, boolean durable, String password) {
    static Options in(DataFolder data, int port, boolean durable) throws IOException {
      Path folder = data.path().resolve("postgres");
      String password = data.postgresPassword();
      if (password == null && new PostgresCluster(folder).exists()) {
        throw new CannotStart(
            "%s holds a database but secrets.properties with its password is missing: put that file"
                    .formatted(data.path())
                + " back from a backup.");
      }
      return new Options(
          folder,
          data.path(),
          data.path().resolve("logs"),
          port,
          durable,
          password == null ? data.newPostgresPassword() : password);
    }
  }

  static final String OWNER = "postgres";
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final int STOP_SECONDS = 60;

  private final Options options;
  private final PostgresPrograms programs;
  private final PostgresCluster cluster;
  private final int port;

  /** Guards {@link #process}, so that a stop never crosses a restart. */
  private final ReentrantLock lock = new ReentrantLock();

  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Process process;

  private EmbeddedPostgres(Options options, PostgresPrograms programs, int port) {
    this.options = options;
    this.programs = programs;
    this.cluster = new PostgresCluster(options.folder());
    this.port = port;
  }

  static EmbeddedPostgres start(Options options) throws IOException {
    Files.createDirectories(options.logs());
    PostgresPrograms programs =
        new PostgresPrograms(PostgresBinaries.unpackInto(options.binaries()));
    int port = LocalPort.choose(options.port());
    EmbeddedPostgres postgres = new EmbeddedPostgres(options, programs, port);
    postgres.begin();
    return postgres;
  }

  DatabaseLogin login(String database) {
    return new DatabaseLogin(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), OWNER, options.password());
  }

  private void begin() throws IOException {
    if (cluster.exists()) {
      cluster.requireOurVersion();
      takeOver();
    } else {
      cluster.make(programs, file("initdb.log"), options.password());
    }
    List<String> lines = new ArrayList<>(PostgresTuning.lines(PostgresTuning.machineMemory()));
    lines.add("log_directory = '%s'".formatted(options.logs().toString().replace("'", "''")));
    cluster.tune(lines);
    LocalPort.requireFree(port);
    Process first = launchUntilUp();
    lock.lock();
    try {
      process = first;
    } finally {
      lock.unlock();
    }
    Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
  }

  /** Stops the server a killed Vafa left running here; a number reused by another is forgotten. */
  private void takeOver() throws IOException {
    PostgresCluster.Running left = cluster.running().orElse(null);
    if (left == null) {
      return;
    }
    ProcessHandle orphan = ProcessHandle.of(left.pid()).filter(this::servesOurFolder).orElse(null);
    if (orphan == null) {
      cluster.forgetRunning();
      return;
    }
    log.info("A PostgreSQL left by a Vafa that was killed is stopped and taken over");
    stop(orphan);
  }

  private boolean servesOurFolder(ProcessHandle handle) {
    return handle.isAlive()
        && handle.info().command().map(Path::of).map(Path::getFileName).stream()
            .anyMatch(name -> name.toString().startsWith("postgres"))
        && handle.info().commandLine().map(this::namesOurFolder).orElse(true);
  }

  private boolean namesOurFolder(String commandLine) {
    return commandLine.contains(options.folder().toString());
  }

  private Process launchUntilUp() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      Process launched = launch();
      if (up(launched)) {
        return launched;
      }
      // The last processes of a killed server need a moment to let go of its shared memory.
      if (System.nanoTime() > deadline) {
        throw new CannotStart(
            "PostgreSQL does not start (%s): the reason is in %s."
                .formatted(PostgresPrograms.tail(file("postgres-start.log")), options.logs()));
      }
      pause(200);
    }
  }

  private Process launch() throws IOException {
    String promise = options.durable() ? "on" : "off";
    return programs.start(
        file("postgres-start.log"),
        List.of(
            "-D",
            options.folder().toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=" + promise,
            "-c",
            "synchronous_commit=" + promise,
            "-c",
            "full_page_writes=" + promise));
  }

  /**
   * Waits until the server takes connections (after a crash it first replays) or has ended. A stop
   * that comes meanwhile does not wait for the replay.
   */
  private boolean up(Process launched) throws IOException {
    while (launched.isAlive()) {
      boolean ready =
          cluster.running().filter(it -> it.pid() == launched.pid() && it.ready()).isPresent();
      if (ready || stopping()) {
        return true;
      }
      pause(20);
    }
    return false;
  }

  private void watch() {
    while (true) {
      Process watched = current();
      if (watched == null) {
        return;
      }
      try {
        int code = PostgresPrograms.await(watched);
        lock.lock();
        try {
          if (stopping()) {
            return;
          }
          log.warn("PostgreSQL ended unexpectedly ({}) and is started again", code);
          process = launchUntilUp();
          log.info("PostgreSQL is back");
        } finally {
          lock.unlock();
        }
      } catch (IOException | CannotStart failed) {
        log.error("PostgreSQL could not be started again; next attempt in a second", failed);
        if (waitedForStop()) {
          return;
        }
      }
    }
  }

  private @Nullable Process current() {
    lock.lock();
    try {
      return stopping() ? null : process;
    } finally {
      lock.unlock();
    }
  }

  private boolean stopping() {
    return stopping.getCount() == 0;
  }

  private boolean waitedForStop() {
    try {
      return stopping.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    stopping.countDown();
    lock.lock();
    try {
      if (process != null && process.isAlive()) {
        stop(process.toHandle());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Fast: open transactions are rolled back, a checkpoint is written; then less politely. */
  private void stop(ProcessHandle server) throws IOException {
    for (String mode : List.of("fast", "immediate")) {
      try {
        programs.run(
            file("postgres-stop.log"),
            "pg_ctl",
            List.of(
                "stop", "-D", options.folder().toString(), "-m", mode, "-t", "" + STOP_SECONDS));
        return;
      } catch (IOException slow) {
        if (!server.isAlive()) {
          return;
        }
        log.warn("PostgreSQL did not stop ({}): {}", mode, slow.getMessage());
      }
    }
    server.destroyForcibly();
  }

  private Path file(String name) {
    return options.logs().resolve(name);
  }

  private static void pause(long milliseconds) throws IOException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL starts", interrupted);
    }
  }
}
