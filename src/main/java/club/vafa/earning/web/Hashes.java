package club.vafa.earning.web;

import club.vafa.earning.NewPurchase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of inputs, to tell a repetition from something else under the same key. They are of
 * what was meant, not of how it was written: {@code "10"} and {@code 10.0} are the same amount.
 */
final class Hashes {
  static final UUID NONE = new UUID(0, 0);

  private Hashes() {}

  static UUID of(@Nullable Object... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      ByteBuffer digest =
          ByteBuffer.wrap(sha.digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8)));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /** The purchase with its fingerprint; a time that was not given does not count. */
  static NewPurchase with(NewPurchase read, @Nullable Instant occurredAt) {
    UUID hash =
        of(
            read.key(),
            read.member(),
            occurredAt,
            read.branch(),
            read.terminal(),
            read.staff(),
            read.lines(),
            new TreeSet<>(read.coupons()),
            read.payments());
    return new NewPurchase(
        read.key(),
        read.member(),
        read.occurredAt(),
        read.branch(),
        read.terminal(),
        read.staff(),
        read.lines(),
        read.coupons(),
        read.payments(),
        hash,
        read.idempotencyKey());
  }
}
