/**
 * Replay: a program that is not live yet is lived through on the club's own past, by the deciders
 * of the main act, beside the live one. It says what would have been given to whom and what it
 * would have cost, and never touches the books.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "clubs",
      "access",
      "ledger",
      "members",
      "activity",
      "rules",
      "campaigns",
      "tiers",
      "program",
      "earning",
      "ui"
    })
package club.vafa.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
