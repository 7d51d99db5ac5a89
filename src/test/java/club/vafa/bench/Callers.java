package club.vafa.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Callers that each keep one connection and send the next request when the answer to the last has
 * come. One thread serves them all, because the client shares the cores with what it measures.
 */
final class Callers {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InetSocketAddress server;
  private final byte[] head;
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(1 << 18);

  Callers(int port, String path, @Nullable String key) {
    this.server = new InetSocketAddress("127.0.0.1", port);
    String authorization = key == null ? "" : "Authorization: Bearer " + key + "\r\n";
    this.head =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\n"
                + authorization
                + "Content-Type: application/json\r\nContent-Length: ")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Fills in the next request; false when there is nothing more to send. */
  interface Source extends Predicate<Request> {}

  /** How many callers, for how long and at most how many requests. */
  record Bounds(int callers, Duration time, long requests) {}

  /**
   * What was measured. Requests and items are those answered within the time; accepted are all that
   * succeeded, also the last ones that ended later.
   */
  record Load(
      long requests,
      long items,
      long accepted,
      double seconds,
      Latencies.Spread spread,
      long refused,
      String firstBody,
      @Nullable String firstRefusal) {
    double perSecond() {
      return items / seconds;
    }
  }

  Load run(Source source, Bounds bounds) {
    Tally tally = new Tally(source, bounds);
    List<Caller> callers = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int caller = 0; caller < bounds.callers(); caller++) {
        callers.add(new Caller(tally, selector));
      }
      tally.begin();
      for (Caller caller : callers) {
        caller.send();
      }
      while (tally.underWay > 0) {
        selector.select(key -> ((Caller) key.attachment()).ready(key), 1000);
        tally.requirePatience();
      }
      return tally.load();
    } catch (IOException broken) {
      throw new IllegalStateException("The server hung up", broken);
    } finally {
      callers.forEach(Caller::close);
    }
  }

  /** What all callers together have done. */
  private static final class Tally {
    final Source source;
    final Bounds bounds;
    final Latencies latencies = new Latencies();
    final Request request = new Request();
    int underWay;
    long sent;
    private long requests;
    private long items;
    private long accepted;
    private long refused;
    private long began;
    private long ends;
    private long lastAnswer;
    private String firstBody = "";
    private @Nullable String firstRefusal;

    Tally(Source source, Bounds bounds) {
      this.source = source;
      this.bounds = bounds;
    }

    void begin() {
      began = System.nanoTime();
      lastAnswer = began;
      ends = began + bounds.time().toNanos();
    }

    boolean more() {
      return sent < bounds.requests() && System.nanoTime() < ends && source.test(request.clear());
    }

    void answered(Answer answer, long sentAt, int carried) {
      lastAnswer = System.nanoTime();
      if (!answer.succeeded()) {
        refused++;
        firstRefusal = firstRefusal == null ? answer.status() + " " + answer.body() : firstRefusal;
        return;
      }
      firstBody = firstBody.isEmpty() ? answer.body() : firstBody;
      accepted += carried;
      if (lastAnswer <= ends) {
        requests++;
        items += carried;
        latencies.add(lastAnswer - sentAt);
      }
    }

    void requirePatience() throws IOException {
      if (System.nanoTime() - lastAnswer > PATIENCE.toNanos()) {
        throw new IOException("no answer for " + PATIENCE.toSeconds() + " s");
      }
    }

    Load load() {
      double seconds = (Math.min(lastAnswer, ends) - began) / 1e9;
      return new Load(
          requests, items, accepted, seconds, latencies.spread(), refused, firstBody, firstRefusal);
    }
  }

  /** One connection with at most one request under way. */
  private final class Caller {
    private final Tally tally;
    private final Selector selector;
    private SocketChannel channel;
    private SelectionKey key;
    private final Answer answer = new Answer();
    private ByteBuffer outgoing = ByteBuffer.allocateDirect(1 << 12);
    private long sentAt;
    private int carried;

    Caller(Tally tally, Selector selector) throws IOException {
      this.tally = tally;
      this.selector = selector;
      this.channel = SocketChannel.open(server);
      this.key = registered();
    }

    private SelectionKey registered() throws IOException {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      return channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send() throws IOException {
      if (!tally.more()) {
        return;
      }
      carried = tally.request.items;
      outgoing = tally.request.write(head, outgoing);
      answer.expect(tally.sent == 0);
      tally.sent++;
      tally.underWay++;
      sentAt = System.nanoTime();
      write();
    }

    void ready(SelectionKey selected) {
      try {
        if (selected.isWritable()) {
          write();
        }
        if (selected.isReadable()) {
          read();
        }
      } catch (IOException broken) {
        throw new IllegalStateException("A connection broke", broken);
      }
    }

    private void write() throws IOException {
      channel.write(outgoing);
      int interest =
          outgoing.hasRemaining()
              ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
              : SelectionKey.OP_READ;
      if (key.interestOps() != interest) {
        key.interestOps(interest);
      }
    }

    private void read() throws IOException {
      if (channel.read(incoming.clear()) < 0) {
        throw new EOFException("the server closed a connection");
      }
      if (answer.take(incoming.flip())) {
        tally.underWay--;
        tally.answered(answer, sentAt, carried);
        if (answer.closing()) {
          channel.close();
          channel = SocketChannel.open(server);
          key = registered();
        }
        send();
      }
    }

    void close() {
      try {
        channel.close();
      } catch (IOException ignored) {
        // It was only read from and written to; what was measured is known by now.
      }
    }
  }
}
