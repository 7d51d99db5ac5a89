package club.vafa.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Goods of a purchase that came back, as gone through with many others. */
public record PastReturn(
    UUID id, UUID purchase, Instant occurredAt, long refund, List<Return.Line> lines) {}
