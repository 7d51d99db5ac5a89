/** Rewards, claims, vouchers and stamp cards over HTTP. */
@NullMarked
package club.vafa.rewards.web;

import org.jspecify.annotations.NullMarked;
