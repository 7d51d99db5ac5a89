/**
 * Tiers: the sets a club defines, what counts towards them, and where each member stands. Standings
 * rise with activity, are kept or lowered when their time is over, and every change is written
 * down.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "installation", "api", "clubs", "feed", "members", "ui"})
package club.vafa.tiers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
