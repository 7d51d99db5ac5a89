package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recorded event; attributes and detail are JSON. */
public record Event(
    UUID id,
    @Nullable MemberId member,
    String type,
    NaturalKey key,
    UUID hash,
    Instant occurredAt,
    Instant recordedAt,
    long program,
    String attributes,
    String detail) {
  public static final String PREFIX = "evt";
}
