package club.vafa.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads one HTTP/1.1 answer as it comes in, in any pieces. It looks at as little as it can, because
 * the client shares the cores with what it measures; the body is kept only when asked for, or when
 * the answer is no success.
 */
final class Answer {
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHUNKED =
      "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);

  private enum Part {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    WHOLE
  }

  private byte[] line = new byte[1024];
  private int filled;
  private Part part = Part.HEAD;
  private int status;
  private long missing;
  private boolean chunked;
  private boolean closing;
  private boolean keeping;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /** Begins the next answer of the connection. */
  void expect(boolean keep) {
    part = Part.HEAD;
    filled = 0;
    status = 0;
    missing = 0;
    chunked = false;
    closing = false;
    keeping = keep;
    kept.reset();
  }

  int status() {
    return status;
  }

  boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /** Whether the server closes the connection after this answer, as some do after so many. */
  boolean closing() {
    return closing;
  }

  /** The body as far as it was kept. */
  String body() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  /** Takes what came; true when the answer is whole. */
  boolean take(ByteBuffer in) {
    while (part != Part.WHOLE && in.hasRemaining()) {
      switch (part) {
        case BODY, CHUNK -> goods(in);
        case HEAD, CHUNK_SIZE, CHUNK_END, TRAILER -> {
          if (line(in)) {
            lineRead();
            filled = 0;
          }
        }
        case WHOLE -> throw new IllegalStateException();
      }
    }
    return part == Part.WHOLE;
  }

  private void goods(ByteBuffer in) {
    int here = (int) Math.min(missing, in.remaining());
    if (keeping) {
      byte[] piece = new byte[here];
      in.get(piece);
      kept.writeBytes(piece);
    } else {
      in.position(in.position() + here);
    }
    missing -= here;
    if (missing == 0) {
      part = part == Part.CHUNK ? Part.CHUNK_END : Part.WHOLE;
    }
  }

  /** Collects a line without its end; true when the end is there. */
  private boolean line(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte next = in.get();
      if (next == '\n') {
        return true;
      }
      if (next != '\r') {
        if (filled == line.length) {
          line = java.util.Arrays.copyOf(line, filled * 2);
        }
        line[filled++] = next;
      }
    }
    return false;
  }

  private void lineRead() {
    switch (part) {
      case HEAD -> headLine();
      case CHUNK_SIZE -> {
        missing = hexadecimal();
        part = missing == 0 ? Part.TRAILER : Part.CHUNK;
      }
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      case TRAILER -> part = filled == 0 ? Part.WHOLE : Part.TRAILER;
      case BODY, CHUNK, WHOLE -> throw new IllegalStateException();
    }
  }

  private void headLine() {
    if (status == 0) {
      status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
      keeping |= !succeeded();
    } else if (filled == 0) {
      part = chunked ? Part.CHUNK_SIZE : missing == 0 ? Part.WHOLE : Part.BODY;
    } else if (begins(LENGTH)) {
      missing = decimal(LENGTH.length);
    } else if (begins(CHUNKED)) {
      chunked = true;
    } else if (begins(CLOSE)) {
      closing = true;
    }
  }

  private boolean begins(byte[] name) {
    if (filled < name.length) {
      return false;
    }
    for (int at = 0; at < name.length; at++) {
      byte next = line[at];
      if ((next >= 'A' && next <= 'Z' ? next + 32 : next) != name[at]) {
        return false;
      }
    }
    return true;
  }

  private long decimal(int from) {
    long value = 0;
    for (int at = from; at < filled; at++) {
      if (line[at] >= '0' && line[at] <= '9') {
        value = value * 10 + line[at] - '0';
      }
    }
    return value;
  }

  private long hexadecimal() {
    long value = 0;
    for (int at = 0; at < filled && line[at] != ';'; at++) {
      value = value * 16 + Character.digit(line[at], 16);
    }
    return value;
  }
}
