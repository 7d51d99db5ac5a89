package club.vafa.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords by bcrypt. Each is hashed by SHA-256 first, because bcrypt looks at 72 bytes only.
 * Hashing is dear on purpose, so few run at once and sales go on beside them.
 */
@Component
class Passwords {
  static final int SHORTEST = 8;
  static final int LONGEST = 200;

  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GENERATED = 16;

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);
  private final Semaphore turns =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
  private final SecureRandom random = new SecureRandom();

  /** Compared with when there is nobody of a login, so that it takes as long. */
  private final String nobody = hash("nobody has this password " + generate());

  String hash(String password) {
    return inTurn(() -> bcrypt.encode(digest(password)));
  }

  boolean matches(String password, String hash) {
    return inTurn(() -> bcrypt.matches(digest(password), hash));
  }

  /** Takes the time of a comparison. */
  void compareWithNobody(String password) {
    boolean _ = matches(password, nobody);
  }

  /** A password that can be read out: without signs that look alike, in groups of four. */
  String generate() {
    StringBuilder password = new StringBuilder();
    for (int at = 0; at < GENERATED; at++) {
      password.append(at > 0 && at % 4 == 0 ? "-" : "");
      password.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return password.toString();
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static String digest(String password) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
