/**
 * The people of a club: who they are, what they are recognised by, and what they agreed to. Their
 * wallets are the ledger's, which knows them only by id.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "installation", "api", "clubs", "feed", "ledger", "ui"})
package club.vafa.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
