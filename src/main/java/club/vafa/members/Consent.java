package club.vafa.members;

import java.time.Instant;

/**
 * What a member agreed to, or took back.
 *
 * @param purpose what for: {@code marketing}
 * @param channel by which way: {@code sms}
 * @param source where it was said: {@code till}, {@code portal}
 */
public record Consent(String purpose, String channel, boolean given, Instant at, String source) {}
