/**
 * Takes purchases and members from files, by the same road as the API and as often as one likes.
 */
@NullMarked
package club.vafa.operations.imports;

import org.jspecify.annotations.NullMarked;
