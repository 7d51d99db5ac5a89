package club.vafa.access;

import club.vafa.api.Change;
import club.vafa.kernel.Language;
import org.jspecify.annotations.Nullable;

/** What to change about somebody; null leaves it. */
public record StaffChange(
    @Nullable String name,
    @Nullable Role role,
    @Nullable Change<String> branch,
    @Nullable Language language,
    Staff.@Nullable State state,
    @Nullable String password) {}
