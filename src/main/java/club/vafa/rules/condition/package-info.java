/** The conditions a rule can set, one file each: what it asks, how it is judged and what it saw. */
@NullMarked
package club.vafa.rules.condition;

import org.jspecify.annotations.NullMarked;
