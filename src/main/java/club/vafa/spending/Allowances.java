package club.vafa.spending;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes allowances down for tills and reads them again: the words in base 64, a point, and the
 * signature. What was changed on the way is none.
 */
@Component
class Allowances {
  private static final int LONGEST = 4_000;

  private final SigningKeys keys;
  private final JsonMapper json = JsonMapper.builder().build();

  Allowances(SigningKeys keys) {
    this.keys = keys;
  }

  /** The words, in the order in which they are signed. */
  record Written(
      String id,
      String member,
      String branch,
      String terminal,
      long from,
      long until,
      Map<String, Long> units) {}

  String write(ClubId club, Allowance allowance) {
    Written words =
        new Written(
            allowance.id().toString(),
            allowance.member().toString(),
            allowance.branch(),
            allowance.terminal(),
            allowance.from().getEpochSecond(),
            allowance.until().getEpochSecond(),
            new TreeMap<>(allowance.units()));
    String text = encoded(json.writeValueAsBytes(words));
    return text + "." + encoded(keys.sign(club, text));
  }

  /** What a till brings; nothing when the club has not signed it. */
  Optional<Allowance> read(ClubId club, String token) {
    int point = token.indexOf('.');
    if (point < 0 || token.length() > LONGEST || !keys.knows(club)) {
      return Optional.empty();
    }
    String text = token.substring(0, point);
    try {
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(point + 1));
      return MessageDigest.isEqual(signature, keys.sign(club, text))
          ? Optional.of(allowance(json.readValue(decoded(text), Written.class)))
          : Optional.empty();
    } catch (IllegalArgumentException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private static Allowance allowance(Written words) {
    return new Allowance(
        UUID.fromString(words.id()),
        MemberId.parse(words.member()).orElseThrow(IllegalArgumentException::new),
        words.branch(),
        words.terminal(),
        Instant.ofEpochSecond(words.from()),
        Instant.ofEpochSecond(words.until()),
        words.units());
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
