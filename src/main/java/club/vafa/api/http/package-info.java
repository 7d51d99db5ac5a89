/** The way of a request: trace, limits, scopes, and the answer to everything that goes wrong. */
@NullMarked
package club.vafa.api.http;

import org.jspecify.annotations.NullMarked;
