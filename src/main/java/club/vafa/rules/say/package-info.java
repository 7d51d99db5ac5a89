/** Says rules in sentences: amounts, days and lists as each language writes them. */
@NullMarked
package club.vafa.rules.say;

import org.jspecify.annotations.NullMarked;
