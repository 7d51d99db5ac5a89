/** Files that are sent over HTTP to be replayed. */
@NullMarked
package club.vafa.operations.imports.web;

import org.jspecify.annotations.NullMarked;
