package club.vafa.operations.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Short names of what was meant, equal for equal input. */
final class Fingerprint {
  private Fingerprint() {}

  static UUID of(@Nullable Object... parts) {
    return of(sha256().digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8)));
  }

  static UUID of(byte[] digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
