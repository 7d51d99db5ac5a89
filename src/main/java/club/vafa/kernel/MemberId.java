package club.vafa.kernel;

import java.util.Optional;
import java.util.UUID;

/** A member of a club. */
public record MemberId(UUID value) implements Comparable<MemberId> {
  public static final String PREFIX = "mbr";

  public static Optional<MemberId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(MemberId::new);
  }

  @Override
  public int compareTo(MemberId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
