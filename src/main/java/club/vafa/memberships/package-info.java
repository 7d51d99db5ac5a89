/**
 * Paid memberships: plans with a fee and a period, who is on them, from the trial to the end, and
 * what they entitle to. The fee is paid elsewhere and recorded here.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "installation", "api", "feed", "clubs", "members", "ui"})
package club.vafa.memberships;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
