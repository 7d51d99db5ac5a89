/**
 * Where a club begins, and what its members read: templates of trades, each a whole program that
 * becomes a draft in the club's own money, and the guide of one page that tells members in plain
 * words what is in force.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "api",
      "ui",
      "clubs",
      "goods",
      "access",
      "activity",
      "rules",
      "campaigns",
      "program",
      "program::file",
      "ui"
    })
package club.vafa.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
