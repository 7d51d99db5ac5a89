package club.vafa.pictures;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo club in a process of its own, as {@code ./vafa demo} starts it. */
final class Demo implements AutoCloseable {
  private static final int START_SECONDS = 300;
  private static final int STOP_SECONDS = 60;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path data;
  private final Process process;
  private final int port;

  private Demo(Path data, Process process, int port) {
    this.data = data;
    this.process = process;
    this.port = port;
  }

  /** The club that is in the folder, or a new one. */
  static Demo start(Path data) throws IOException {
    Files.createDirectories(data);
    int port = freePort();
    Path launcher = Path.of(System.getProperty("vafa.launcher", "vafa")).toAbsolutePath();
    ProcessBuilder start = new ProcessBuilder(launcher.toString(), "demo");
    start.environment().keySet().removeIf(name -> name.startsWith("VAFA_"));
    start.environment().put("VAFA_DATA", data.toString());
    start.environment().put("VAFA_PORT", Integer.toString(port));
    start.redirectErrorStream(true).redirectOutput(data.resolve("demo.log").toFile());
    Demo demo = new Demo(data, start.start(), port);
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
    demo.awaitReady();
    return demo;
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!kept("state").equals("made") || !answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the demo did not start:\n" + Files.readString(data.resolve("demo.log")));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean answers() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest question = HttpRequest.newBuilder(URI.create(site() + "/login")).build();
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Answers of the API, with the key of the demo. */
  JsonNode ask(String method, String path) {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(site() + path))
            .header("Authorization", "Bearer " + kept("key"))
            .method(method, BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JSON.readTree(client.send(question, BodyHandlers.ofString()).body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Of some members the one with the most points: there is something to see. */
  JsonNode regular() {
    Map<JsonNode, Long> points = new HashMap<>();
    for (JsonNode member : ask("GET", "/v1/members?limit=60").get("data")) {
      JsonNode wallets = ask("GET", "/v1/members/" + member.get("id").asString() + "/wallets");
      for (JsonNode wallet : wallets.get("data")) {
        if (wallet.get("unit").asString().equals("points") && member.has("phone")) {
          points.put(member, Long.parseLong(wallet.get("active").asString()));
        }
      }
    }
    return Collections.max(points.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  String site() {
    return "http://127.0.0.1:" + port;
  }

  /** What the demo wrote down about itself: logins and its key. */
  String kept(String name) {
    Path file = data.resolve("demo").resolve("demo.properties");
    Properties kept = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return kept.getProperty(name, "");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
