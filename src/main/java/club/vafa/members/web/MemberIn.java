package club.vafa.members.web;

import club.vafa.members.Introduction;
import club.vafa.members.NewConsent;
import club.vafa.members.NewMember;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who joins, as the API is told.
 *
 * @param referralCode of the member who brought them along
 * @param terminal where they join, which is looked at for referrals alone
 */
@Schema(name = "NewMember")
record MemberIn(
    @Nullable String phone,
    @Nullable String email,
    @Nullable String source,
    @Nullable String externalId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable LocalDate birthDate,
    @Nullable String locale,
    @Nullable Map<String, Object> attributes,
    @Nullable List<NewConsent> consents,
    @Nullable String referralCode,
    @Nullable String terminal) {

  NewMember read() {
    return new NewMember(
        phone,
        email,
        source,
        externalId,
        firstName,
        lastName,
        birthDate,
        locale,
        Objects.requireNonNullElse(attributes, Map.of()),
        Objects.requireNonNullElse(consents, List.of()),
        null,
        new Introduction(referralCode, terminal));
  }
}
