package club.vafa.clubs.look;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture's file that is read beyond its end only so often. A reader of pictures may take zeros
 * for what is missing, and a broken file that claims enough would keep it busy for long.
 */
final class PatientStream extends MemoryCacheImageInputStream {
  private static final int ALWAYS = 100_000;

  private long more = ALWAYS;

  PatientStream(byte[] file) {
    super(new ByteArrayInputStream(file));
  }

  /** A picture of one colour is read with next to nothing for each point. */
  void allow(long points) {
    more = ALWAYS + 8 * points;
  }

  @Override
  public byte readByte() throws IOException {
    int next = read();
    if (next < 0) {
      throw ended();
    }
    return (byte) next;
  }

  /** Readers that take zeros for what is missing know the end by its exception. */
  private IOException ended() {
    more--;
    return more < 0 ? new IOException("read too often beyond the end") : new End();
  }

  /** The end of the file, without the costly list of who called. */
  private static final class End extends EOFException {
    private static final long serialVersionUID = 1;

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
