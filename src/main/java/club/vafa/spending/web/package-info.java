/** How careful a club is when members spend: over HTTP and in the console. */
@NullMarked
package club.vafa.spending.web;

import org.jspecify.annotations.NullMarked;
