package club.vafa.spending;

import club.vafa.kernel.ClubId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Signs by a secret of the club that leaves Vafa never. */
@Component
class SigningKeys {
  private static final int KEY = 32;
  private static final int CODES = 1_000_000;

  private final PolicyStore store;
  private final SecureRandom random = new SecureRandom();
  private final Map<ClubId, byte[]> keys = new ConcurrentHashMap<>();

  SigningKeys(PolicyStore store) {
    this.store = store;
  }

  /** Makes the key of a club that has none, in the running transaction. */
  void prepare(ClubId club, Instant now) {
    if (store.key(club).isEmpty()) {
      byte[] key = new byte[KEY];
      random.nextBytes(key);
      store.insertKey(club, key, now);
    }
  }

  byte[] sign(ClubId club, String text) {
    byte[] known = keys.get(club);
    if (known == null) {
      known =
          store
              .key(club)
              .orElseThrow(() -> new IllegalStateException("no key of " + club + " to sign with"));
    }
    return mac(known, text);
  }

  boolean knows(ClubId club) {
    return keys.containsKey(club) || store.key(club).map(key -> keep(club, key)).orElse(false);
  }

  private boolean keep(ClubId club, byte[] key) {
    keys.put(club, key);
    return true;
  }

  /** Six digits that nobody can tell who does not know the key. */
  String code(ClubId club, UUID id) {
    int drawn = ByteBuffer.wrap(sign(club, "code " + id)).getInt() & Integer.MAX_VALUE;
    return "%06d".formatted(drawn % CODES);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
    }
  }
}
