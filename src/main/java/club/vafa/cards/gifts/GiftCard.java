package club.vafa.cards.gifts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gift card. Money in minor units of the club's currency.
 *
 * @param face what it is worth once it is activated; 0 when that is decided at the till
 * @param funded what was paid in, less what was paid out or moved away again
 * @param balance what can still be spent
 * @param entries how many rows its journal has
 * @param validMonths how long it lasts from its activation; null for ever
 * @param batch the cards it was made with
 */
public record GiftCard(
    GiftCardId id,
    String lastFour,
    State state,
    long face,
    long funded,
    long balance,
    int entries,
    @Nullable Integer validMonths,
    @Nullable UUID batch,
    @Nullable String externalId,
    Instant issuedAt,
    @Nullable Instant activatedAt,
    @Nullable Instant expiresAt,
    @Nullable GiftCardId replacedBy) {

  /** Where a gift card is in its life; whether it is redeemed follows from its balance. */
  public enum State {
    ISSUED,
    ACTIVE,
    BLOCKED,
    EXPIRED,
    REPLACED
  }

  /** Whether it can be spent at this instant. */
  boolean usable(Instant at) {
    return state == State.ACTIVE && (expiresAt == null || expiresAt.isAfter(at));
  }

  /** Whether a till may put money on it: it was never active, or still is. */
  boolean sellable(Instant at) {
    return state == State.ISSUED || usable(at);
  }

  /** The card after a move of its journal. */
  GiftCard moved(GiftEntry.Kind kind, long amount) {
    return with(
        state,
        Math.addExact(funded, kind.funds() * amount),
        Math.addExact(balance, kind.adds() * amount),
        entries + 1);
  }

  GiftCard in(State next) {
    return with(next, funded, balance, entries);
  }

  private GiftCard with(State next, long nowFunded, long nowBalance, int nowEntries) {
    return new GiftCard(
        id,
        lastFour,
        next,
        face,
        nowFunded,
        nowBalance,
        nowEntries,
        validMonths,
        batch,
        externalId,
        issuedAt,
        activatedAt,
        expiresAt,
        replacedBy);
  }

  GiftCard activated(Instant at, @Nullable Instant end) {
    return new GiftCard(
        id,
        lastFour,
        State.ACTIVE,
        face,
        funded,
        balance,
        entries,
        validMonths,
        batch,
        externalId,
        issuedAt,
        at,
        end,
        null);
  }

  GiftCard replaced(GiftCardId by) {
    return new GiftCard(
        id,
        lastFour,
        State.REPLACED,
        face,
        funded,
        balance,
        entries,
        validMonths,
        batch,
        externalId,
        issuedAt,
        activatedAt,
        expiresAt,
        by);
  }
}
