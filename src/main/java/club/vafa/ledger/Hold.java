package club.vafa.ledger;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Value of a wallet set aside for a purchase that may still fail. It ends once: captured (the rest
 * released), released, or expired when its time runs out.
 *
 * @param unit number of the unit
 * @param parts what it took from which lot, in spending order
 * @param endedAt null as long as it is open
 */
public record Hold(
    HoldId id,
    MemberId member,
    int unit,
    long amount,
    long captured,
    long released,
    State state,
    Instant at,
    Instant expiresAt,
    @Nullable Instant endedAt,
    List<Part> parts) {

  public Hold {
    parts = List.copyOf(parts);
    if (state != State.OPEN && Math.addExact(captured, released) != amount) {
      throw new IllegalArgumentException("an ended hold is captured or released as a whole");
    }
  }

  /** What was taken from one lot. */
  public record Part(UUID lot, long amount) {}

  /** The states of a hold, with the numbers they are stored by. */
  public enum State {
    OPEN(1),
    CAPTURED(2),
    RELEASED(3),
    EXPIRED(4);

    private final int code;

    State(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static State of(int code) {
      for (State state : values()) {
        if (state.code == code) {
          return state;
        }
      }
      throw new IllegalArgumentException("no state of a hold has the number " + code);
    }
  }

  boolean lapsedBy(Instant when) {
    return state == State.OPEN && !expiresAt.isAfter(when);
  }

  Hold ended(State how, long taken, Instant when) {
    return new Hold(
        id, member, unit, amount, taken, amount - taken, how, at, expiresAt, when, parts);
  }
}
