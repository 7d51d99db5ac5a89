package club.vafa.api.http;

import club.vafa.api.AnsweredLater;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.KnownCallers;
import club.vafa.api.http.RateLimits.Grant;
import club.vafa.installation.ClubScope;
import club.vafa.installation.NoWaiting;
import club.vafa.kernel.Outcome.Done;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The way of requests that need no thread while they wait: begun by whoever finds that they have
 * come, answered when a shared commit is durable. Nothing is refused and nothing is waited for
 * here. A request that would need either, or is in any way unusual, is put back as it came and goes
 * through the filters, to the same end.
 */
@Component
final class PolledWay {
  private static final Logger LOG = LoggerFactory.getLogger(PolledWay.class);
  private static final int MOST_IN_FLIGHT = 20_000;

  /** As long as a stop waits for all others. */
  private static final long LAST_ANSWERS_SECONDS = 20;

  private final Map<String, AnsweredLater<?>> endpoints;
  private final KnownCallers callers;
  private final RateLimits rates;
  private final Mishaps mishaps;
  private final Json json;
  private final Semaphore free = new Semaphore(MOST_IN_FLIGHT);
  private final ExecutorService answering =
      Executors.newFixedThreadPool(
          Math.ceilDiv(Runtime.getRuntime().availableProcessors(), 2),
          Thread.ofPlatform().daemon().name("answer-", 1).factory());

  PolledWay(
      List<AnsweredLater<?>> endpoints,
      KnownCallers callers,
      RateLimits rates,
      Mishaps mishaps,
      Json json) {
    this.endpoints =
        endpoints.stream().collect(Collectors.toMap(AnsweredLater::path, Function.identity()));
    this.callers = callers;
    this.rates = rates;
    this.mishaps = mishaps;
    this.json = json;
  }

  /** What came on an idle connection, and for how many milliseconds it may be idle again. */
  private record Sent(NioSocketWrapper connection, PolledRequest request, int idle) {
    /** For how many seconds the connection stays; 0 when nobody asked. */
    long stays() {
      return request.isToStay() ? TimeUnit.MILLISECONDS.toSeconds(Math.max(0, idle)) : 0;
    }
  }

  /** A request that was begun and is to be answered. */
  private record Asked(Sent sent, Call call, Caller caller, Grant grant) {
    <T extends @Nullable Object> T within(Supplier<T> work) {
      return call.within(() -> ClubScope.call(caller.club(), work));
    }

    String what() {
      return "POST " + sent.request().path();
    }
  }

  /**
   * Takes what came on an idle connection.
   *
   * @param idle for how many milliseconds the connection may be idle between requests
   * @return whether it is answered here; if not, nothing has been read of it
   */
  boolean take(NioSocketWrapper connection, int idle) {
    byte[] sent = new byte[connection.getSocketBufferHandler().getReadBuffer().capacity()];
    ByteBuffer read = ByteBuffer.wrap(sent);
    boolean begun = false;
    try {
      if (connection.read(false, read) > 0) {
        PolledRequest request = PolledRequest.of(sent, read.position());
        if (request == null
            && PolledRequest.isPosted(sent, read.position())
            && isMoreThere(connection, read)) {
          request = PolledRequest.of(sent, read.position());
        }
        begun = request != null && isBegun(new Sent(connection, request, idle));
      }
    } catch (IOException gone) {
      // Tomcat finds the same, and lets the connection go.
    } catch (RuntimeException | Error unfit) {
      // Nothing was begun. Whoever meets it again has the means to tell it.
    }
    if (!begun) {
      connection.unRead(read.flip());
    }
    return begun;
  }

  /**
   * Many send the document after the head, and it is there by now. No more is read than the
   * connection can take back.
   */
  private static boolean isMoreThere(NioSocketWrapper connection, ByteBuffer read)
      throws IOException {
    return read.hasRemaining() && connection.getSocket().read(read) > 0;
  }

  private boolean isBegun(Sent sent) {
    PolledRequest request = sent.request();
    AnsweredLater<?> endpoint = endpoints.get(request.path());
    if (endpoint == null
        || !ShortWay.isUsual(request.header("content-type"), request.header("accept"))) {
      return false;
    }
    Caller caller = callers.known(request.header("authorization"));
    return caller != null && caller.may(endpoint.needs()) && isBegun(sent, caller, endpoint);
  }

  private <T> boolean isBegun(Sent sent, Caller caller, AnsweredLater<T> endpoint) {
    PolledRequest request = sent.request();
    if (!(json.read(request.body(), endpoint.takes()) instanceof Done<T>(T document))
        || !free.tryAcquire()) {
      return false;
    }
    Grant grant = rates.take(caller.id());
    boolean begun = false;
    try {
      Call call = Call.begin(request.header("traceparent"), request.header("accept-language"));
      begun = grant.allowed() && isBegun(new Asked(sent, call, caller, grant), document, endpoint);
    } finally {
      if (!begun) {
        rates.giveBack(caller.id(), grant);
        free.release();
      }
    }
    return begun;
  }

  private <T> boolean isBegun(Asked asked, T document, AnsweredLater<T> endpoint) {
    String key = asked.sent().request().header("idempotency-key");
    CompletableFuture<Supplier<ResponseEntity<?>>> begun =
        NoWaiting.call(() -> asked.within(() -> endpoint.begin(document, key, asked.caller())));
    if (begun == null) {
      return false;
    }
    var _ =
        begun.whenCompleteAsync(
            (made, fault) -> answer(asked, fault == null ? made : () -> told(asked, fault)),
            answering);
    return true;
  }

  private ResponseEntity<?> told(Asked asked, Throwable fault) {
    Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
    return mishaps.answer(cause == null ? fault : cause, asked.what());
  }

  /** Answers; where that takes looking something up, or the reader's time, on another thread. */
  private void answer(Asked asked, Supplier<ResponseEntity<?>> made) {
    try {
      PolledAnswer answer = NoWaiting.call(() -> answered(asked, made));
      NioSocketWrapper connection = asked.sent().connection();
      if (answer.isSent(connection)) {
        free.release();
      } else {
        patiently(asked, () -> answer.sendRest(connection));
      }
    } catch (RuntimeException | Error broken) {
      if (NoWaiting.isWhy(broken)) {
        patiently(asked, () -> answered(asked, made).send(asked.sent().connection()));
      } else {
        drop(asked, broken);
      }
    }
  }

  private PolledAnswer answered(Asked asked, Supplier<ResponseEntity<?>> made) {
    return asked.within(() -> {
      ResponseEntity<?> told;
      try {
        told = made.get();
      } catch (RuntimeException broken) {
        if (NoWaiting.isWhy(broken)) {
          throw broken;
        }
        told = mishaps.answer(broken, asked.what());
      }
      Object content = told.getBody();
      byte[] body = content == null ? new byte[0] : ShortWay.bytes(json, content);
      Map<String, String> limits =
          Map.of("RateLimit-Policy", rates.policy(), "RateLimit", asked.grant().header());
      return PolledAnswer.of(told, body, limits, asked.sent().stays());
    });
  }

  /** Does the rest on a thread of Tomcat's. */
  private void patiently(Asked asked, Runnable rest) {
    try {
      asked
          .sent()
          .connection()
          .execute(() -> {
            try {
              rest.run();
              free.release();
            } catch (RuntimeException | Error broken) {
              drop(asked, broken);
            }
          });
    } catch (RuntimeException full) {
      drop(asked, full);
    }
  }

  private void drop(Asked asked, Throwable broken) {
    LOG.error("{} could not be answered", asked.what(), broken);
    asked.sent().connection().close();
    free.release();
  }

  /** How many requests wait for their answer. */
  int inFlight() {
    return MOST_IN_FLIGHT - free.availablePermits();
  }

  /** Waits for what is being answered, before connections are closed. */
  void finish() {
    try {
      if (free.tryAcquire(MOST_IN_FLIGHT, LAST_ANSWERS_SECONDS, TimeUnit.SECONDS)) {
        free.release(MOST_IN_FLIGHT);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void close() {
    answering.shutdown();
  }
}
