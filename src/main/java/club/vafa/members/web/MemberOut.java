package club.vafa.members.web;

import club.vafa.kernel.MemberId;
import club.vafa.members.Consent;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.MemberState;
import club.vafa.members.Profile;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member as the API tells it.
 *
 * @param wallets in answers about one member
 * @param parts what other rooms add in answers about one member: cards
 */
@Schema(name = "Member", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
record MemberOut(
    MemberId id,
    MemberState state,
    int version,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String externalId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable LocalDate birthDate,
    @Nullable String locale,
    Map<String, Object> attributes,
    List<IdentifierOut> identifiers,
    List<Consent> consents,
    Instant joinedAt,
    @Nullable MemberId mergedInto,
    @Nullable List<WalletOut> wallets,
    @Schema(hidden = true) @JsonAnyGetter Map<String, Object> parts) {

  /** One of possibly several of a kind, and the system an external id comes from. */
  @Schema(name = "Identifier")
  record IdentifierOut(IdentifierKind kind, String value, @Nullable String source) {
    static IdentifierOut of(IdentifierKey key) {
      return new IdentifierOut(key.kind(), key.text(), key.source());
    }
  }

  static MemberOut of(Profile profile) {
    return of(profile, null, Map.of());
  }

  static MemberOut of(
      Profile profile, @Nullable List<WalletOut> wallets, Map<String, Object> parts) {
    return new MemberOut(
        profile.id(),
        profile.state(),
        profile.version(),
        text(profile, IdentifierKind.PHONE),
        text(profile, IdentifierKind.EMAIL),
        text(profile, IdentifierKind.EXTERNAL),
        profile.firstName(),
        profile.lastName(),
        profile.birthDate(),
        profile.locale(),
        profile.attributes(),
        profile.identifiers().stream().map(IdentifierOut::of).toList(),
        profile.consents(),
        profile.joinedAt(),
        profile.mergedInto(),
        wallets,
        parts);
  }

  private static @Nullable String text(Profile profile, IdentifierKind kind) {
    return profile.first(kind).map(IdentifierKey::text).orElse(null);
  }
}
