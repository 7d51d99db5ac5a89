package club.vafa.access;

import club.vafa.kernel.Language;
import org.jspecify.annotations.Nullable;

/** Somebody to let in. */
public record NewStaff(
    @Nullable String login,
    @Nullable String name,
    @Nullable Role role,
    @Nullable String branch,
    @Nullable Language language,
    @Nullable String password) {}
