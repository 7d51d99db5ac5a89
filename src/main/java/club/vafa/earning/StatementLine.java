package club.vafa.earning;

import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import java.time.Instant;

/**
 * A line of a statement.
 *
 * @param what happened, as a text of the language files
 * @param campaign that gave it; empty when none did
 * @param reason that somebody gave; empty when nobody did
 * @param sign of what it did to what can be spent: 1, -1, or 0 when it did nothing to it
 */
public record StatementLine(
    Instant at,
    String what,
    String campaign,
    String reason,
    Unit unit,
    Amount amount,
    int sign,
    Amount balance) {

  /** The same line about so many minor units more; the balance is the one after the last. */
  StatementLine plus(long more) {
    Amount sum = new Amount(Math.addExact(amount.minor(), more), amount.decimals());
    return new StatementLine(at, what, campaign, reason, unit, sum, sign, balance);
  }
}
