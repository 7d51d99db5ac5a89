package club.vafa.members;

import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the members are: recognised, looked at, and locked for a change of their books. */
@Component
public class Members {
  private static final int LONGEST_QUERY = 200;

  private final MemberStore store;
  private final ProfileStore profiles;
  private final FilledStore filled;
  private final Identifiers identifiers;
  private final List<MemberPart> parts;

  Members(
      MemberStore store,
      ProfileStore profiles,
      FilledStore filled,
      Identifiers identifiers,
      List<MemberPart> parts) {
    this.filled = filled;
    this.parts = parts;
    this.store = store;
    this.profiles = profiles;
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

  /** The same for those that nobody else holds; the others are left out, as unknown ones are. */
  public Map<MemberId, MemberRow> lockFree(ClubId club, Collection<MemberId> ids) {
    return ids.isEmpty() ? Map.of() : store.lockFree(club, ids);
  }

  /** Active members born on any of these days, those after the given one, by id. */
  public List<MemberId> bornOn(
      ClubId club, Collection<LocalDate> days, @Nullable UUID after, int limit) {
    return days.isEmpty() ? List.of() : store.bornOn(club, days, after, limit);
  }

  /** Active members after the given one, by id. */
  public List<MemberId> active(ClubId club, @Nullable UUID after, int limit) {
    return store.active(club, after, limit);
  }

  /** All members ever, those after the given one, by id. */
  public List<MemberRow> everybody(ClubId club, @Nullable UUID after, int limit) {
    return store.everybody(club, after, limit);
  }

  /** The members as they are now, without a lock. */
  public Map<MemberId, MemberRow> look(ClubId club, Collection<MemberId> ids) {
    return ids.isEmpty() ? Map.of() : store.look(club, ids);
  }

  /** How many joined from one instant until before another. */
  public long joined(ClubId club, Instant from, Instant until) {
    return store.joined(club, from, until);
  }

  /** All that is kept of a member here. */
  public Optional<Profile> profile(ClubId club, MemberId id) {
    return profiles.profiles(club, List.of(id)).stream().findFirst();
  }

  public List<Profile> profiles(ClubId club, List<MemberId> ids) {
    return ids.isEmpty() ? List.of() : profiles.profiles(club, ids);
  }

  /** Which fields of these members' profiles are filled, in one statement. */
  public Map<MemberId, Set<String>> filled(ClubId club, Collection<MemberId> ids) {
    return ids.isEmpty() ? Map.of() : filled.of(club, ids);
  }

  /** The members looked for, newest first. */
  public Page<Profile> list(ClubId club, MemberQuery query, Paging paging) {
    List<MemberId> found = found(club, query, paging.after(), paging.limit() + 1);
    Page<MemberId> page = Page.of(found, paging.limit(), id -> Cursor.of(id.value()));
    return new Page<>(profiles(club, page.data()), page.next());
  }

  private List<MemberId> found(ClubId club, MemberQuery query, @Nullable UUID before, int most) {
    if (query.identifier() != null) {
      return List.copyOf(store.resolve(club, List.of(query.identifier())).values());
    }
    String card = query.card();
    if (card != null) {
      return parts.stream().flatMap(part -> part.holder(club, card).stream()).toList();
    }
    if (query.name() == null) {
      return profiles.newest(club, before, most);
    }
    List<String> patterns =
        query.name().length() > LONGEST_QUERY ? List.of() : Names.patterns(query.name());
    return patterns.isEmpty() ? List.of() : profiles.named(patterns, before, most);
  }
}
