package club.vafa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API over HTTP with the key of a club. */
public record ApiClient(HttpClient http, int port, String token) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final AtomicInteger PLACES = new AtomicInteger();

  public static ApiClient of(int port, String token) {
    return new ApiClient(HttpClient.newHttpClient(), port, token);
  }

  /** Nobody yet, calling from an address of its own, which failed logins are counted by. */
  public static ApiClient fromElsewhere(int port) {
    int place = PLACES.incrementAndGet();
    byte[] address = {127, 1, (byte) (place >> 8), (byte) place};
    try {
      InetAddress from = InetAddress.getByAddress(address);
      return new ApiClient(HttpClient.newBuilder().localAddress(from).build(), port, "");
    } catch (UnknownHostException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What came back. */
  public record Answer(int status, String body, HttpResponse<String> raw) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The text at a JSON pointer; empty when there is none. */
    public String at(String pointer) {
      return json().at(pointer).asString("");
    }

    public Optional<String> header(String name) {
      return raw.headers().firstValue(name);
    }

    /** Status, code and the first pointer, as tables of refusals write them. */
    public String told() {
      return (status + " " + at("/code") + " " + at("/errors/0/pointer")).strip();
    }
  }

  public ApiClient with(String otherToken) {
    return new ApiClient(http, port, otherToken);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  public Answer patch(String path, String body, String... headers) {
    return send("PATCH", path, body, headers);
  }

  public Answer send(
      String method,
      String path,
      @org.jspecify.annotations.Nullable String body,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.setHeader("Authorization", "Bearer " + token);
    }
    request.setHeader("Content-Type", "application/json");
    for (int at = 0; at + 1 < headers.length; at += 2) {
      request.setHeader(headers[at], headers[at + 1]);
    }
    return exchange(request.build());
  }

  public Answer exchange(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
