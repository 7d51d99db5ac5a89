package club.vafa.earning;

import club.vafa.activity.Return;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods of a purchase that come back.
 *
 * @param lines which; empty means all that is left
 * @param occurredAt null means now
 */
public record NewReturn(
    String externalId,
    List<Return.Line> lines,
    @Nullable Instant occurredAt,
    UUID hash,
    String actor) {}
