package club.vafa.access;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A token: a prefix that tells what it is, and 43 letters and digits that hold 256 bits of chance.
 * What is that long needs no slow hash; one SHA-256 is kept of it, in hexadecimal.
 */
record Secret(String text) {
  static final String KEY = "vafa_";
  static final String SESSION = "vafas_";

  private static final String SIGNS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 43;
  private static final int HINT = 4;

  static Secret make(String prefix, SecureRandom random) {
    StringBuilder text = new StringBuilder(prefix);
    for (int at = 0; at < LENGTH; at++) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return new Secret(text.toString());
  }

  /** The token of an Authorization header; null when it holds none of ours. */
  static @Nullable Secret ofHeader(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return null;
    }
    return of(header.substring(7).strip());
  }

  /** The token of a login in a browser; null when the cookie holds none. */
  static @Nullable Secret ofCookie(@Nullable Cookie cookie) {
    Secret secret = cookie == null ? null : of(cookie.getValue());
    return secret != null && secret.isSession() ? secret : null;
  }

  /** A token as it was given; null when it is none of ours. */
  static @Nullable Secret of(String text) {
    int prefix =
        text.startsWith(SESSION) ? SESSION.length() : text.startsWith(KEY) ? KEY.length() : -1;
    return prefix > 0 && text.length() == prefix + LENGTH ? new Secret(text) : null;
  }

  boolean isSession() {
    return text.startsWith(SESSION);
  }

  String hint() {
    return text.substring(text.length() - HINT);
  }

  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
