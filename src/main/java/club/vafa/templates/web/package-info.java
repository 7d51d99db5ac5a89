/** Templates and the guide over HTTP. */
@NullMarked
package club.vafa.templates.web;

import org.jspecify.annotations.NullMarked;
