package club.vafa.campaigns;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.Fingerprint;
import club.vafa.kernel.MemberId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Gives each member a number that never changes and that nobody can foresee: the first 64 bits of
 * SHA-256 over the club's secret and the member's id. What is drawn by it is spread evenly.
 */
@Component
class Draws {
  private static final int TWO_IDS = 4 * Long.BYTES;

  private final PolicyStore store;
  private final SecureRandom random = new SecureRandom();
  private final Map<ClubId, UUID> salts = new ConcurrentHashMap<>();

  Draws(PolicyStore store) {
    this.store = store;
  }

  Map<MemberId, Long> of(ClubId club, Set<MemberId> members) {
    UUID salt = salts.computeIfAbsent(club, this::salt);
    Map<MemberId, Long> numbers = HashMap.newHashMap(members.size());
    members.forEach(member -> numbers.put(member, number(salt, member.value())));
    return numbers;
  }

  private UUID salt(ClubId club) {
    return store.salt(club, new UUID(random.nextLong(), random.nextLong()));
  }

  static long number(UUID salt, UUID member) {
    ByteBuffer both =
        ByteBuffer.allocate(TWO_IDS)
            .putLong(salt.getMostSignificantBits())
            .putLong(salt.getLeastSignificantBits())
            .putLong(member.getMostSignificantBits())
            .putLong(member.getLeastSignificantBits());
    return Fingerprint.of(Fingerprint.sha256().digest(both.array())).getMostSignificantBits();
  }
}
