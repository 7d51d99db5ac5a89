/**
 * The main act: an activity comes in, the rules decide, the books are written, the effects go out,
 * all in one commit that many activities share. It alone carries out effects.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "feed",
      "clubs",
      "goods",
      "access",
      "ledger",
      "members",
      "spending",
      "cards",
      "cards :: gifts",
      "referrals",
      "activity",
      "rules",
      "rewards",
      "campaigns",
      "tiers",
      "memberships",
      "ui"
    })
package club.vafa.earning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
