/** Sets of tiers and members' standings through the public API. */
@NullMarked
package club.vafa.tiers.web;

import org.jspecify.annotations.NullMarked;
