package club.vafa.earning.web;

import club.vafa.earning.NewPurchase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of inputs, to tell a repetition from something else under the same key. They are of
 * what was meant, not of how it was written: {@code "10"} and {@code 10.0} are the same amount.
 */
final class Hashes {
  static final byte[] NONE = {};

  private static final int LENGTH = 16;

  private Hashes() {}

  static byte[] of(@Nullable Object... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Arrays.copyOf(
          sha.digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8)), LENGTH);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /** The purchase with its fingerprint; a time that was not given does not count. */
  static NewPurchase with(NewPurchase read, @Nullable Instant occurredAt) {
    byte[] hash =
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
