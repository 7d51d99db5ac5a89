package club.vafa.cards.gifts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a gift card's journal: an amount that moved from one account to another.
 *
 * @param seq its place in the card's journal, from 1
 * @param balance what was on the card after it
 */
public record GiftEntry(
    GiftCardId card, int seq, Kind kind, long amount, long balance, Cause cause, Instant at) {

  public GiftEntry {
    if (amount <= 0) {
      throw new IllegalArgumentException("an entry moves something, not " + amount);
    }
  }

  /** Where a gift card's money can be, with the numbers the accounts are stored by. */
  public enum Account {
    PAID_IN,
    CARD,
    SPENT,
    EXPIRED,
    MOVED,
    PAID_OUT;

    int code() {
      return ordinal() + 1;
    }
  }

  /** What happened; the order gives the numbers the kinds are stored by. */
  public enum Kind {
    ACTIVATION(Account.PAID_IN, Account.CARD),
    TOP_UP(Account.PAID_IN, Account.CARD),
    SPENDING(Account.CARD, Account.SPENT),
    REFUND(Account.SPENT, Account.CARD),
    EXPIRATION(Account.CARD, Account.EXPIRED),
    TRANSFER_OUT(Account.CARD, Account.MOVED),
    TRANSFER_IN(Account.MOVED, Account.CARD),
    WITHDRAWAL(Account.CARD, Account.PAID_OUT);

    private final Account from;
    private final Account to;

    Kind(Account from, Account to) {
      this.from = from;
      this.to = to;
    }

    public Account from() {
      return from;
    }

    public Account to() {
      return to;
    }

    int code() {
      return ordinal() + 1;
    }

    static Kind of(int code) {
      return values()[code - 1];
    }

    /** Plus one when it adds to what is on the card, minus one when it takes from it. */
    int adds() {
      return to == Account.CARD ? 1 : -1;
    }

    /** The same for what the card was paid in with. */
    int funds() {
      return switch (this) {
        case ACTIVATION, TOP_UP, TRANSFER_IN -> 1;
        case TRANSFER_OUT, WITHDRAWAL -> -1;
        case SPENDING, REFUND, EXPIRATION -> 0;
      };
    }
  }

  /** Why: the document, and where they had a part the person and their reason. */
  public record Cause(Document document, UUID id, @Nullable String actor, @Nullable String reason) {
    public static Cause of(Document document, UUID id) {
      return new Cause(document, id, null, null);
    }
  }

  /** The kinds of document; the order gives the numbers they are stored by. */
  public enum Document {
    PURCHASE,
    RETURN,
    STAFF,
    SCHEDULE;

    int code() {
      return ordinal() + 1;
    }

    static Document of(int code) {
      return values()[code - 1];
    }
  }
}
