package club.vafa.ledger;

import static club.vafa.ledger.Entry.Account.HELD;
import static club.vafa.ledger.Entry.Account.SPENT;

import club.vafa.kernel.Outcome;
import club.vafa.ledger.Books.Drawn;
import club.vafa.ledger.Books.HoldEnded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open hold and the two ways to end it. */
record Holding(Wallet wallet, Hold hold) {

  static Hold hold(
      Wallet wallet, HoldId id, long amount, Instant expiresAt, Cause cause, Instant at) {
    Drawing.Why why = new Drawing.Why(cause, at);
    List<Drawn> lots = Drawing.draw(wallet, amount, Entry.Kind.HOLD, HELD, why).lots();
    List<Hold.Part> parts =
        lots.stream().map(part -> new Hold.Part(part.lot(), part.amount())).toList();
    Hold hold =
        new Hold(
            id,
            wallet.member,
            wallet.unit.number(),
            amount,
            0,
            0,
            Hold.State.OPEN,
            at,
            expiresAt,
            null,
            parts);
    wallet.put(hold);
    return hold;
  }

  /** The hold when it is still open at this time; a hold past its time counts as released. */
  static Outcome<Holding> find(Wallet wallet, HoldId id, Instant at) {
    wallet.bringUpTo(at);
    Hold hold = wallet.holds().get(id);
    if (hold == null) {
      return Outcome.refused(Drawing.refusal(LedgerCode.HOLD_NOT_FOUND));
    }
    return switch (hold.state()) {
      case OPEN -> Outcome.done(new Holding(wallet, hold));
      case CAPTURED -> Outcome.refused(Drawing.refusal(LedgerCode.HOLD_ALREADY_CAPTURED));
      case RELEASED -> Outcome.refused(Drawing.refusal(LedgerCode.HOLD_RELEASED));
      case EXPIRED -> Outcome.refused(Drawing.refusal(LedgerCode.HOLD_EXPIRED));
    };
  }

  Outcome<HoldEnded> capture(@Nullable Long wanted, Cause cause, Instant at) {
    long amount = wanted == null ? hold.amount() : wanted;
    if (amount <= 0) {
      return Outcome.refused(Drawing.refusal(LedgerCode.AMOUNT_NOT_POSITIVE));
    }
    if (amount > hold.amount()) {
      return Outcome.refused(
          Drawing.refusal(LedgerCode.CAPTURE_EXCEEDS_HOLD, wallet, "held", hold.amount(), amount));
    }
    Back back = Back.NOTHING;
    long rest = amount;
    for (Hold.Part part : hold.parts()) {
      Lot lot = wallet.lot(part.lot());
      long taken = Math.min(rest, part.amount());
      rest -= taken;
      if (taken > 0) {
        Entry.Move move = new Entry.Move(HELD, SPENT);
        wallet.move(Entry.Kind.CAPTURE, move, taken, lot, cause, at);
      }
      back = back.plus(putBack(lot, part.amount() - taken, cause, at));
    }
    return ended(hold.ended(Hold.State.CAPTURED, amount, at), back);
  }

  private Back putBack(Lot lot, long amount, Cause cause, Instant at) {
    return amount == 0
        ? Back.NOTHING
        : wallet.back(Entry.Kind.RELEASE, HELD, amount, lot, cause, at);
  }

  Outcome<HoldEnded> release(Cause cause, Instant at) {
    Back back = wallet.release(hold, Hold.State.RELEASED, cause, at);
    return ended(hold.ended(Hold.State.RELEASED, 0, at), back);
  }

  private Outcome<HoldEnded> ended(Hold ended, Back back) {
    wallet.put(ended);
    return Outcome.done(
        new HoldEnded(ended, ended.captured(), back.usable(), back.settled(), back.expired()));
  }
}
