package club.vafa.kernel;

import java.util.Optional;
import java.util.UUID;

/** A club (tenant). */
public record ClubId(UUID value) implements Comparable<ClubId> {
  public static final String PREFIX = "clb";

  public static Optional<ClubId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(ClubId::new);
  }

  @Override
  public int compareTo(ClubId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
