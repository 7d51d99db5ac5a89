package club.vafa.earning;

import club.vafa.activity.NaturalKey;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.TriggerKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was reported, its form checked.
 *
 * @param trigger EVENT for the club's own types; another one for those Vafa raises itself
 * @param attributes String, BigDecimal, Boolean or LocalDate by the type's schema
 * @param json the attributes as they are kept
 * @param sale the goods of a friend's purchase that set a referral off
 */
public record NewEvent(
    NaturalKey key,
    MemberRef member,
    TriggerKind trigger,
    String type,
    Instant occurredAt,
    Map<String, Object> attributes,
    String json,
    UUID hash,
    @Nullable String idempotencyKey,
    @Nullable Sale sale) {

  /** An event without goods. */
  public NewEvent(
      NaturalKey key,
      MemberRef member,
      TriggerKind trigger,
      String type,
      Instant occurredAt,
      Map<String, Object> attributes,
      String json,
      UUID hash,
      @Nullable String idempotencyKey) {
    this(key, member, trigger, type, occurredAt, attributes, json, hash, idempotencyKey, null);
  }

  /** The event with the goods of a purchase, and what is kept of where they came from. */
  NewEvent about(Sale goods, String kept) {
    return new NewEvent(
        key, member, trigger, type, occurredAt, attributes, kept, hash, idempotencyKey, goods);
  }
}
