package club.vafa.ledger;

/**
 * What a wallet holds, in minor units. Owed is what the member must earn before anything counts.
 */
public record Balance(long active, long pending, long held, long owed) {
  public static final Balance NOTHING = new Balance(0, 0, 0, 0);
}
