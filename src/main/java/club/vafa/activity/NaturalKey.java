package club.vafa.activity;

/** What the sender calls an activity: unique per club, forever. */
public record NaturalKey(String source, String externalId) {}
