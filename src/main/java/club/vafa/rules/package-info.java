/**
 * The pure engine: facts in, effects and their explanation out. It reads nothing and writes
 * nothing, so that a real sale, a dry run and a replay of last year get one answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package club.vafa.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
