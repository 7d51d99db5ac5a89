/**
 * Cards: what a member shows at the till. For now they are numbers that lead to a member, with a
 * state that says whether they still count.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "installation", "api", "clubs", "feed", "members"})
package club.vafa.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
