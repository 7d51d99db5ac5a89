/** The catalogue over HTTP and in the console. */
@NullMarked
package club.vafa.goods.web;

import org.jspecify.annotations.NullMarked;
