package club.vafa.tiers;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A set with the definition that holds. */
public record DefinedSet(
    String code,
    int version,
    boolean live,
    JsonNode definition,
    Instant createdAt,
    Instant updatedAt) {}
