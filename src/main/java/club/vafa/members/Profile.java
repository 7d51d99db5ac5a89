package club.vafa.members;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a member here.
 *
 * @param identifiers what it is recognised by, oldest first
 * @param consents the latest of each purpose and channel
 */
public record Profile(
    MemberId id,
    MemberState state,
    int version,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable LocalDate birthDate,
    @Nullable String locale,
    Map<String, Object> attributes,
    List<IdentifierKey> identifiers,
    List<Consent> consents,
    Instant joinedAt,
    @Nullable MemberId mergedInto) {

  /** First and last name; empty when neither is known. */
  public String name() {
    return Stream.of(firstName, lastName)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** The first identifier of a kind. */
  public Optional<IdentifierKey> first(IdentifierKind kind) {
    return identifiers.stream().filter(key -> key.kind() == kind).findFirst();
  }
}
