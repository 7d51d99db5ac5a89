package club.vafa.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.FastHttpDateFormat;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer in bytes, as Tomcat would send it. */
final class PolledAnswer {
  /** After these Tomcat closes the connection: who knows what is still to come on it. */
  private static final Set<Integer> LAST = Set.of(400, 408, 411, 413, 414, 500, 501, 503);

  private final byte[] bytes;
  private final boolean last;

  private PolledAnswer(byte[] bytes, boolean last) {
    this.bytes = bytes;
    this.last = last;
  }

  /**
   * What an endpoint told.
   *
   * @param more headers of the way here
   * @param stays for how many seconds the connection stays, when the caller asked; else 0
   */
  static PolledAnswer of(
      ResponseEntity<?> told, byte[] body, Map<String, String> more, long stays) {
    int status = told.getStatusCode().value();
    boolean last = LAST.contains(status);
    StringBuilder head = new StringBuilder(400);
    head.append("HTTP/1.1 ").append(status).append(" \r\n");
    more.forEach((name, value) -> add(head, name, value));
    told.getHeaders().forEach((name, values) -> values.forEach(value -> add(head, name, value)));
    if (told.getBody() != null && told.getHeaders().getContentType() == null) {
      add(head, HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    }
    add(head, HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
    add(head, HttpHeaders.DATE, FastHttpDateFormat.getCurrentDate());
    if (last) {
      add(head, HttpHeaders.CONNECTION, "close");
    } else if (stays > 0) {
      add(head, "Keep-Alive", "timeout=" + stays);
      add(head, HttpHeaders.CONNECTION, "keep-alive");
    }
    byte[] top = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(top, top.length + body.length);
    System.arraycopy(body, 0, all, top.length, body.length);
    return new PolledAnswer(all, last);
  }

  /** No value of ours holds the end of a line; one that did would end there. */
  private static void add(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value.lines().findFirst().orElse("")).append("\r\n");
  }

  /**
   * Writes it and sends what can be sent at once.
   *
   * @return whether there is nothing more to do
   */
  boolean isSent(NioSocketWrapper connection) {
    return isSent(connection, bytes.length, false);
  }

  /** Writes it and sends it all, to whoever reads slowly too. */
  void send(NioSocketWrapper connection) {
    isSent(connection, bytes.length, true);
  }

  /** Sends what could not be sent at once. */
  void sendRest(NioSocketWrapper connection) {
    isSent(connection, 0, true);
  }

  private boolean isSent(NioSocketWrapper connection, int length, boolean patient) {
    boolean more;
    connection.getLock().lock();
    try {
      connection.write(patient, bytes, 0, length);
      more = connection.flush(patient);
    } catch (IOException gone) {
      connection.close();
      return true;
    } finally {
      connection.getLock().unlock();
    }
    if (!more && last) {
      connection.close();
    } else if (!more) {
      // Not before the lock is free: the next request may be there at once.
      connection.updateLastRead();
      connection.registerReadInterest();
    }
    return !more;
  }
}
