package club.vafa.cards.gifts;

import club.vafa.kernel.CodePattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which gift cards of a list; what is null does not narrow it. */
public record GiftFilter(@Nullable UUID batch, @Nullable String lastFour) {
  public static final GiftFilter ALL = new GiftFilter(null, null);

  public static GiftFilter batch(UUID batch) {
    return new GiftFilter(batch, null);
  }

  public static GiftFilter lastFour(String signs) {
    return new GiftFilter(null, CodePattern.plain(signs));
  }
}
