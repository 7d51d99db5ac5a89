/**
 * What shops report: purchases, returns and custom events, each recorded once under its natural
 * key, and what a member's purchases sum to. It knows facts, not what they earn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "installation", "api", "feed", "clubs", "access"})
package club.vafa.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
