/** Types of events over HTTP. */
@NullMarked
package club.vafa.activity.web;

import org.jspecify.annotations.NullMarked;
