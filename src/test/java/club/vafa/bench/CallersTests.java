package club.vafa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.bench.Callers.Bounds;
import club.vafa.bench.Callers.Load;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallersTests {
  private static final Duration LONG = Duration.ofMinutes(1);
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/echo", exchange -> echo(exchange, 201));
    server.createContext("/refuse", exchange -> echo(exchange, 422));
    server.start();
  }

  private void echo(HttpExchange exchange, int status) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    received.add(new String(body));
    // Every other answer comes in chunks, as a server sends what it has not counted.
    exchange.sendResponseHeaders(status, received.size() % 2 == 0 ? body.length : 0);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void everyRequestIsSentOnceAndAnswered() {
    Shop shop = new Shop("test", 50, 1);
    Load load = callers("/echo").run(shop::nextPurchase, new Bounds(8, LONG, 200));
    assertThat(load.accepted()).isEqualTo(200);
    assertThat(received.stream().map(text -> Api.json(text).get("externalId").asString()))
        .hasSize(200)
        .doesNotHaveDuplicates();
  }

  @Test
  void largeBatchesGoOverInPieces() {
    Shop shop = new Shop("test", 50, 1);
    Load load = callers("/echo").run(shop.batches(1000), new Bounds(3, LONG, 6));
    assertThat(load.accepted()).isEqualTo(6000);
    JsonNode purchase = Api.json(received.remove()).get("purchases").get(999);
    assertThat(purchase.get("lines").size()).isEqualTo(3);
    assertThat(purchase.get("member").get("phone").asString()).startsWith("+98912");
  }

  @Test
  void refusalsAreToldAndNotCounted() {
    Shop shop = new Shop("test", 3, 1);
    Load load = callers("/refuse").run(shop::nextMember, new Bounds(2, LONG, 100));
    assertThat(load.accepted()).isZero();
    assertThat(load.refused()).isEqualTo(3);
    assertThat(load.firstRefusal()).startsWith("422 {\"phone\":\"+98912000000");
  }

  private Callers callers(String path) {
    return new Callers(server.getAddress().getPort(), path, "key");
  }
}
