/**
 * Cards: what is shown at the till. Numbers that lead to a member, and gift cards, which are money
 * behind a secret code with a journal of its own.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "clubs",
      "feed",
      "ledger",
      "members",
      "ui"
    })
package club.vafa.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
