/**
 * The face of the cashier: one screen that recognises members, records sales and returns, and goes
 * on without the network. What it does to the club it does through the public API.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "ui",
      "clubs",
      "goods",
      "ledger",
      "members",
      "spending",
      "activity",
      "earning"
    })
package club.vafa.till;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
