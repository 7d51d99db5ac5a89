package club.vafa.members;

import club.vafa.kernel.MemberId;
import club.vafa.kernel.Spelling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who joins, read and found to be in order. */
record Entrant(
    MemberId id,
    List<IdentifierKey> keys,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable LocalDate birthDate,
    @Nullable String locale,
    Map<String, @Nullable Object> attributes,
    List<Consent> consents,
    Instant joinedAt,
    Introduction introduction) {

  boolean phoned() {
    return keys.stream().anyMatch(key -> key.kind() == IdentifierKind.PHONE);
  }

  static List<IdentifierKey> keys(@Nullable IdentifierKey... keys) {
    return Stream.of(keys).filter(Objects::nonNull).toList();
  }

  String folded() {
    return Spelling.folded(firstName, lastName);
  }
}
