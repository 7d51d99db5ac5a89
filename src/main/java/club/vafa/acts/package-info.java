/**
 * Who did what: every act of staff and programs that configures or corrects something, written down
 * in one place as the request comes in and in the commit of the act.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "installation", "api", "clubs", "members", "ui"})
package club.vafa.acts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
