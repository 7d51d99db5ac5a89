/** Logins, keys and staff through the public API. */
@NullMarked
package club.vafa.access.web;

import org.jspecify.annotations.NullMarked;
