/**
 * The whole program of a club, as one document: what is live, drafts of it, the differences in
 * sentences, and every version there was. Each part of it belongs to another room; here they are
 * read, compared and put into force together or not at all.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "feed",
      "clubs",
      "access",
      "activity",
      "rules",
      "campaigns",
      "tiers",
      "rewards",
      "memberships",
      "ui",
      "referrals",
      "settlement"
    })
package club.vafa.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
