package club.vafa.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/** The port on this machine that the PostgreSQL which Vafa brings listens on. */
final class LocalPort {
  private LocalPort() {}

  /**
   * The wished port, or for 0 a free one: below the range the system hands out by itself, so that
   * nobody takes it during a restart.
   */
  static int choose(int wished) throws IOException {
    if (wished != 0) {
      return wished;
    }
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = RandomGenerator.getDefault().nextInt(15_432, 32_000);
      if (free(port)) {
        return port;
      }
    }
    throw new IOException("No free port between 15432 and 32000");
  }

  static void requireFree(int port) {
    if (!free(port)) {
      throw new CannotStart(
          "database.port %d is in use by another program: free it, or leave database.port out and"
                  .formatted(port)
              + " Vafa takes a free one.");
    }
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
