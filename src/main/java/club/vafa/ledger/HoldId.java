package club.vafa.ledger;

import club.vafa.kernel.TypeId;
import java.util.Optional;
import java.util.UUID;

/** A hold: value set aside until it is captured or released. */
public record HoldId(UUID value) implements Comparable<HoldId> {
  public static final String PREFIX = "hld";

  public static Optional<HoldId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(HoldId::new);
  }

  @Override
  public int compareTo(HoldId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return TypeId.text(PREFIX, value);
  }
}
