package club.vafa.campaigns;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A campaign as a whole program wants it to be in force.
 *
 * @param definition has been read before, and found right
 * @param paused whether it waits until it is resumed
 * @param from activity from then on is judged by it
 */
public record Wanted(
    String code, JsonNode definition, boolean paused, Instant from, String actor) {}
