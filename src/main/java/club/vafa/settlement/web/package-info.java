/** The settlement of a coalition over HTTP and in the console. */
@NullMarked
package club.vafa.settlement.web;

import org.jspecify.annotations.NullMarked;
