/**
 * Value types every room speaks: amounts, money, ids, time, calendars and refusals. It knows no
 * framework and no other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package club.vafa.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
