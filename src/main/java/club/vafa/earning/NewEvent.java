package club.vafa.earning;

import club.vafa.activity.NaturalKey;
import club.vafa.rules.Facts.TriggerKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was reported, its form checked.
 *
 * @param trigger EVENT for the club's own types; ENROLMENT, BIRTHDAY or TIME for Vafa's
 * @param attributes String, BigDecimal, Boolean or LocalDate by the type's schema
 * @param json the attributes as they are kept
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
    @Nullable String idempotencyKey) {}
