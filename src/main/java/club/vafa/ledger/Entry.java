package club.vafa.ledger;

import static club.vafa.ledger.Entry.Account.ACTIVE;
import static club.vafa.ledger.Entry.Account.EXPIRED;
import static club.vafa.ledger.Entry.Account.HELD;
import static club.vafa.ledger.Entry.Account.ISSUED;
import static club.vafa.ledger.Entry.Account.OWED;
import static club.vafa.ledger.Entry.Account.PENDING;
import static club.vafa.ledger.Entry.Account.REVERSED;
import static club.vafa.ledger.Entry.Account.SPENT;
import static club.vafa.ledger.Entry.Account.TRANSFERRED;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal: an amount that moved from one account of a member's unit to another.
 * Debit and credit stand in the same row, so no entry can fail to balance.
 *
 * @param lot the award it moved; null only where a debt was made
 * @param at when it happened in the shop's world; the row also keeps when it was posted
 * @param balance active in the wallet after it
 */
public record Entry(
    UUID id,
    MemberId member,
    int unit,
    Kind kind,
    long amount,
    Account from,
    Account to,
    @Nullable UUID lot,
    Cause cause,
    Instant at,
    long balance) {

  /** Where value can be, with the numbers the accounts are stored by. */
  public enum Account {
    ISSUED(1),
    PENDING(2),
    ACTIVE(3),
    HELD(4),
    SPENT(5),
    EXPIRED(6),
    REVERSED(7),
    OWED(8),
    TRANSFERRED(9);

    private final int code;

    Account(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static Account of(int code) {
      for (Account account : values()) {
        if (account.code == code) {
          return account;
        }
      }
      throw new IllegalArgumentException("no account has the number " + code);
    }
  }

  /** From which account to which. */
  public record Move(Account from, Account to) {}

  /** What happened, with the numbers the kinds are stored by and the only moves each may make. */
  public enum Kind {
    ACCRUAL(1, new Move(ISSUED, ACTIVE), new Move(ISSUED, PENDING)),
    REDEMPTION(2, new Move(ACTIVE, SPENT)),
    EXPIRATION(3, new Move(ACTIVE, EXPIRED), new Move(PENDING, EXPIRED)),
    ACTIVATION(4, new Move(PENDING, ACTIVE)),
    CLAWBACK(5, new Move(PENDING, REVERSED), new Move(ACTIVE, REVERSED), new Move(OWED, REVERSED)),
    REVERSAL(6, new Move(SPENT, ACTIVE)),
    ADJUSTMENT(7, new Move(ISSUED, ACTIVE), new Move(ACTIVE, REVERSED)),
    TRANSFER_IN(8, new Move(TRANSFERRED, ACTIVE)),
    TRANSFER_OUT(9, new Move(ACTIVE, TRANSFERRED)),
    HOLD(10, new Move(ACTIVE, HELD)),
    CAPTURE(11, new Move(HELD, SPENT)),
    RELEASE(12, new Move(HELD, ACTIVE)),
    SETTLEMENT(13, new Move(ACTIVE, OWED)),
    REINSTATEMENT(14, new Move(EXPIRED, ACTIVE));

    private final int code;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; its type cannot say so.
    private final List<Move> moves;

    Kind(int code, Move... moves) {
      this.code = code;
      this.moves = List.of(moves);
    }

    int code() {
      return code;
    }

    List<Move> moves() {
      return moves;
    }

    private boolean allows(Account from, Account to) {
      for (Move move : moves) {
        if (move.from == from && move.to == to) {
          return true;
        }
      }
      return false;
    }

    static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of entry has the number " + code);
    }
  }

  /** Whether it made its award or a share of it: then it is kept with the award. */
  boolean makesLot() {
    return from == ISSUED || from == TRANSFERRED;
  }

  /** Remembers it for returns, which look for what was spent and what came back before. */
  void noteIn(List<Entry> history) {
    switch (kind) {
      case REDEMPTION, CAPTURE, REVERSAL, CLAWBACK -> history.add(this);
      default -> {}
    }
  }

  public Entry {
    if (amount <= 0) {
      throw new IllegalArgumentException("an entry moves something, not " + amount);
    }
    if (!kind.allows(from, to)) {
      throw new IllegalArgumentException(kind + " never moves from " + from + " to " + to);
    }
    if (lot == null && from != OWED) {
      throw new IllegalArgumentException(kind + " without a lot");
    }
  }
}
