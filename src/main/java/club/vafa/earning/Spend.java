package club.vafa.earning;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase brings to prove that its spending is all right, and what that came to.
 *
 * @param confirmation the question to the member that was answered
 * @param allowance what the till was given for sales without network
 * @param accepted whether the club takes it as it is, owed where it must be
 * @param free how much money may be paid from wallets, minor units
 * @param owing the units in which more may be spent than there is
 */
public record Spend(
    @Nullable String confirmation,
    @Nullable String allowance,
    boolean accepted,
    long free,
    Set<String> owing) {
  /** Nothing to prove and nothing forbidden, as it is where nobody asks. */
  public static final Spend PLAIN = proven(null, null);

  public Spend {
    owing = Set.copyOf(owing);
  }

  /** What a sender brings. */
  public static Spend proven(@Nullable String confirmation, @Nullable String allowance) {
    return new Spend(confirmation, allowance, false, Long.MAX_VALUE, Set.of());
  }

  /** The same, taken by the club as it is. */
  public Spend taken() {
    return new Spend(confirmation, allowance, true, free, owing);
  }

  Spend judged(long most, Set<String> beyond) {
    return new Spend(confirmation, allowance, accepted, most, beyond);
  }
}
