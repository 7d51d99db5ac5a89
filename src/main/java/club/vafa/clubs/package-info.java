/**
 * The clubs of this installation and what each is made of: its money, time zone and calendar, its
 * branches and terminals, and the units its members collect.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "installation", "api", "feed", "ui"})
package club.vafa.clubs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
