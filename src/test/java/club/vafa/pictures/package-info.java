/**
 * Takes the pictures of the screens that stand in the docs: the demo club, in each language, on
 * desk and phone, by day and night. Started by {@code ./vafa pictures}.
 */
@NullMarked
package club.vafa.pictures;

import org.jspecify.annotations.NullMarked;
