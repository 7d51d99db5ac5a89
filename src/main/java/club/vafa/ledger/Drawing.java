package club.vafa.ledger;

import static club.vafa.ledger.Entry.Account.ACTIVE;
import static club.vafa.ledger.Entry.Account.TRANSFERRED;

import club.vafa.kernel.Amount;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Books.Drawn;
import club.vafa.ledger.Books.Spent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes value from a wallet's awards in spending order. */
final class Drawing {
  private Drawing() {}

  /** Why and when value is taken. */
  record Why(Cause cause, Instant at) {}

  static Refusal refusal(LedgerCode code) {
    return Refusal.of(code);
  }

  static Refusal refusal(LedgerCode code, Wallet wallet, String name, long limit, long wanted) {
    int decimals = wallet.unit.decimals();
    return Refusal.at(
        "",
        code,
        Map.of(
            name,
            Amount.plain(limit, decimals),
            "wanted",
            Amount.plain(wanted, decimals),
            "unit",
            wallet.unit.counted(limit)));
  }

  /** The amount, when it is one and the wallet has it at this business time. */
  static Outcome<Long> check(Wallet wallet, long amount, Instant at) {
    if (amount <= 0) {
      return Outcome.refused(refusal(LedgerCode.AMOUNT_NOT_POSITIVE));
    }
    long usable = wallet.usable(at);
    return amount <= usable
        ? Outcome.done(amount)
        : Outcome.refused(
            refusal(LedgerCode.INSUFFICIENT_BALANCE, wallet, "active", usable, amount));
  }

  /** Gives an amount that was checked to another wallet; each part keeps the end it had. */
  static Spent handOver(Wallet giver, Wallet receiver, long amount, Why why) {
    Spent given = draw(giver, amount, Entry.Kind.TRANSFER_OUT, TRANSFERRED, why);
    for (Drawn part : given.lots()) {
      Terms terms = new Terms(null, null, part.expiresAt());
      receiver.award(
          Entry.Kind.TRANSFER_IN, TRANSFERRED, part.amount(), terms, why.cause(), why.at());
    }
    return given;
  }

  /** Takes an amount that was checked. */
  static Spent draw(Wallet wallet, long amount, Entry.Kind kind, Entry.Account to, Why why) {
    List<Drawn> drawn = new ArrayList<>();
    long rest = amount;
    for (Lot lot : wallet.lotsInOrder()) {
      long part = Math.min(rest, lot.usable(why.at()));
      if (part > 0) {
        Entry.Move move = new Entry.Move(ACTIVE, to);
        wallet.move(kind, move, part, lot, why.cause(), why.at());
        drawn.add(new Drawn(lot.id, part, lot.expiresAt()));
        rest -= part;
      }
    }
    if (rest != 0) {
      throw new IllegalStateException("a checked amount was not there: " + rest + " missing");
    }
    return new Spent(amount, drawn);
  }
}
