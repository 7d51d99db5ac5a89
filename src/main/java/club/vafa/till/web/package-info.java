/** The page of the till, its files, and what it asks for that the public API does not tell. */
@NullMarked
package club.vafa.till.web;

import org.jspecify.annotations.NullMarked;
