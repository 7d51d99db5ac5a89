package club.vafa.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between a till and the server, which can be cut and mended. */
public final class Wire implements AutoCloseable {
  private final int server;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket door;

  /** A wire that leads to a port of this machine. */
  public Wire(int server) {
    this.server = server;
    this.door = listening(0);
    this.port = door.getLocalPort();
  }

  public int port() {
    return port;
  }

  /** Nothing passes any more, in the middle of whatever was under way. */
  public synchronized void cut() {
    close(door);
    open.forEach(Wire::close);
    open.clear();
  }

  public synchronized void mend() {
    door = listening(port);
  }

  @Override
  public void close() {
    cut();
  }

  private ServerSocket listening(int wanted) {
    try {
      ServerSocket made = new ServerSocket();
      made.setReuseAddress(true);
      made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      Thread.startVirtualThread(() -> accept(made));
      return made;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket near = from.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(near);
        open.add(far);
        Thread.startVirtualThread(() -> carry(near, far));
        Thread.startVirtualThread(() -> carry(far, near));
      }
    } catch (IOException cut) {
      close(from);
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException cut) {
      open.remove(from);
    }
    open.remove(from);
  }

  private static void close(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception gone) {
      throw new IllegalStateException("an end of the wire cannot be closed", gone);
    }
  }
}
