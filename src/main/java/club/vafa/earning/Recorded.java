package club.vafa.earning;

import club.vafa.rules.Decision.NotApplied;
import java.util.List;

/**
 * What came of reporting an activity: as it is recorded, how it was decided, what nearly applied,
 * and whether it was recorded before.
 */
public record Recorded<T>(T activity, Detail detail, List<NotApplied> missed, boolean replayed) {}
