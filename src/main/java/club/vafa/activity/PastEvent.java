package club.vafa.activity;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.UUID;

/** A member's event as it is gone through with much else; attributes are JSON. */
public record PastEvent(
    UUID id, MemberId member, Instant occurredAt, String type, String attributes) {}
