/** Purchases, returns, events and holds over HTTP. */
@NullMarked
package club.vafa.earning.web;

import org.jspecify.annotations.NullMarked;
