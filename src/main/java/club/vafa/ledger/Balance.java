package club.vafa.ledger;

import club.vafa.ledger.Entry.Account;

/**
 * What a wallet holds, in minor units. Owed is what the member must earn before anything counts.
 */
public record Balance(long active, long pending, long held, long owed) {
  public static final Balance NOTHING = new Balance(0, 0, 0, 0);

  /** Whether no lot holds anything. */
  boolean isEmpty() {
    return active + pending + held == 0;
  }

  /** The balance after a move; the accounts outside the wallet leave it as it is. */
  Balance moved(Entry.Move move, long amount) {
    return plus(move.from(), -amount).plus(move.to(), amount);
  }

  private Balance plus(Account account, long more) {
    return switch (account) {
      case ACTIVE -> new Balance(sum(active, more), pending, held, owed);
      case PENDING -> new Balance(active, sum(pending, more), held, owed);
      case HELD -> new Balance(active, pending, sum(held, more), owed);
      case OWED -> new Balance(active, pending, held, sum(owed, -more));
      case ISSUED, SPENT, EXPIRED, REVERSED, TRANSFERRED -> this;
    };
  }

  private static long sum(long now, long more) {
    long sum = Math.addExact(now, more);
    if (sum < 0) {
      throw new IllegalStateException("a wallet would fall below zero: " + now + " + " + more);
    }
    return sum;
  }
}
