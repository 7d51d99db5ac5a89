package club.vafa.cards;

import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A card and whose it is.
 *
 * @param type the club's own word for the kind of card; empty when it has only one
 * @param replacedBy the card that took its place
 */
public record Card(
    CardId id,
    String number,
    MemberId member,
    String type,
    CardState state,
    Instant issuedAt,
    @Nullable CardId replacedBy) {

  /** Why the card does not count at the till; empty when it does. */
  public Optional<Refusal> refusal() {
    CardCode code =
        switch (state) {
          case ISSUED, ACTIVE -> null;
          case BLOCKED -> CardCode.CARD_BLOCKED;
          case LOST -> CardCode.CARD_LOST;
          case REPLACED -> CardCode.CARD_REPLACED;
        };
    return code == null
        ? Optional.empty()
        : Optional.of(Refusal.at("", code, Map.of("number", number)));
  }
}
