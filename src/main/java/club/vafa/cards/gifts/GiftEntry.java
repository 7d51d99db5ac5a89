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
    PAID_IN(1),
    CARD(2),
    SPENT(3),
    EXPIRED(4),
    MOVED(5),
    PAID_OUT(6);

    private final int code;

    Account(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** What happened, with the numbers the kinds are stored by. */
  public enum Kind {
    ACTIVATION(1, Account.PAID_IN, Account.CARD),
    TOP_UP(2, Account.PAID_IN, Account.CARD),
    SPENDING(3, Account.CARD, Account.SPENT),
    REFUND(4, Account.SPENT, Account.CARD),
    EXPIRATION(5, Account.CARD, Account.EXPIRED),
    TRANSFER_OUT(6, Account.CARD, Account.MOVED),
    TRANSFER_IN(7, Account.MOVED, Account.CARD),
    WITHDRAWAL(8, Account.CARD, Account.PAID_OUT);

    private final int code;
    private final Account from;
    private final Account to;

    Kind(int code, Account from, Account to) {
      this.code = code;
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
      return code;
    }

    static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of entry has the number " + code);
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

  /** The kinds of document, with the numbers they are stored by. */
  public enum Document {
    PURCHASE(1),
    RETURN(2),
    STAFF(3),
    SCHEDULE(4);

    private final int code;

    Document(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static Document of(int code) {
      for (Document document : values()) {
        if (document.code == code) {
          return document;
        }
      }
      throw new IllegalArgumentException("no kind of document has the number " + code);
    }
  }
}
