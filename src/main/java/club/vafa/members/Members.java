package club.vafa.members;

import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Spelling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who the members are: recognised, looked at, and locked for a change of their books. */
@Component
public class Members {
  private static final int LONGEST_QUERY = 200;

  /** Of a name that more have, the latest are looked at. */
  private static final int MOST_NAMED = 1001;

  private final MemberStore store;
  private final ProfileStore profiles;
  private final FilledStore filled;
  private final ListStore lists;
  private final Identifiers identifiers;
  private final List<MemberPart> parts;
  private final OwnDayBook ownDays;

  Members(
      MemberStore store,
      ProfileStore profiles,
      FilledStore filled,
      ListStore lists,
      Identifiers identifiers,
      List<MemberPart> parts,
      OwnDayBook ownDays) {
    this.filled = filled;
    this.ownDays = ownDays;
    this.lists = lists;
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

  /**
   * What a phone number would be found by if it is spelled as it is stored, which costs nothing to
   * say; empty when it is not. Whether it is a number at all is not looked at.
   */
  public Optional<IdentifierKey> phoneAsStored(String text) {
    return identifiers.phoneAsStored(text);
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
   * Whom these belonged to when they were last asked for; unknown ones are missing. Whoever relies
   * on it locks the members and, when one has another version by then, forgets and asks again.
   */
  public Map<IdentifierKey, Known> remembered(ClubId club, Collection<IdentifierKey> keys) {
    return keys.isEmpty() ? Map.of() : store.remembered(club, keys);
  }

  public void forget(ClubId club, Collection<IdentifierKey> keys) {
    store.forget(club, keys);
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

  /** The member an address or a question names, refused when there is none. */
  public Outcome<MemberId> named(ClubId club, String id) {
    return MemberId.parse(id)
        .filter(one -> look(club, List.of(one)).containsKey(one))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND)));
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

  /** How many days of their own members may choose. */
  public OwnDayRule ownDayRule(ClubId club) {
    return ownDays.rule(club);
  }

  @Transactional
  public OwnDayRule putOwnDayRule(ClubId club, OwnDayRule rule, String actor) {
    return ownDays.put(club, rule, actor);
  }

  /** A member's own days, past and to come, in their order. */
  public List<LocalDate> ownDays(ClubId club, MemberId member) {
    return ownDays.of(club, member);
  }

  /** The own days of these members, in one statement. */
  public Map<MemberId, Set<LocalDate>> ownDays(ClubId club, Set<MemberId> who) {
    return ownDays.of(club, who);
  }

  /** Makes a day to come the member's own; one that is already stays. */
  @Transactional
  public Outcome<LocalDate> chooseOwnDay(Club club, MemberId member, LocalDate day, String actor) {
    return ownDays.choose(club, member, day, actor);
  }

  /** Gives up a day to come. */
  @Transactional
  public Outcome<LocalDate> dropOwnDay(Club club, MemberId member, LocalDate day) {
    return ownDays.drop(club, member, day);
  }

  /** The members looked for, newest first. */
  public Page<Profile> list(ClubId club, MemberQuery query, Paging paging) {
    List<MemberId> found = found(club, query, paging.after(), paging.limit() + 1);
    Page<MemberId> page = Page.of(found, paging.limit(), id -> Cursor.of(id.value()));
    return new Page<>(profiles(club, page.data()), page.next());
  }

  /**
   * The part of a list after a cursor.
   *
   * @param region ISO country of telephone numbers that are searched for without country code
   */
  public Outcome<Page<Profile>> listed(ClubId club, String region, MemberFilter filter, Part part) {
    return ListStart.read(filter, part.after())
        .map(start -> {
          List<ListStore.Place> places =
              lists.places(
                  new ListStore.Wanted(
                      club,
                      filter,
                      among(club, region, filter.wanted()),
                      start.after(),
                      part.most() + 1));
          Page<ListStore.Place> page =
              Page.of(places, part.most(), place -> Cursor.of(place.by(), place.id().value()));
          List<MemberId> ids = page.data().stream().map(ListStore.Place::id).toList();
          return new Page<>(profiles(club, ids), page.next());
        });
  }

  /** Which part of a list: after a cursor, or from the beginning when there is none. */
  public record Part(@Nullable String after, int most) {}

  /** How many members a list has; counted up to so many, because counting millions is dear. */
  public long counted(ClubId club, String region, MemberFilter filter, int most) {
    return lists.count(
        new ListStore.Wanted(club, filter, among(club, region, filter.wanted()), null, most));
  }

  /** Whom something typed may mean; null for everybody. */
  private @Nullable List<MemberId> among(ClubId club, String region, String wanted) {
    if (wanted.isEmpty()) {
      return null;
    }
    for (MemberQuery query : queries(region, wanted)) {
      List<MemberId> found = found(club, query, null, 1);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return found(club, new MemberQuery(null, null, wanted), null, MOST_NAMED);
  }

  /** What a number or an address may be; a name has neither a digit nor an at sign. */
  private List<MemberQuery> queries(String region, String wanted) {
    boolean address = wanted.contains("@");
    if (!address && wanted.chars().noneMatch(Character::isDigit)) {
      return List.of();
    }
    List<MemberQuery> queries = new ArrayList<>();
    (address ? email(wanted) : phone(wanted, region))
        .ifPresent(key -> queries.add(new MemberQuery(key, null, null)));
    queries.add(new MemberQuery(null, wanted, null));
    externalId(wanted).ifPresent(key -> queries.add(new MemberQuery(key, null, null)));
    return queries;
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
        query.name().length() > LONGEST_QUERY ? List.of() : Spelling.patterns(query.name());
    return patterns.isEmpty() ? List.of() : profiles.named(patterns, before, most);
  }
}
