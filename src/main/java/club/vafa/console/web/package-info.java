/** The pages of the console that belong to no other room. */
@NullMarked
package club.vafa.console.web;

import org.jspecify.annotations.NullMarked;
