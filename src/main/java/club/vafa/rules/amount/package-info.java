/**
 * How much a rule gives, one file for each way to reckon it, and the whole-number arithmetic
 * behind.
 */
@NullMarked
package club.vafa.rules.amount;

import org.jspecify.annotations.NullMarked;
