/** What the demo club answers over HTTP besides the API that every club has. */
@NullMarked
package club.vafa.operations.demo.web;

import org.jspecify.annotations.NullMarked;
