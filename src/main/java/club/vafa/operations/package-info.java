/**
 * What is done from the command line, around the running club: importing, proving the books, the
 * demo club and the first start. It uses every room through its face, as any caller would.
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
      "cards",
      "cards :: gifts",
      "memberships",
      "rewards",
      "referrals",
      "activity",
      "rules",
      "campaigns",
      "program",
      "templates",
      "earning",
      "replay",
      "ui"
    })
package club.vafa.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
