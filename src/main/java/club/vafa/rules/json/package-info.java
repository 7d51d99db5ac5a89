/**
 * Reads campaign definitions from JSON, naming every fault with its place, and writes them back.
 */
@NullMarked
package club.vafa.rules.json;

import org.jspecify.annotations.NullMarked;
