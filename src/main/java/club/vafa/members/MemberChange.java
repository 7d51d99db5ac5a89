package club.vafa.members;

import club.vafa.api.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a member; a null field stays, a change to nothing empties it. Attributes are
 * merged: one that is null goes.
 *
 * @param version the version the change was made from; null to change whatever is there
 */
public record MemberChange(
    @Nullable Integer version,
    @Nullable Change<String> phone,
    @Nullable Change<String> email,
    @Nullable String source,
    @Nullable Change<String> externalId,
    @Nullable Change<String> firstName,
    @Nullable Change<String> lastName,
    @Nullable Change<LocalDate> birthDate,
    @Nullable Change<String> locale,
    @Nullable Map<String, @Nullable Object> attributes,
    @Nullable List<NewConsent> consents) {}
