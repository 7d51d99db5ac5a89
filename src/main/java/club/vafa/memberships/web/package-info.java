/** Plans and memberships through the public API. */
@NullMarked
package club.vafa.memberships.web;

import org.jspecify.annotations.NullMarked;
