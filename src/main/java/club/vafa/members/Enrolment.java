package club.vafa.members;

import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.feed.Happening;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Refusal;
import club.vafa.members.EnrolmentStore.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people join: one, or thousands from a file, by the same rules. */
@Component
public class Enrolment {
  private static final int LONGEST_CODE = 64;

  private final Facts facts;
  private final MemberStore members;
  private final EnrolmentStore store;
  private final List<MemberPart> parts;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Enrolment(
      Facts facts,
      MemberStore members,
      EnrolmentStore store,
      List<MemberPart> parts,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.facts = facts;
    this.members = members;
    this.store = store;
    this.parts = parts;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  public Outcome<MemberId> enrol(Club club, NewMember member) {
    return enrolAll(club, List.of(member)).getFirst();
  }

  /**
   * Enrols many in a few statements. Each is answered for itself, in their order; one that is
   * refused leaves the others alone. Of two in the list with the same phone the first one joins.
   */
  @Transactional
  public List<Outcome<MemberId>> enrolAll(Club club, List<NewMember> wanted) {
    Instant now = clock.instant();
    Set<String> leading = leading(club.id(), wanted);
    List<Outcome<Entrant>> read =
        wanted.stream().map(member -> read(club, member, leading, now)).toList();
    List<Outcome<Entrant>> free = againstKnown(club.id(), read);
    List<Outcome<Entrant>> joined = write(club.id(), free);
    List<Happening> happenings =
        entrants(joined).stream()
            .map(entrant -> new Happening("member.enrolled", entrant.id().value(), null, now))
            .toList();
    feed.append(club.id(), happenings);
    introduce(club.id(), entrants(joined));
    return joined.stream().map(outcome -> outcome.map(Entrant::id)).toList();
  }

  /** Those of the codes people come with that lead to a member. */
  private Set<String> leading(ClubId club, List<NewMember> wanted) {
    Set<String> codes = new HashSet<>();
    wanted.forEach(member -> codes.add(member.introduction().given()));
    codes.removeIf(code -> code.isEmpty() || code.length() > LONGEST_CODE);
    Set<String> leading = new HashSet<>();
    if (!codes.isEmpty()) {
      parts.forEach(part -> leading.addAll(part.leading(club, codes)));
    }
    return leading;
  }

  private void introduce(ClubId club, List<Entrant> joined) {
    List<Introduced> introduced =
        joined.stream()
            .filter(entrant -> !entrant.introduction().given().isEmpty())
            .map(
                entrant -> new Introduced(entrant.id(), entrant.joinedAt(), entrant.introduction()))
            .toList();
    if (!introduced.isEmpty()) {
      parts.forEach(part -> part.joined(club, introduced));
    }
  }

  private static Introduction introduction(Input input, NewMember member, Set<String> leading) {
    Introduction given = member.introduction();
    String terminal = input.optionalText("/terminal", given.terminal(), LONGEST_CODE);
    if (!given.given().isEmpty() && !leading.contains(given.given())) {
      input.refuse(
          "/referralCode",
          MemberCode.REFERRAL_CODE_UNKNOWN,
          Map.of("value", Input.shortened(given.given())));
    }
    return new Introduction(given.code(), terminal);
  }

  private Outcome<Entrant> read(Club club, NewMember member, Set<String> leading, Instant now) {
    Input input = new Input();
    Entrant entrant =
        new Entrant(
            new MemberId(ids.next()),
            Entrant.keys(
                facts.phone(input, member.phone(), club.region()),
                facts.email(input, member.email()),
                facts.external(input, member.source(), member.externalId())),
            input.optionalText("/firstName", member.firstName(), Facts.LONGEST_NAME),
            input.optionalText("/lastName", member.lastName(), Facts.LONGEST_NAME),
            Facts.birthDate(input, member.birthDate(), club.day(now)),
            Facts.locale(input, member.locale()),
            Facts.attributes(input, member.attributes()),
            Facts.consents(input, member.consents(), now),
            member.joinedAt() == null ? now : member.joinedAt(),
            introduction(input, member, leading));
    if (entrant.joinedAt().isAfter(now) || entrant.joinedAt().isBefore(Instant.EPOCH)) {
      input.refuse("/joinedAt", InputCode.TIME_OUT_OF_RANGE);
    }
    boolean nameless = entrant.firstName() == null && entrant.lastName() == null;
    if (entrant.keys().isEmpty() && nameless && !input.faulty()) {
      input.refuse("", MemberCode.MEMBER_WITHOUT_NAME);
    }
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(entrant);
  }

  /** Refuses whoever is a member already, or comes earlier in the same list. */
  private List<Outcome<Entrant>> againstKnown(ClubId club, List<Outcome<Entrant>> read) {
    Set<IdentifierKey> keys = new HashSet<>();
    entrants(read).forEach(entrant -> keys.addAll(entrant.keys()));
    Map<IdentifierKey, MemberId> known =
        keys.isEmpty() ? new HashMap<>() : members.resolve(club, keys);
    return read.stream()
        .map(outcome ->
            outcome.then(entrant -> {
              List<Refusal> exists = exists(entrant, known);
              if (!exists.isEmpty()) {
                return Outcome.<Entrant>refused(exists);
              }
              entrant.keys().forEach(key -> known.put(key, entrant.id()));
              return Outcome.done(entrant);
            }))
        .toList();
  }

  static List<Refusal> exists(Entrant entrant, Map<IdentifierKey, MemberId> known) {
    return entrant.keys().stream()
        .filter(key -> known.containsKey(key) && !entrant.id().equals(known.get(key)))
        .map(key -> exists(key, known))
        .toList();
  }

  static Refusal exists(IdentifierKey key, Map<IdentifierKey, MemberId> known) {
    String field = key.kind().name().toLowerCase(Locale.ROOT);
    return Refusal.at(
        key.kind() == IdentifierKind.EXTERNAL ? "/externalId" : "/" + field,
        MemberCode.MEMBER_EXISTS,
        Map.of("field", field, "member", String.valueOf(known.get(key))));
  }

  /** Writes whoever is free; some may have been taken by others since we looked. */
  private List<Outcome<Entrant>> write(ClubId club, List<Outcome<Entrant>> free) {
    List<Entrant> entrants = entrants(free);
    if (entrants.isEmpty()) {
      return free;
    }
    store.insertMembers(club, entrants);
    List<Claim> claims = new ArrayList<>();
    for (Entrant entrant : entrants) {
      entrant.keys().forEach(key -> claims.add(new Claim(key, entrant.id(), entrant.joinedAt())));
    }
    claims.sort(Comparator.comparing(Claim::key));
    Set<IdentifierKey> taken = store.claim(club, claims);
    List<Outcome<Entrant>> joined =
        taken.size() == claims.size() ? free : withoutLatecomers(club, free, taken);
    store.insertNames(club, entrants(joined));
    store.insertConsents(club, entrants(joined));
    return joined;
  }

  private List<Outcome<Entrant>> withoutLatecomers(
      ClubId club, List<Outcome<Entrant>> free, Set<IdentifierKey> taken) {
    List<Entrant> late =
        entrants(free).stream().filter(entrant -> !taken.containsAll(entrant.keys())).toList();
    store.takeBack(club, late.stream().map(Entrant::id).toList());
    Set<IdentifierKey> keys = new HashSet<>();
    late.forEach(entrant -> keys.addAll(entrant.keys()));
    Map<IdentifierKey, MemberId> known = members.resolve(club, keys);
    return free.stream()
        .map(outcome ->
            outcome.then(entrant ->
                late.contains(entrant)
                    ? Outcome.<Entrant>refused(exists(entrant, known))
                    : Outcome.done(entrant)))
        .toList();
  }

  private static List<Entrant> entrants(List<Outcome<Entrant>> outcomes) {
    List<Entrant> entrants = new ArrayList<>();
    for (Outcome<Entrant> outcome : outcomes) {
      if (outcome instanceof Done<Entrant>(Entrant entrant)) {
        entrants.add(entrant);
      }
    }
    return entrants;
  }
}
