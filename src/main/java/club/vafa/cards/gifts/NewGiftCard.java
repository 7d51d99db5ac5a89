package club.vafa.cards.gifts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gift cards to make.
 *
 * @param count how many; more than one make a batch
 * @param face what each is worth, minor units; 0 when that is decided at the till
 * @param pattern how their codes look, or null for the usual look
 * @param validMonths how long they last from their activation; null for ever
 * @param active whether they are paid in at once
 */
public record NewGiftCard(
    int count,
    long face,
    @Nullable String pattern,
    @Nullable Integer validMonths,
    boolean active,
    @Nullable String externalId) {
  /** The most a card may hold, minor units. */
  public static final long MOST = 1_000_000_000_000_000L;

  /** The most cards of one batch. */
  public static final int MOST_CARDS = 10_000;

  /** A card that was made, and its code, which is told this once. */
  public record Made(GiftCard card, String code) {
    @Override
    public String toString() {
      return "Made[" + card.id() + "]";
    }

    public @Nullable UUID batch() {
      return card.batch();
    }
  }
}
