package club.vafa.members;

import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Spelling;
import club.vafa.members.EnrolmentStore.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of members after they joined: changed, blocked, gone. */
@Component
public class Profiles {
  private final Facts facts;
  private final MemberStore members;
  private final ProfileStore profiles;
  private final EnrolmentStore writing;
  private final List<MemberPart> parts;
  private final Feed feed;
  private final Clock clock;

  Profiles(
      Facts facts,
      MemberStore members,
      ProfileStore profiles,
      EnrolmentStore writing,
      List<MemberPart> parts,
      Feed feed,
      Clock clock) {
    this.facts = facts;
    this.members = members;
    this.profiles = profiles;
    this.writing = writing;
    this.parts = parts;
    this.feed = feed;
    this.clock = clock;
  }

  /** A change that was read: what the member is to look like, and which identifiers change. */
  private record Read(
      Profile after, List<IdentifierKey> gone, List<IdentifierKey> added, List<Consent> consents) {}

  @Transactional
  public Outcome<Profile> change(Club club, MemberId id, MemberChange change) {
    return locked(club.id(), id)
        .then(before -> unchangedSince(before, change))
        .then(before -> read(club, before, change))
        .then(read -> write(club.id(), read));
  }

  /** The profile, locked, of a member that still takes part or is blocked. */
  private Outcome<Profile> locked(ClubId club, MemberId id) {
    MemberRow row = members.lock(club, List.of(id)).get(id);
    if (row == null) {
      return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    if (row.state() == MemberState.ERASED || row.state() == MemberState.MERGED) {
      return Outcome.refused(row.refusal().orElseThrow());
    }
    return Outcome.done(profiles.profiles(club, List.of(id)).getFirst());
  }

  private static Outcome<Profile> unchangedSince(Profile before, MemberChange change) {
    return change.version() == null || change.version() == before.version()
        ? Outcome.done(before)
        : Outcome.refused(
            Refusal.at("/version", MemberCode.MEMBER_CHANGED, Map.of("version", before.version())));
  }

  private Outcome<Read> read(Club club, Profile before, MemberChange change) {
    Input input = new Input();
    Instant now = clock.instant();
    List<IdentifierKey> gone = new ArrayList<>();
    List<IdentifierKey> added = new ArrayList<>();
    if (change.phone() != null) {
      IdentifierKey key = facts.phone(input, change.phone().value(), club.region());
      replace(before, IdentifierKind.PHONE, key, gone, added);
    }
    if (change.email() != null) {
      IdentifierKey key = facts.email(input, change.email().value());
      replace(before, IdentifierKind.EMAIL, key, gone, added);
    }
    if (change.externalId() != null) {
      IdentifierKey key = facts.external(input, change.source(), change.externalId().value());
      replaceExternal(before, change.source(), key, gone, added);
    }
    Profile after = Changes.apply(input, before, change, club.day(now));
    List<Consent> consents =
        Facts.consents(input, Objects.requireNonNullElse(change.consents(), List.of()), now);
    boolean nameless = after.firstName() == null && after.lastName() == null;
    if (nameless && before.identifiers().size() - gone.size() + added.size() == 0) {
      input.refuse("", MemberCode.MEMBER_WITHOUT_NAME);
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new Read(after, gone, added, consents));
  }

  private static void replace(
      Profile before,
      IdentifierKind kind,
      @org.jspecify.annotations.Nullable IdentifierKey key,
      List<IdentifierKey> gone,
      List<IdentifierKey> added) {
    before.first(kind).filter(old -> !old.equals(key)).ifPresent(gone::add);
    if (key != null && !before.identifiers().contains(key)) {
      added.add(key);
    }
  }

  /** A member has one external id of each source. */
  private static void replaceExternal(
      Profile before,
      @org.jspecify.annotations.Nullable String source,
      @org.jspecify.annotations.Nullable IdentifierKey key,
      List<IdentifierKey> gone,
      List<IdentifierKey> added) {
    String from = source == null || source.isBlank() ? null : source.strip();
    before.identifiers().stream()
        .filter(old -> old.kind() == IdentifierKind.EXTERNAL)
        .filter(old -> Objects.equals(old.source(), from) && !old.equals(key))
        .forEach(gone::add);
    if (key != null && !before.identifiers().contains(key)) {
      added.add(key);
    }
  }

  /** The identifiers come first: when one is taken, nothing else has been written yet. */
  private Outcome<Profile> write(ClubId club, Read read) {
    MemberId id = read.after().id();
    Instant now = clock.instant();
    List<Claim> claims =
        read.added().stream().sorted().map(key -> new Claim(key, id, now)).toList();
    Set<IdentifierKey> taken = claims.isEmpty() ? new HashSet<>() : writing.claim(club, claims);
    if (taken.size() < claims.size()) {
      taken.forEach(key -> profiles.free(club, key));
      return Outcome.refused(exists(club, id, read.added()));
    }
    read.gone().forEach(key -> profiles.free(club, key));
    profiles.update(club, read.after());
    profiles.rename(club, id, Spelling.folded(read.after().firstName(), read.after().lastName()));
    writing.insertConsents(club, id, read.consents());
    feed.append(club, "member.changed", id.value(), null, now);
    return Outcome.done(profiles.profiles(club, List.of(id)).getFirst());
  }

  private List<Refusal> exists(ClubId club, MemberId id, List<IdentifierKey> keys) {
    Map<IdentifierKey, MemberId> known = new HashMap<>(members.resolve(club, keys));
    known.values().removeIf(id::equals);
    return keys.stream()
        .filter(known::containsKey)
        .map(key -> Enrolment.exists(key, known))
        .toList();
  }

  /** Keeps a member from earning and spending. */
  @Transactional
  public Outcome<Profile> block(ClubId club, MemberId id) {
    return become(club, id, MemberState.BLOCKED, "member.blocked");
  }

  @Transactional
  public Outcome<Profile> unblock(ClubId club, MemberId id) {
    return become(club, id, MemberState.ACTIVE, "member.unblocked");
  }

  private Outcome<Profile> become(ClubId club, MemberId id, MemberState next, String kind) {
    Outcome<Profile> found = locked(club, id);
    if (found instanceof Done<Profile>(Profile before) && before.state() != next) {
      profiles.update(club, Changes.to(before, next, null));
      feed.append(club, kind, id.value(), null, clock.instant());
      return Outcome.done(profiles.profiles(club, List.of(id)).getFirst());
    }
    return found;
  }

  /**
   * Forgets a person. What they bought and earned stays in the books under the bare id; phone,
   * e-mail and external ids can be somebody else's from now on. Erasing twice is once.
   */
  @Transactional
  public Outcome<MemberId> erase(ClubId club, MemberId id) {
    MemberRow row = members.lock(club, List.of(id)).get(id);
    if (row != null && row.state() == MemberState.ERASED) {
      return Outcome.done(id);
    }
    return locked(club, id)
        .map(before -> {
          before.identifiers().forEach(key -> profiles.free(club, key));
          profiles.update(club, Changes.erased(before));
          profiles.rename(club, id, "");
          parts.forEach(part -> part.erase(club, id));
          feed.append(club, "member.erased", id.value(), null, clock.instant());
          return id;
        });
  }
}
