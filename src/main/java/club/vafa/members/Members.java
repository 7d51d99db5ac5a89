package club.vafa.members;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who the members are: recognised, looked at, and locked for a change of their books. */
@Component
public class Members {
  private final MemberStore store;
  private final Identifiers identifiers;

  Members(MemberStore store, Identifiers identifiers) {
    this.store = store;
    this.identifiers = identifiers;
  }

  /**
   * What a phone number is found by, however it is spelled.
   *
   * @param region ISO country of numbers written without country code
   */
  public Optional<IdentifierKey> phone(String text, String region) {
    return identifiers.phone(text, region);
  }

  public Optional<IdentifierKey> email(String text) {
    return identifiers.email(text);
  }

  /** A caller's own id of a member, of no particular source. */
  public Optional<IdentifierKey> externalId(String id) {
    return identifiers.external(null, id);
  }

  /** A caller's own id of a member in one of several systems. */
  public Optional<IdentifierKey> externalId(String source, String id) {
    return identifiers.external(source, id);
  }

  /** Whom these belong to, in one statement; unknown ones are missing. */
  public Map<IdentifierKey, MemberId> resolve(ClubId club, Collection<IdentifierKey> keys) {
    return keys.isEmpty() ? Map.of() : store.resolve(club, keys);
  }

  /**
   * The members, locked in the order of their ids until the running transaction ends. The row is
   * the mutex of a member's books: whoever changes them holds it.
   */
  public Map<MemberId, MemberRow> lock(ClubId club, Collection<MemberId> ids) {
    return ids.isEmpty() ? Map.of() : store.lock(club, ids);
  }

  /** The members as they are now, without a lock. */
  public Map<MemberId, MemberRow> look(ClubId club, Collection<MemberId> ids) {
    return ids.isEmpty() ? Map.of() : store.look(club, ids);
  }
}
