package club.vafa.earning;

/**
 * What came of reporting an activity: as it is recorded, how it was decided, and whether it was
 * recorded before.
 */
public record Recorded<T>(T activity, Detail detail, boolean replayed) {}
