/**
 * The parts every page is made of: the frame with its menu, how texts, numbers and days are written
 * for the reader, and what keeps pages safe. It knows no business; rooms draw their own pages with
 * it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "api"})
package club.vafa.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
