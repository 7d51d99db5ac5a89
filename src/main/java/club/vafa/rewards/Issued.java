package club.vafa.rewards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voucher that was given.
 *
 * @param code as people read it; empty in a quote, which gives nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Issued(UUID voucher, String code, @Nullable Instant expiresAt) {}
