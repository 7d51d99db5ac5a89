/**
 * How safely members spend: the code on their phone that confirms it, what a till may let them
 * spend without network, and the sales tills could not book. It decides nothing about sales itself.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "ui",
      "clubs",
      "ledger",
      "members",
      "messaging"
    })
package club.vafa.spending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
