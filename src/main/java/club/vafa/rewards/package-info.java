/**
 * What points become: the catalogue of rewards and its claims, vouchers with their codes, and cards
 * that fill with stamps. The main act uses and gives vouchers on a booklet that it writes at its
 * end.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "installation",
      "api",
      "feed",
      "clubs",
      "ledger",
      "members",
      "tiers",
      "ui"
    })
package club.vafa.rewards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
