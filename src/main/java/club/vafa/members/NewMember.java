package club.vafa.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who joins, as they are told to us.
 *
 * @param phone in any spelling
 * @param source the system the external id comes from; null when there is one only
 * @param attributes the club's own fields: text, number, or true and false
 * @param joinedAt null for now
 * @param introduction who brought them along, and where they joined
 */
public record NewMember(
    @Nullable String phone,
    @Nullable String email,
    @Nullable String source,
    @Nullable String externalId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable LocalDate birthDate,
    @Nullable String locale,
    Map<String, Object> attributes,
    List<NewConsent> consents,
    @Nullable Instant joinedAt,
    Introduction introduction) {

  /** Somebody whom nobody brought along. */
  public NewMember(
      @Nullable String phone,
      @Nullable String email,
      @Nullable String source,
      @Nullable String externalId,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable LocalDate birthDate,
      @Nullable String locale,
      Map<String, Object> attributes,
      List<NewConsent> consents,
      @Nullable Instant joinedAt) {
    this(
        phone,
        email,
        source,
        externalId,
        firstName,
        lastName,
        birthDate,
        locale,
        attributes,
        consents,
        joinedAt,
        Introduction.NONE);
  }
}
