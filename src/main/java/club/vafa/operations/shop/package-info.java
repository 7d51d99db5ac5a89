/**
 * An imagined café and the year it had, made from a seed: who its customers are, when they come and
 * what they buy. Nothing here is written anywhere; the demo lives the year through.
 */
@NullMarked
package club.vafa.operations.shop;

import org.jspecify.annotations.NullMarked;
