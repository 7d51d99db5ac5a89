/** The parts a program is the sum of: each is read, compared and put into force by one class. */
@NullMarked
package club.vafa.program.part;

import org.jspecify.annotations.NullMarked;
