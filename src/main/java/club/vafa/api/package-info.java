/**
 * The conventions of the public API, kept in one place: who calls, strict JSON, problems as RFC
 * 9457, lists by cursor, idempotency, rate limits and the OpenAPI description. It knows no
 * business; every room's {@code web} package speaks through it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "installation"})
package club.vafa.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
