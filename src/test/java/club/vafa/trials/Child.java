package club.vafa.trials;

import club.vafa.VafaApplication;
import club.vafa.testing.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A Vafa in a process of its own, on a data folder that outlives it. */
final class Child {
  private static final Duration START = Duration.ofMinutes(3);

  private final Path data;
  private final String key;
  private final Process process;
  private final int port;

  private Child(Path data, String key, Process process, int port) {
    this.data = data;
    this.key = key;
    this.process = process;
    this.port = port;
  }

  /** Starts Vafa with nothing but a data folder and a port set, and waits for its first answer. */
  static Child start(Path data, String key) {
    int port = freePort();
    ProcessBuilder start =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                VafaApplication.class.getName(),
                "run")
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolve("trial-vafa.log").toFile()));
    start.environment().keySet().removeIf(name -> name.startsWith("VAFA_"));
    start.environment().put("VAFA_DATA", data.toString());
    start.environment().put("VAFA_PORT", Integer.toString(port));
    try {
      Child child = new Child(data, key, start.start(), port);
      Runtime.getRuntime().addShutdownHook(new Thread(child.process::destroy));
      child.awaitAnswer();
      return child;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Path data() {
    return data;
  }

  Web web() {
    return new Web(port, key);
  }

  /** Until a question that nobody remembers the answer of is answered: the database is back. */
  void awaitAnswer() {
    Web asking = web();
    await(
        START,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("Vafa ended; its words are in " + data);
          }
          try {
            return asking
                    .exchange(asking.request("GET", "/v1/branches", BodyPublishers.noBody()))
                    .status()
                == 200;
          } catch (IOException notYet) {
            return false;
          }
        });
  }

  void kill() {
    process.destroyForcibly();
    await(Duration.ofSeconds(30), () -> !process.isAlive());
  }

  /** Kills the first process of PostgreSQL and waits until it is gone. */
  void killPostgres() {
    ProcessHandle postgres = postgres();
    postgres.destroyForcibly();
    await(Duration.ofSeconds(30), () -> !postgres.isAlive());
  }

  private ProcessHandle postgres() {
    try {
      Path file = data.resolve("postgres").resolve("postmaster.pid");
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Stops it as Ctrl-C would. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(90, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Vafa did not stop in 90 seconds");
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

  private static void await(Duration atMost, BooleanSupplier happened) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("It did not happen within " + atMost);
      }
      pause(50);
    }
  }

  /** Another process can only be asked again after a while. */
  static void pause(long milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
