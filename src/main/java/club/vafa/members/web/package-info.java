/** Members and their wallets through the public API. */
@NullMarked
package club.vafa.members.web;

import org.jspecify.annotations.NullMarked;
