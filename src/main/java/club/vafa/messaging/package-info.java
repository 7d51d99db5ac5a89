/**
 * What carries words to people: a short text by a gateway, or a mail. It sends what it is given and
 * keeps nothing of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "installation"})
package club.vafa.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
