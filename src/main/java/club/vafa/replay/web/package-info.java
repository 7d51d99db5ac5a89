/** Replays over HTTP. */
@NullMarked
package club.vafa.replay.web;

import org.jspecify.annotations.NullMarked;
