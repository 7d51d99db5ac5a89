package club.vafa.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One request in bytes, put together from pieces made before. It is used again and again. */
final class Request {
  private byte[] body = new byte[4096];
  private int length;

  /** How many purchases it carries. */
  int items;

  Request clear() {
    length = 0;
    items = 0;
    return this;
  }

  Request put(byte[] piece) {
    reserve(piece.length);
    System.arraycopy(piece, 0, body, length, piece.length);
    length += piece.length;
    return this;
  }

  Request put(char sign) {
    reserve(1);
    body[length++] = (byte) sign;
    return this;
  }

  /** A number with leading zeros. */
  Request put(long number, int width) {
    reserve(width);
    long rest = number;
    for (int at = length + width - 1; at >= length; at--) {
      body[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
    return this;
  }

  private void reserve(int more) {
    if (length + more > body.length) {
      body = Arrays.copyOf(body, Math.max(length + more, body.length * 2));
    }
  }

  /** The whole request, ready to be written; {@code head} ends before the length. */
  ByteBuffer write(byte[] head, ByteBuffer into) {
    byte[] size = (length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    int all = head.length + size.length + length;
    ByteBuffer target = into.capacity() >= all ? into.clear() : ByteBuffer.allocateDirect(all * 2);
    return target.put(head).put(size).put(body, 0, length).flip();
  }

  @Override
  public String toString() {
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }
}
