/** Strict JSON: what is read exactly, and how a fault is told with its place. */
@NullMarked
package club.vafa.api.json;

import org.jspecify.annotations.NullMarked;
