package club.vafa.earning;

import club.vafa.kernel.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recognised member.
 *
 * @param cardType of the card they were recognised by, or empty
 */
public record Buyer(
    MemberId id, LocalDate joined, @Nullable LocalDate birthDate, String cardType) {}
