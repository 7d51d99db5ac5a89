/** The pages of members, the public page of each club, and the links that staff makes. */
@NullMarked
package club.vafa.portal.web;

import org.jspecify.annotations.NullMarked;
