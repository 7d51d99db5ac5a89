package club.vafa.tiers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What brings a change of a standing about.
 *
 * @param instead the reason that is written down in the place of the usual one
 * @param notBefore changes found out late count from then on
 */
record Cause(@Nullable Reason instead, @Nullable Instant notBefore, @Nullable UUID document) {
  static final Cause TIME = new Cause(null, null, null);
}
