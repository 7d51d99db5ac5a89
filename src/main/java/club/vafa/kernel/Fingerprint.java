package club.vafa.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of inputs, to tell a repetition from something else under the same key. They are of
 * what was meant, not of how it was written: {@code "10"} and {@code 10.0} are the same amount.
 */
public final class Fingerprint {
  private Fingerprint() {}

  public static UUID of(@Nullable Object... parts) {
    return of(sha256().digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8)));
  }

  public static UUID of(byte[] digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
