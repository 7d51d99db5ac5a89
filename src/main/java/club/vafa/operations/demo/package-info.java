/**
 * The demo club: a café that lives through a year in seconds, on the same road as every shop, and
 * whose clock can then be pushed forward.
 */
@NullMarked
@NamedInterface("demo")
package club.vafa.operations.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
