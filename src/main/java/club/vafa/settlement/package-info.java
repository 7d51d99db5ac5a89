/**
 * What the shops of a coalition owe each other: which partner gave units and where they were spent,
 * at which prices, in periods that are closed into statements. It follows the books and changes
 * nothing in them.
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
      "activity",
      "rewards"
    })
package club.vafa.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
