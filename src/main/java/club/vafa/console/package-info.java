/** The home of owners and managers: what matters today. Its pages show what other rooms know. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "ui",
      "clubs",
      "members",
      "spending",
      "activity",
      "campaigns",
      "goods"
    })
package club.vafa.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
