package club.vafa.testing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to Vafa over HTTP with one key; many threads may use it at once. */
public final class Web {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String base;
  private final @Nullable String key;

  public Web(int port, @Nullable String key) {
    this.base = "http://127.0.0.1:" + port;
    this.key = key;
  }

  /** What came back. */
  public record Answer(int status, String text, HttpResponse<String> raw) {
    public JsonNode body() {
      return JSON.readTree(text);
    }

    /** The text at a JSON pointer; empty when there is none. */
    public String at(String pointer) {
      return body().at(pointer).asString("");
    }

    public boolean replayed() {
      return raw.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError(
            raw.request().method() + " " + raw.uri() + " answered " + status + ": " + text);
      }
      return this;
    }
  }

  public Answer get(String path, String... headers) {
    return ask("GET", path, BodyPublishers.noBody(), headers);
  }

  /** Sends a body that is written with single quotes for double ones. */
  public Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  public Answer send(String method, String path, String body, String... headers) {
    String json = body.replace('\'', '"');
    return ask(method, path, BodyPublishers.ofString(json, StandardCharsets.UTF_8), headers);
  }

  private Answer ask(String method, String path, BodyPublisher body, String... headers) {
    try {
      return exchange(request(method, path, body, headers));
    } catch (IOException broken) {
      throw new AssertionError(method + " " + path, broken);
    }
  }

  public HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).method(method, body);
    request.setHeader("Content-Type", "application/json");
    if (key != null) {
      request.setHeader("Authorization", "Bearer " + key);
    }
    for (int at = 0; at < headers.length; at += 2) {
      request.setHeader(headers[at], headers[at + 1]);
    }
    return request.build();
  }

  /** One exchange, for callers that reckon with broken connections. */
  public Answer exchange(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(answer.statusCode(), answer.body(), answer);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }

  /** Asks so many times at once and answers in that order. */
  public static List<Answer> together(int callers, IntFunction<Answer> question) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> asked = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        int number = caller;
        asked.add(() -> question.apply(number));
      }
      List<Answer> answers = new ArrayList<>();
      for (var answer : threads.invokeAll(asked)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }
}
