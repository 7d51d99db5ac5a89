package club.vafa.members;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the main act needs to know of a member.
 *
 * @param locale the language tag the member prefers
 * @param mergedInto under which id a merged member goes on
 */
public record MemberRow(
    MemberId id,
    MemberState state,
    Instant joinedAt,
    @Nullable LocalDate birthDate,
    @Nullable String locale,
    @Nullable MemberId mergedInto) {}
