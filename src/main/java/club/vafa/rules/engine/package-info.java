/** Compiled campaigns: the index from facts to candidate rules and one run over them. */
@NullMarked
package club.vafa.rules.engine;

import org.jspecify.annotations.NullMarked;
