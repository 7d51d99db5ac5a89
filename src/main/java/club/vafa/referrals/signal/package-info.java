/** The signs that a referral is not what it seems: each one small, pure, and explained. */
@NullMarked
package club.vafa.referrals.signal;

import org.jspecify.annotations.NullMarked;
