/** What a rule can bring about, one file each. */
@NullMarked
package club.vafa.rules.effect;

import org.jspecify.annotations.NullMarked;
