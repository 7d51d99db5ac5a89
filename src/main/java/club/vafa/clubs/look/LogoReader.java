package club.vafa.clubs.look;

import club.vafa.clubs.ClubsCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Makes a logo of what somebody sent. Nothing of the file itself is kept: it is drawn anew, as a
 * PNG of ours, so that whatever else was in it is gone.
 */
public final class LogoReader {
  /** The longest side of a logo as it is kept. */
  public static final int LONGEST = 512;

  /** How large a file may be. */
  public static final int LARGEST_FILE = 1024 * 1024;

  /** A file of a few bytes may claim to be a picture of gigabytes. */
  private static final int LONGEST_SENT = 5000;

  /** Of 16 bits for each colour they are 32 MB. */
  private static final long MOST_POINTS = 4_000_000;

  /** One picture at a time, so that many at once do not take the memory of everybody. */
  private static final Semaphore TURN = new Semaphore(1, true);

  private LogoReader() {}

  /** The logo as PNG, or why it is none. */
  public static Outcome<byte[]> read(byte[] file) {
    if (file.length > LARGEST_FILE) {
      return refused(ClubsCode.LOGO_TOO_LARGE, Map.of("limit", LARGEST_FILE / 1024));
    }
    TURN.acquireUninterruptibly();
    try {
      Optional<ImageReader> reader = reader(file);
      if (reader.isPresent()) {
        return points(reader.get(), file);
      }
      return isVector(file) ? VectorReader.read(file) : refused(ClubsCode.LOGO_FORM, Map.of());
    } catch (IOException | RuntimeException unreadable) {
      // Readers of broken pictures fail in every way there is.
      return refused(ClubsCode.LOGO_UNREADABLE, Map.of());
    } finally {
      TURN.release();
    }
  }

  static <T> Outcome<T> refused(ClubsCode code, Map<String, Object> args) {
    return Outcome.refused(Refusal.at("/logo", code, args));
  }

  /** By what is in the file, for its name may say anything. */
  private static Optional<ImageReader> reader(byte[] file) {
    if (begins(file, 0, "\u0089PNG")) {
      return Optional.of(ImageIO.getImageReadersByFormatName("png").next());
    }
    if (begins(file, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(ImageIO.getImageReadersByFormatName("jpeg").next());
    }
    return begins(file, 0, "RIFF") && begins(file, 8, "WEBP")
        ? Optional.of(new WebPImageReaderSpi().createReaderInstance(null))
        : Optional.empty();
  }

  private static boolean begins(byte[] file, int at, String signs) {
    byte[] wanted = signs.getBytes(StandardCharsets.ISO_8859_1);
    if (file.length < at + wanted.length) {
      return false;
    }
    for (int index = 0; index < wanted.length; index++) {
      if (file[at + index] != wanted[index]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVector(byte[] file) {
    return new String(file, 0, Math.min(file.length, 4096), StandardCharsets.UTF_8)
        .contains("<svg");
  }

  private static Outcome<byte[]> points(ImageReader reader, byte[] file) throws IOException {
    try (PatientStream in = new PatientStream(file)) {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width > LONGEST_SENT || height > LONGEST_SENT || width * height > MOST_POINTS) {
        return refused(ClubsCode.LOGO_TOO_WIDE, Map.of("limit", LONGEST_SENT, "most", MOST_POINTS));
      }
      in.allow(width * height);
      BufferedImage whole = reader.read(0);
      return Outcome.done(Drawing.png(Drawing.within(whole, LONGEST)));
    } finally {
      reader.dispose();
    }
  }
}
