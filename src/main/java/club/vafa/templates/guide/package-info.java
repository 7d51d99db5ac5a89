/** Makes the guide out of what is live, part by part, and sets it as a page. */
@NullMarked
package club.vafa.templates.guide;

import org.jspecify.annotations.NullMarked;
