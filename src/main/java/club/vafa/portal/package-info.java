/**
 * What members see: the public page of each club, the way in by a code that is sent or a link that
 * staff makes, and a member's own pages. It shows what other rooms know, to that member alone.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "ui",
      "clubs",
      "feed",
      "ledger",
      "access",
      "messaging",
      "members",
      "spending",
      "cards",
      "tiers",
      "rewards",
      "memberships",
      "referrals",
      "earning",
      "templates"
    })
package club.vafa.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
