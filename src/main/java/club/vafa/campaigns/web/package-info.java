/** Campaigns over HTTP. */
@NullMarked
package club.vafa.campaigns.web;

import org.jspecify.annotations.NullMarked;
