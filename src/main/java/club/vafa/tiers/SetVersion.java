package club.vafa.tiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of a set.
 *
 * @param definition from then on; null when the set was ended
 */
public record SetVersion(
    int version, @Nullable JsonNode definition, String changedBy, Instant changedAt) {}
