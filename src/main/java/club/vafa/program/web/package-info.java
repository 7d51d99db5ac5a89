/** The whole program over HTTP. */
@NullMarked
package club.vafa.program.web;

import org.jspecify.annotations.NullMarked;
