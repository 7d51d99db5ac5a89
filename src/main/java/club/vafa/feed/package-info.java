/**
 * The append-only record of what happened in a club, written in the same commit as the fact.
 * Followers read it in order with a cursor of their own, at least once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "installation"})
package club.vafa.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
