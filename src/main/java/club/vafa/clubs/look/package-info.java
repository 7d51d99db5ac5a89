/** A club's logo: read from what was sent, drawn anew, and put on icons and previews. */
@NullMarked
package club.vafa.clubs.look;

import org.jspecify.annotations.NullMarked;
