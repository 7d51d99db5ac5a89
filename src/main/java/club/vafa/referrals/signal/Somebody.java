package club.vafa.referrals.signal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of a person.
 *
 * @param name first and last name
 * @param phone in E.164
 */
public record Somebody(
    String name,
    @Nullable LocalDate birthDate,
    @Nullable String email,
    @Nullable String phone,
    Map<String, Object> attributes) {}
