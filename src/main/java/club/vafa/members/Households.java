package club.vafa.members;

import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.Household.Resident;
import club.vafa.members.Household.Role;
import club.vafa.members.Household.State;
import club.vafa.members.HouseholdStore.Noted;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who lives together. A member is in one household at most; nobody is put into one without having
 * said yes. The member's row is locked before the household's.
 */
@Component
public class Households {
  private static final int LONGEST_NAME = 100;

  private final HouseholdStore store;
  private final MemberStore members;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Households(HouseholdStore store, MemberStore members, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.members = members;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** Opens a household around an adult. */
  @Transactional
  public Outcome<Household> open(ClubId club, NewHousehold wanted, String actor) {
    Input input = new Input();
    String name = input.optionalText("/name", wanted.name(), LONGEST_NAME);
    within(input, "/maxAdults", wanted.maxAdults(), 1);
    within(input, "/maxChildren", wanted.maxChildren(), 0);
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    List<Refusal> unfit = unfit(club, wanted.primary(), "/primary");
    if (!unfit.isEmpty()) {
      return Outcome.refused(unfit);
    }
    HouseholdId id = new HouseholdId(ids.next());
    Instant now = clock.instant();
    store.insert(
        club,
        new Household(
            id,
            name,
            wanted.primary(),
            wanted.maxAdults(),
            wanted.maxChildren(),
            List.of(),
            now,
            null));
    store.put(club, id, new Resident(wanted.primary(), Role.ADULT, State.JOINED, now));
    note(club, noted(id, wanted.primary(), "opened"), actor);
    return Outcome.done(get(club, id));
  }

  private static void within(Input input, String pointer, int count, int least) {
    if (count < least || count > NewHousehold.MOST) {
      input.refuse(
          pointer, MemberCode.HOUSEHOLD_SIZE, Map.of("least", least, "most", NewHousehold.MOST));
    }
  }

  /** Why somebody cannot join a household; the member is locked. */
  private List<Refusal> unfit(ClubId club, MemberId member, String pointer) {
    MemberRow row = members.lock(club, List.of(member)).get(member);
    if (row == null) {
      return List.of(Refusal.at(pointer, MemberCode.MEMBER_NOT_FOUND));
    }
    if (row.refusal().isPresent()) {
      return List.of(row.refusal().get().under(pointer));
    }
    return store.joined(club, List.of(member)).stream()
        .map(taken ->
            Refusal.at(
                pointer, MemberCode.HOUSEHOLD_TAKEN, Map.of("household", taken.id().toString())))
        .toList();
  }

  /** Invites somebody, or has them join at once when they have said yes. */
  @Transactional
  public Outcome<Household> invite(
      ClubId club, HouseholdId id, Invitation invitation, String actor) {
    List<Refusal> unfit = unfit(club, invitation.member(), "/member");
    if (!unfit.isEmpty()) {
      return Outcome.refused(unfit);
    }
    State state = invitation.consented() ? State.JOINED : State.INVITED;
    return locked(club, id)
        .then(household -> room(household, invitation.member(), invitation.role()))
        .map(household -> {
          store.put(
              club,
              id,
              new Resident(invitation.member(), invitation.role(), state, clock.instant()));
          note(club, noted(id, invitation.member(), state.name().toLowerCase(Locale.ROOT)), actor);
          return get(club, id);
        });
  }

  /** Whoever is invited has a place kept. */
  private static Outcome<Household> room(Household household, MemberId member, Role role) {
    return household.others(member, role) < household.most(role)
        ? Outcome.done(household)
        : Outcome.refused(
            Refusal.at(
                "/role",
                MemberCode.HOUSEHOLD_FULL,
                Map.of(
                    "role", role.name().toLowerCase(Locale.ROOT), "limit", household.most(role))));
  }

  /** Has who was invited join. */
  @Transactional
  public Outcome<Household> accept(ClubId club, HouseholdId id, MemberId member, String actor) {
    List<Refusal> unfit = unfit(club, member, "");
    if (!unfit.isEmpty()) {
      return Outcome.refused(unfit);
    }
    return locked(club, id)
        .then(household -> {
          Optional<Resident> asked = household.resident(member);
          return asked.isEmpty()
              ? Outcome.refused(Refusal.of(MemberCode.HOUSEHOLD_STRANGER))
              : room(household, member, asked.get().role())
                  .map(_ -> {
                    Role role = asked.get().role();
                    store.put(club, id, new Resident(member, role, State.JOINED, clock.instant()));
                    note(club, noted(id, member, "joined"), actor);
                    return get(club, id);
                  });
        });
  }

  /** Takes somebody out, or an invitation back. Who speaks for a household stays in it. */
  @Transactional
  public Outcome<Household> leave(ClubId club, HouseholdId id, MemberId member, String actor) {
    members.lock(club, List.of(member));
    return locked(club, id)
        .then(household -> among(household, member))
        .then(household -> {
          if (household.primary().equals(member)) {
            return Outcome.refused(Refusal.of(MemberCode.HOUSEHOLD_PRIMARY_STAYS));
          }
          store.remove(club, id, member);
          note(club, noted(id, member, "left"), actor);
          return Outcome.done(get(club, id));
        });
  }

  /** Has another adult speak for the household. */
  @Transactional
  public Outcome<Household> handOver(ClubId club, HouseholdId id, MemberId next, String actor) {
    members.lock(club, List.of(next));
    return locked(club, id)
        .then(household -> among(household, next))
        .then(household -> {
          Resident heir = household.resident(next).orElseThrow();
          if (!heir.joined() || heir.role() != Role.ADULT) {
            return Outcome.refused(Refusal.at("/member", MemberCode.HOUSEHOLD_ADULT_NEEDED));
          }
          store.handOver(club, id, next);
          note(club, noted(id, next, "handed_over"), actor);
          return Outcome.done(get(club, id));
        });
  }

  /** Ends a household; everybody goes on alone. */
  @Transactional
  public Outcome<Household> close(ClubId club, HouseholdId id, String actor) {
    return locked(club, id)
        .map(_ -> {
          store.close(club, id, clock.instant());
          note(club, noted(id, null, "closed"), actor);
          return get(club, id);
        });
  }

  public Optional<Household> find(ClubId club, HouseholdId id) {
    return store.find(club, id);
  }

  /** Open households by id, those after the given one. */
  public List<Household> list(ClubId club, @Nullable UUID after, int limit) {
    return store.list(club, after, limit);
  }

  /** The households a member has joined or is invited to. */
  public List<Household> with(ClubId club, MemberId member) {
    return store.with(club, member);
  }

  /** The household that each of these members has joined, in one statement. */
  public Map<MemberId, Household> of(ClubId club, Collection<MemberId> asked) {
    Map<MemberId, Household> found = new HashMap<>();
    for (Household household : store.joined(club, asked)) {
      household.residents().stream()
          .filter(Resident::joined)
          .forEach(resident -> found.put(resident.member(), household));
    }
    return found;
  }

  private Outcome<Household> locked(ClubId club, HouseholdId id) {
    Optional<Household> found = store.lock(club, id).filter(open -> open.closedAt() == null);
    return found
        .<Outcome<Household>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.HOUSEHOLD_NOT_FOUND)));
  }

  private static Outcome<Household> among(Household household, MemberId member) {
    Function<Resident, Outcome<Household>> yes = _ -> Outcome.done(household);
    return household
        .resident(member)
        .map(yes)
        .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.HOUSEHOLD_STRANGER)));
  }

  private Household get(ClubId club, HouseholdId id) {
    return store.find(club, id).orElseThrow();
  }

  private Noted noted(HouseholdId id, @Nullable MemberId member, String kind) {
    return new Noted(ids.next(), id, member, kind);
  }

  private void note(ClubId club, Noted noted, String actor) {
    Instant now = clock.instant();
    store.note(club, noted, actor, now);
    feed.append(club, "household." + noted.kind(), noted.household().value(), null, now);
  }
}
