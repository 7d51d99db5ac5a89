package club.vafa.earning;

/** What came of reporting an activity: as it is recorded, and whether it was recorded before. */
public record Recorded<T>(T activity, boolean replayed) {}
