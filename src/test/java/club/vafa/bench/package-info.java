/**
 * Measures what a machine carries: a whole Vafa under load over HTTP, beside what its database does
 * alone. Started by {@code ./vafa bench}; docs/operate/benchmarks.md says how to read it.
 */
@NullMarked
package club.vafa.bench;

import org.jspecify.annotations.NullMarked;
