/**
 * The books: what every member has of every unit, in double entry, and the proof that it is right.
 * Owners are known here only by their ids, and what happened only by its cause.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "installation", "clubs"})
package club.vafa.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
