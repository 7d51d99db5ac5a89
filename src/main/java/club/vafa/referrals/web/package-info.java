/** Referrals over HTTP. */
@NullMarked
package club.vafa.referrals.web;

import org.jspecify.annotations.NullMarked;
