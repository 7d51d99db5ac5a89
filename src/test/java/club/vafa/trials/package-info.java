/**
 * Trials: the whole of Vafa, started as its owner would start it, with what can happen to it
 * happening to it. They run for as long as one likes; the check runs short ones.
 */
@NullMarked
package club.vafa.trials;

import org.jspecify.annotations.NullMarked;
