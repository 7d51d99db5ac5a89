package club.vafa.api.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body has been read already. */
final class WithBody extends HttpServletRequestWrapper {
  private final Bytes bytes;

  WithBody(HttpServletRequest request, byte[] body) {
    super(request);
    this.bytes = new Bytes(body);
  }

  @Override
  public ServletInputStream getInputStream() {
    return bytes;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream in;

    Bytes(byte[] body) {
      this.in = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return in.read(into, offset, length);
    }

    @Override
    public byte[] readAllBytes() {
      return in.readAllBytes();
    }

    /** Whoever looks whether there is a body goes back, and reads it all at once. */
    @Override
    public boolean markSupported() {
      return true;
    }

    @Override
    public void mark(int most) {
      in.mark(most);
    }

    @Override
    public void reset() {
      in.reset();
    }

    @Override
    public int available() {
      return in.available();
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("Bodies are read before they are handled");
    }
  }
}
