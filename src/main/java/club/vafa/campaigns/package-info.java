/**
 * What runs when: campaigns from draft to live, their published versions and the program they make
 * up at any moment, and how much of their caps and budgets is used.
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
      "members",
      "activity",
      "tiers",
      "rewards",
      "memberships",
      "rules",
      "ui"
    })
package club.vafa.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
