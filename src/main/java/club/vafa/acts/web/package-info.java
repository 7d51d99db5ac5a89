/** The acts as pages and over HTTP. */
@NullMarked
package club.vafa.acts.web;

import org.jspecify.annotations.NullMarked;
