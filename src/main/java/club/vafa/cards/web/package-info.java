/** Cards through the public API. */
@NullMarked
package club.vafa.cards.web;

import org.jspecify.annotations.NullMarked;
