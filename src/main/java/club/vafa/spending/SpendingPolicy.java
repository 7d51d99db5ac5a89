package club.vafa.spending;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How careful a club is.
 *
 * @param above what may be spent at once without a code, minor units of money; null where the
 *     amount does not matter
 * @param offlineHours how long an allowance counts; zero when nothing is spent without network
 * @param offlineUnits what a member may spend at a till without network, minor units by unit
 * @param beyond what happens to a spend beyond what the member turns out to have
 */
public record SpendingPolicy(
    Confirm confirm,
    @Nullable Long above,
    int offlineHours,
    Map<String, Long> offlineUnits,
    Beyond beyond) {
  /** Of clubs that never said anything. */
  public static final SpendingPolicy NONE =
      new SpendingPolicy(Confirm.NEVER, null, 0, Map.of(), Beyond.REFUSE);

  public SpendingPolicy {
    offlineUnits = Map.copyOf(offlineUnits);
  }

  /** When a code on the member's phone is asked for. */
  public enum Confirm {
    NEVER,
    ABOVE,
    ALWAYS
  }

  /** What becomes of what a member spent and did not have. */
  public enum Beyond {
    OWE,
    REFUSE
  }

  /** How much money may be spent at once without a code. */
  public long free() {
    return switch (confirm) {
      case NEVER -> Long.MAX_VALUE;
      case ABOVE -> above == null ? 0 : above;
      case ALWAYS -> 0;
    };
  }

  /** Whether tills may let members spend without network. */
  public boolean offline() {
    return offlineHours > 0 && !offlineUnits.isEmpty() && free() > 0;
  }
}
