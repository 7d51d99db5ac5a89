package club.vafa.templates;

import org.jspecify.annotations.Nullable;

/**
 * A parameter as one club is asked for it.
 *
 * @param proposed in the club's money or words; null where the owner has to say it
 */
public record Asked(Parameter parameter, @Nullable String proposed) {}
