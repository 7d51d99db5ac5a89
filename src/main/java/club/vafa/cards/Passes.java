package club.vafa.cards;

import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Passes: codes that phones show in the place of a card. A pass is {@code VAFA1} and 48 signs of
 * base 32, which hold the member (16 bytes), the minute it was made in (4) and the first 10 bytes
 * of a signature by the club's key. It counts in its minute and the next, so that nobody at the
 * till is too late, and a picture of it is worth nothing soon. Capitals and digits alone make small
 * codes and come through every scanner that types.
 */
@Component
class Passes {
  private static final String PREFIX = "VAFA1";
  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Z2-7]{48}");
  private static final int BITS = 5;
  private static final int SIGNED = 20;
  private static final int SIGNATURE = 10;
  private static final int KEY = 32;
  private static final long WINDOW = Duration.ofMinutes(1).toSeconds();

  private final PassKeyStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<ClubId, byte[]> keys = new ConcurrentHashMap<>();

  Passes(PassKeyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Cards.Pass make(ClubId club, MemberId member, Instant now) {
    byte[] key = key(club).orElseGet(() -> made(club, now));
    long seconds = now.getEpochSecond();
    byte[] signed = signed(member, (int) (seconds / WINDOW));
    byte[] whole = Arrays.copyOf(signed, SIGNED + SIGNATURE);
    System.arraycopy(signature(key, signed), 0, whole, SIGNED, SIGNATURE);
    return new Cards.Pass(PREFIX + written(whole), Duration.ofSeconds(WINDOW - seconds % WINDOW));
  }

  /** The card a pass stands for; nothing when it is none, is forged, or its time is over. */
  Optional<Card> card(ClubId club, String number) {
    String text = number.toUpperCase(Locale.ROOT);
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    byte[] whole = read(text.substring(PREFIX.length()));
    byte[] signed = Arrays.copyOf(whole, SIGNED);
    byte[] signature = Arrays.copyOfRange(whole, SIGNED, whole.length);
    Instant now = clock.instant();
    return key(club)
        .filter(key -> MessageDigest.isEqual(signature, signature(key, signed)))
        .flatMap(_ -> inTime(ByteBuffer.wrap(signed), now))
        .map(member ->
            new Card(new CardId(member.value()), text, member, "", CardState.ACTIVE, now, null));
  }

  private static Optional<MemberId> inTime(ByteBuffer signed, Instant now) {
    MemberId member = new MemberId(new UUID(signed.getLong(), signed.getLong()));
    long age = now.getEpochSecond() / WINDOW - signed.getInt();
    return age == 0 || age == 1 ? Optional.of(member) : Optional.empty();
  }

  private Optional<byte[]> key(ClubId club) {
    byte[] known = keys.get(club);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> found = store.find(club);
    found.ifPresent(key -> keys.put(club, key));
    return found;
  }

  private byte[] made(ClubId club, Instant now) {
    byte[] key = new byte[KEY];
    random.nextBytes(key);
    store.insert(club, key, now);
    return store.find(club).orElseThrow();
  }

  private static byte[] signed(MemberId member, int minute) {
    return ByteBuffer.allocate(SIGNED)
        .putLong(member.value().getMostSignificantBits())
        .putLong(member.value().getLeastSignificantBits())
        .putInt(minute)
        .array();
  }

  private static byte[] signature(byte[] key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(signed), SIGNATURE);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
    }
  }

  private static String written(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = ((held << Byte.SIZE) | (one & 0xFF)) & 0xFFFF;
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(SIGNS.charAt((held >> bits) & 0x1F));
      }
    }
    return text.toString();
  }

  private static byte[] read(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * BITS / Byte.SIZE);
    int held = 0;
    int bits = 0;
    for (int at = 0; at < text.length(); at++) {
      held = ((held << BITS) | SIGNS.indexOf(text.charAt(at))) & 0xFFFF;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes.put((byte) (held >> bits));
      }
    }
    return bytes.array();
  }
}
