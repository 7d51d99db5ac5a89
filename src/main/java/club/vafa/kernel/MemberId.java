package club.vafa.kernel;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of a club. */
public record MemberId(UUID value) implements Comparable<MemberId> {
  public static final String PREFIX = "mbr";

  public static Optional<MemberId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(MemberId::new);
  }

  /** Written out because members are looked up all the time. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MemberId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
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
