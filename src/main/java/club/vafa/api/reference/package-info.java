/** The OpenAPI description, made from the controllers of all rooms. */
@NullMarked
package club.vafa.api.reference;

import org.jspecify.annotations.NullMarked;
