package club.vafa.earning;

import club.vafa.activity.Return;

/** What came of reporting a return: as it is recorded, and whether it was recorded before. */
public record Returned(Return activity, boolean replayed) {}
