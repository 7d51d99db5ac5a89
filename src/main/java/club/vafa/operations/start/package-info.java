/** The first start: a club out of the settings, and its first owner. */
@NullMarked
package club.vafa.operations.start;

import org.jspecify.annotations.NullMarked;
