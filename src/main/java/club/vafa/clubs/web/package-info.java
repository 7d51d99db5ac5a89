/** The club's settings over HTTP. */
@NullMarked
package club.vafa.clubs.web;

import org.jspecify.annotations.NullMarked;
