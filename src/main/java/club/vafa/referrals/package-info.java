/**
 * Who brought whom along: the codes members give to friends, the referrals that come of them, and
 * the signs that somebody refers themselves. What a referral brings is said by campaigns.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "installation", "api", "feed", "clubs", "members", "activity"})
package club.vafa.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
