package club.vafa.cards;

import java.util.Set;

/** Where a card is in its life. */
public enum CardState {
  ISSUED,
  ACTIVE,
  BLOCKED,
  LOST,
  /** Another card took its place; the number stays traceable. */
  REPLACED;

  /** Whether a card may go from this state to that one by hand. */
  boolean mayBecome(CardState next) {
    return switch (this) {
      case ISSUED -> Set.of(ACTIVE, BLOCKED, LOST).contains(next);
      case ACTIVE -> next == BLOCKED || next == LOST;
      case BLOCKED -> next == ACTIVE || next == LOST;
      case LOST -> next == ACTIVE || next == BLOCKED;
      case REPLACED -> false;
    };
  }
}
